import Behaviour
import Cartography
import Geography
import Tracks

/// Puts together what a composed map shows, once its pixels are known.
struct MapSceneBuilder: Sendable {
  let job: MapJob
  let composer: MapComposer
  let material: MapMaterial
  let lines: TrackLayer
  let coloring: TrackColoring
  /// The land of a close view; nil for the embedded basemap.
  let coastline: CoastlineArchive?

  /// The numbers of events by their index in the layer, where another map has given them; nil to give them here.
  var numbers: [Int: Int]?

  private var read: ReadResult { material.read }
  private var events: EventLayer? { material.marks }
  private var watchlist: Watchlist? { material.watchlist?.list }
  private var watched: WatchedVessels { material.watched }

  /// More gaps than those of so many vessels are not told in words, the longest on the map first.
  private static let mostSilent = 200

  /// The scene without density. Throws where tracks cannot be read back from disk.
  func scene() throws(WakeprintError) -> MapScene {
    let basemap = job.look.hasBasemap ? Basemap(for: composer.viewport, coastline: coastline) : nil
    var scene = MapScene(basemap: basemap)
    scene.order = job.contents.layers
    scene.events = events
    scene.watchedVessels = watched.numbers
    let sights = lines.sights(composer.viewport)
    scene.ornaments = try ornaments(sights)
    if job.contents.showsReach { scene.reach = reach(scene.ornaments?.tracks ?? []) }
    scene.tracks = lines.sharedBy(
      vessels: sights.count, scale: composer.scale, widths: composer.theme.tracks.width)
    scene.surface = surface()
    var labelling = MapLabelling()
    if job.contents.namesPlaces { labelling.places = PlaceTable.embedded.places }
    labelling.watched = watched.mmsi
    labelling.named = named(sights)
    labelling.vesselNames = names(of: scene.ornaments?.tracks ?? [])
    if let numbers {
      labelling.numbers = numbers
    } else {
      let shown = events?.sights(composer.viewport) ?? []
      let panel = MapPanel(
        events: shown.compactMap { events?.events[$0.event] }, watched: watchedNames(sights))
      if let box = composer.layout.box(.panel) ?? (job.contents.key == .page ? composer.keyPageBox : nil) {
        let setting = panel.set(composer.layout.measures, width: box.width, height: box.height)
        (scene.panel, scene.panelSetting) = (panel, setting)
        for (place, number) in setting.numbers { labelling.numbers[shown[place].event] = number }
      } else if shown.count < 100 {
        for (place, sight) in shown.enumerated() { labelling.numbers[sight.event] = place + 1 }
      }
    }
    scene.labelling = labelling
    if numbers == nil, job.contents.hasLocator { scene.locator = LocatorGlobe(for: composer.viewport) }
    return scene
  }

  /// A part of the map as it stands in a corner; its density has the colours of the map's.
  func inset(
    _ box: BoundingBox, numbers: [Int: Int], density: FieldShading?
  ) throws(WakeprintError) -> MapInset {
    let inner = MapComposer(inset: box, of: composer)
    let threads = max(1, job.input.reading.threads)
    let lines = try TrackLayer.traced(
      read, inner.viewport.grid, job.input.rule, coloring, scale: inner.scale, widths: composer.theme.tracks.width,
      threads: threads)
    var scene = try MapSceneBuilder(
      job: job, composer: inner, material: material, lines: lines, coloring: coloring, coastline: coastline,
      numbers: numbers
    ).scene()
    if let heat = job.heat, let density {
      let field = try DensityField.counted(read, inner.viewport, heat, job.input.rule, threads: threads)
      scene.density = density.shading(field).layer
    }
    return MapInset(inner.compose(scene), of: inner.viewport, in: composer.viewport)
  }

  /// Transfers, seen or possible, as a smooth surface; nil where hotspots are discs or none is near.
  private func surface() -> DensityLayer? {
    guard job.contents.hotspots == .heat, let events else { return nil }
    let places = events.events.filter {
      ($0.kind == .encounter || $0.kind == .darkRendezvous) && $0.findings.exclusions.isEmpty
    }.map { ($0.place, weight: 1.0) }
    return HotspotSurface.layer(
      places: places, viewport: composer.viewport,
      deviationInKilometres: job.contents.hotspotRadiusInMetres / 2000, scale: composer.scale,
      palette: HotspotSurface.palette(for: composer.theme), theme: composer.theme)
  }

  /// Where the ships can have been in their silences, those of the tracks or else those of the events.
  private func reach(_ tracks: [VisibleTrack]) -> ReachLayer {
    let metresPerMillisecond = job.contents.darkSpeedInKnots * 1852 / 3_600_000
    func shape(_ from: Coordinate, _ to: Coordinate?, _ milliseconds: Int64) -> ReachShape? {
      ReachShape(from: from, to: to, lengthInMetres: metresPerMillisecond * Double(milliseconds))
    }
    var shapes = tracks.flatMap(\.silences).compactMap {
      shape($0.fromPlace, $0.toPlace, $0.to.time - $0.from.time)
    }
    if !material.hasTracks, let events {
      shapes = events.events.filter { $0.kind == .gap }.compactMap {
        shape($0.place, $0.reappearance, $0.end - $0.start)
      }
    }
    return ReachLayer(shapes: shapes.filter { !$0.isWholeEarth })
  }

  private func ornaments(_ sights: [TrackLayer.Sight]) throws(WakeprintError) -> TrackOrnaments? {
    guard !sights.isEmpty else { return nil }
    var wanted = watched.numbers.intersection(sights.map(\.vessel))
    if sights.count <= TrackOrnaments.mostVessels {
      wanted.formUnion(sights.map(\.vessel))
    } else {
      let silent = sights.filter { $0.longestGap > 0 }.sorted {
        ($1.longestGap, $0.vessel) < ($0.longestGap, $1.vessel)
      }
      wanted.formUnion(silent.prefix(Self.mostSilent).map(\.vessel))
    }
    let tracks: [VisibleTrack]
    do throws(TracksError) {
      tracks = try VisibleTrack.tracks(
        wanted.sorted(), of: read.tracks, viewport: composer.viewport, rule: job.input.rule, coloring: coloring,
        threads: max(1, job.input.reading.threads))
    } catch {
      throw WakeprintError(error)
    }
    return TrackOrnaments(
      tracks, seen: sights.count, coloring: coloring, tick: job.contents.tick,
      hasGapEvents: events?.events.contains { $0.kind == .gap } ?? false, scale: composer.scale)
  }

  /// The vessels that are seen most of, where not too many share the map.
  private func named(_ sights: [TrackLayer.Sight]) -> Set<UInt32> {
    guard sights.count <= MapLabelling.mostSeen else { return [] }
    let most = sights.sorted {
      ($1.pixels + $1.longestGap, $0.vessel) < ($0.pixels + $0.longestGap, $1.vessel)
    }
    return Set(most.prefix(MapLabelling.mostNamed).map { read.tracks.mmsi(ofVessel: $0.vessel) })
  }

  private func names(of tracks: [VisibleTrack]) -> [UInt32: String] {
    let wanted = Set(tracks.map(\.mmsi))
    var names: [UInt32: String] = [:]
    for vessel in read.tracks.identities() where wanted.contains(vessel.mmsi) && !vessel.identity.name.isEmpty {
      names[vessel.mmsi] = vessel.identity.name
    }
    for entry in watchlist?.entries ?? [] {
      if let mmsi = entry.mmsi, names[mmsi] == nil, !entry.name.isEmpty { names[mmsi] = entry.name }
    }
    return names
  }

  /// The watched vessels that the map shows, as a reader knows them, by MMSI.
  private func watchedNames(_ sights: [TrackLayer.Sight]) -> [String] {
    let identities = Dictionary(
      read.tracks.identities().map { ($0.mmsi, $0.identity) }, uniquingKeysWith: { first, _ in first })
    let onMap = Set(sights.map(\.vessel)).intersection(watched.numbers).map { read.tracks.mmsi(ofVessel: $0) }
    return Set(onMap).sorted().map { mmsi in
      var vessel = EventVessel(mmsi: mmsi, name: identities[mmsi]?.name ?? "")
      vessel.imo = identities[mmsi]?.imo
      let entry = watchlist?.entry(mmsi: mmsi, imo: vessel.imo)
      if vessel.name.isEmpty { vessel.name = entry?.name ?? "" }
      let note = entry?.note ?? ""
      return vessel.caption + (note.isEmpty ? "" : ": \(note)")
    }
  }
}
