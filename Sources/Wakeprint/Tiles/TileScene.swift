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
  private let hasBasemap: Bool
  /// Only tiles that meet it; nil for all.
  private let box: BoundingBox?
  /// The box around everything that is drawn at the deepest zoom, west not beyond east, as far as that is known.
  let bounds: BoundingBox
  /// The middle of the data, for a viewer to begin with.
  private let middle: Coordinate

  init(
    job: TilesJob, tracks: TrackSet, survey: TrackSurvey, zooms: ClosedRange<Int>, theme: Theme, palette: Palette,
    savedScale: ColorScale?
  ) throws(WakeprintError) {
    self.zooms = zooms
    self.theme = theme
    tileSize = job.pyramid.tileSize
    hasBasemap = job.look.hasBasemap
    box = job.pyramid.box
    var plan = PyramidPlan(
      measure: job.density.measure.counted, rule: job.input.rule, zooms: zooms, tileSize: tileSize, box: box,
      threads: max(1, job.input.reading.threads), memory: max(job.input.reading.memory / 2, 16_000_000))
    plan.keepsNeighbours = job.density.smoothing != nil
    do throws(TracksError) {
      density =
        job.layers.contains(.density)
        ? try DensityShading(
          try DensityPyramid(tracks, plan: plan), request: job.density, savedScale: savedScale, palette: palette,
          theme: theme) : nil
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

  /// Vessel-time in milliseconds in the deepest zoom's tiles; nil where no density is drawn.
  var millisecondsInside: Int64? { density?.pyramid.millisecondsInside }

  /// Whether `bounds` is the box of what is drawn, and not only of the data.
  var hasTightBounds: Bool { density != nil && density?.smoothing == nil && !hasBasemap }

  /// The tiles of a zoom that may be drawn.
  func range(zoom: Int) -> TileRange {
    TileRange(zoom: zoom, tileSize: tileSize, covering: box ?? bounds)
  }

  /// About how many tiles of a zoom are drawn.
  func tileCount(zoom: Int) -> Int { density?.pyramid.tiles(zoom: zoom).count ?? range(zoom: zoom).count }

  /// The layers at a zoom.
  func layers(zoom: Int) throws(WakeprintError) -> TileLayers {
    TileLayers(theme: theme, hasBasemap: hasBasemap, density: density)
  }

  /// What shaped the tiles, for their record.
  var extras: [(String, JSONValue)] {
    [
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
  func metadata(job: TilesJob, bounds: BoundingBox, provenance: Provenance) -> TileSetMetadata {
    let unit = job.density.measure.unit
    var extras: [(key: String, value: JSONValue)] = []
    if let density {
      extras.append(("legend", TileLegend.value(density.legend(unit: unit), request: job.density, density)))
    }
    if let value = try? JSONValue(parsing: Array(provenance.json.utf8)) { extras.append(("wakeprint", value)) }
    return TileSetMetadata(
      name: job.look.title ?? "Vessel density", description: "Vessel density, \(unit)",
      attribution: [job.look.source, hasBasemap ? "Natural Earth" : nil].compactMap { $0 }.joined(separator: "; "),
      generator: "wakeprint \(wakeprintVersion)", bounds: bounds, center: (middle, centerZoom),
      minZoom: zooms.lowerBound,
      maxZoom: zooms.upperBound, tileSize: tileSize, extras: extras)
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
