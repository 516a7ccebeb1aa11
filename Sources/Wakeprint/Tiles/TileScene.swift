import Cartography
import Export
import Geography
import JSON
import Platform
import Raster
import Tracks

/// What a tile set shows, at every zoom.
struct TileScene: Sendable {
  let zooms: ClosedRange<Int>
  let tileSize: Int
  let theme: Theme
  let density: DensityShading?
  private let tracks: (set: TrackSet, coloring: TrackColoring, rule: LegRule)?
  private let events: (source: EventSource, layer: EventLayer)?
  private let threads: Int
  private let hasBasemap: Bool
  private let coastline: CoastlineArchive?
  /// Only tiles that meet it; nil for all.
  private let box: BoundingBox?
  /// The box around everything that is drawn at the deepest zoom, west not beyond east, as far as that is known.
  let bounds: BoundingBox
  /// The middle of the data, for a viewer to begin with.
  private let middle: Coordinate

  init(
    job: TilesJob, tracks: TrackSet, survey: TrackSurvey, zooms: ClosedRange<Int>, theme: Theme, palette: Palette,
    savedScale: ColorScale?, events: EventSource?, coastline: CoastlineArchive?
  ) throws(WakeprintError) {
    self.zooms = zooms
    self.theme = theme
    tileSize = job.pyramid.tileSize
    hasBasemap = job.look.hasBasemap
    self.coastline = coastline
    box = job.pyramid.box
    threads = max(1, job.input.reading.threads)
    self.events = events.map { ($0, EventLayer(events: $0.file.events, hotspots: $0.file.hotspots)) }
    let coloring = TrackColoring(job.colorKey, tracks: tracks, time: survey.time)
    self.tracks = job.layers.contains(.tracks) ? (tracks, coloring, job.input.rule) : nil
    var plan = PyramidPlan(
      measure: job.density.measure.counted, rule: job.input.rule, zooms: zooms, tileSize: tileSize, box: box,
      threads: threads, memory: max(job.input.reading.memory / 2, 16_000_000))
    plan.keepsNeighbours = job.density.smoothing != nil
    do throws(TracksError) {
      density =
        job.layers.contains(.density)
        ? try DensityShading(
          try DensityPyramid(tracks, plan: plan), request: job.density, savedScale: savedScale, palette: palette,
          theme: theme) : nil
      if let density {
        millisecondsInside = density.pyramid.millisecondsInside
      } else {
        millisecondsInside = try DensityPyramid.millisecondsInside(of: tracks, plan: plan)
      }
    } catch {
      throw WakeprintError(error)
    }
    let dataBox = survey.boundingBox ?? BoundingBox(west: -180, south: -85, east: 180, north: 85)
    let shown = box ?? survey.observedBoundingBox ?? dataBox
    middle = Coordinate(
      latitude: WebMercator.latitude(
        y: (WebMercator.y(latitude: shown.north) + WebMercator.y(latitude: shown.south)) / 2),
      longitude: BoundingBox.wrapped(shown.west + shown.widthInDegrees / 2))
    bounds = TileScene.bounds(of: density?.pyramid) ?? TileScene.withoutCrossing(dataBox)
  }

  /// Vessel-time in milliseconds in the deepest zoom's tiles.
  let millisecondsInside: Int64

  /// Whether `bounds` is the box of what is drawn, and not only of the data.
  var hasTightBounds: Bool {
    density != nil && density?.smoothing == nil && !hasBasemap && tracks == nil && events == nil
  }

  /// Whether only tiles of a box are wanted.
  var hasBox: Bool { box != nil }

  /// The tiles of a zoom that meet the box, or the data's extent where there is none.
  func range(zoom: Int) -> TileRange {
    TileRange(zoom: zoom, tileSize: tileSize, covering: box ?? bounds)
  }

  /// About how many tiles of a zoom are drawn.
  func tileCount(zoom: Int) -> Int { density?.pyramid.tiles(zoom: zoom).count ?? range(zoom: zoom).count }

  /// Throws where land would be laid in more tiles than can be listed: those that hold data are few, those of a box many.
  func checkLand() throws(WakeprintError) {
    guard hasBasemap else { return }
    let count = zooms.reduce(0) { $0 + range(zoom: $1).count }
    guard count > TileScene.mostLandTiles else { return }
    throw WakeprintError(
      .usage,
      "--basemap would fill \(DateText.grouped(count)) tiles; lower --max-zoom, give a smaller --bbox, or leave it out")
  }

  private static let mostLandTiles = 2_000_000

  /// The layers at a zoom.
  func layers(zoom: Int) throws(WakeprintError) -> TileLayers {
    do throws(TracksError) {
      let lines = try tracks.map { tracks throws(TracksError) in
        try TrackLayer(
          tracks.set, grid: PixelGrid(zoom: zoom, tileSize: tileSize), rule: tracks.rule, coloring: tracks.coloring,
          widths: theme.tracks.width, threads: threads)
      }
      return TileLayers(
        theme: theme, hasBasemap: hasBasemap, coastline: coastline, density: density, tracks: lines,
        events: events?.layer)
    } catch {
      throw WakeprintError(error)
    }
  }

  /// What shaped the tiles, for their record.
  var extras: [(String, JSONValue)] {
    Provenance.layers(
      density: density != nil, colorKey: tracks?.coloring.key, events: [events?.source].compactMap { $0 }) + [
        (
          "tiles",
          .object([
            ("crs", .string("EPSG:3857")), ("minzoom", .integer(Int64(zooms.lowerBound))),
            ("maxzoom", .integer(Int64(zooms.upperBound))), ("tile_size", .integer(Int64(tileSize))),
            ("bbox", box.map(JobSummary.value) ?? .null),
          ])
        )
      ]
  }

  /// What the set says of itself.
  ///
  /// `zooms` are those that have tiles.
  func metadata(
    job: TilesJob, bounds: BoundingBox, zooms: ClosedRange<Int>, provenance: Provenance
  ) -> TileSetMetadata {
    var extras: [(key: String, value: JSONValue)] = [("legend", legend(job.density).value)]
    if let value = try? JSONValue(parsing: Array(provenance.json.utf8)) { extras.append(("wakeprint", value)) }
    return TileSetMetadata(
      name: job.look.title ?? "Vessel traffic", description: job.look.subtitle ?? legend(job.density).description,
      attribution: attribution(job.look),
      generator: "wakeprint \(wakeprintVersion)", bounds: bounds, center: (middle, centerZoom),
      minZoom: zooms.lowerBound,
      maxZoom: zooms.upperBound, tileSize: tileSize, extras: extras)
  }

  private func attribution(_ look: LookRequest) -> String {
    let basemap = hasBasemap ? Basemap.attribution(.naturalEarth10m, coastline) : nil
    return [look.source, basemap].compactMap { $0 }.joined(separator: "; ")
  }

  /// What the colours and marks of all tiles mean.
  func legend(_ request: DensityRequest) -> TileLegend {
    TileLegend(
      request: request, density: density, tracks: tracks.map { ($0.coloring.key, $0.coloring.legend(theme)) },
      events: events?.layer.legend(theme: theme))
  }

  /// The zoom at which the bounds fit 1,024 x 768 pixels.
  private var centerZoom: Int {
    let view = Viewport(fitting: bounds, width: 1024, height: 768)
    let zoom = log2(view.grid.worldWidthInPixels / Double(tileSize)).rounded(.down)
    return min(max(Int(zoom), zooms.lowerBound), zooms.upperBound)
  }

  private static func bounds(of pyramid: DensityPyramid?) -> BoundingBox? {
    guard let pyramid, let extent = pyramid.extent else { return nil }
    let grid = pyramid.plan.grid(zoom: pyramid.plan.zooms.upperBound)
    func longitude(_ x: Int) -> Double { WebMercator.longitude(x: grid.worldX(pixelX: Double(x))) }
    func latitude(_ y: Int) -> Double { WebMercator.latitude(y: grid.worldY(pixelY: Double(y))) }
    return BoundingBox(
      west: longitude(extent.columns.lowerBound), south: latitude(extent.rows.upperBound + 1),
      east: longitude(extent.columns.upperBound + 1), north: latitude(extent.rows.lowerBound))
  }

  /// A box that no container takes for one turned round: the whole world's width where it crosses the antimeridian.
  private static func withoutCrossing(_ box: BoundingBox) -> BoundingBox {
    guard box.crossesAntimeridian else { return box }
    return BoundingBox(west: -180, south: box.south, east: 180, north: box.north)
  }
}
