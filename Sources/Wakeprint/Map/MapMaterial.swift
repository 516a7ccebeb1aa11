import Behaviour
import Cartography
import JSON
import Tracks

/// What a map is made of: positions that were read, events of files and those found, and who is watched for.
struct MapMaterial: Sendable {
  /// What was read of positions; without them, the extent of the events.
  let read: ReadResult
  /// The rejected rows; nil where none were asked for.
  let rejects: RejectsTable?
  /// Whether there are positions.
  let hasTracks: Bool
  /// The files of events.
  let sources: [EventSource]
  /// Events and hotspots as marks; nil where neither was asked for.
  let marks: EventLayer?
  /// The vessels to watch for; nil for none.
  let watchlist: WatchlistSource?
  /// Those of them that are among the tracks.
  let watched: WatchedVessels
  /// The thresholds by which events were found, as a record names them; nil where they are not known or differ.
  let detection: JSONValue?
  /// How many events were found of each kind; nil where none were searched for.
  let counts: EventCounts?
  /// What a user should know.
  let notes: [String]
  /// What a record says of it.
  let extras: [(String, JSONValue)]

  /// The names that files give, whose letters the picture may need.
  var texts: [String] {
    let vessels = (marks?.events ?? []).flatMap(\.vessels).flatMap { [$0.name, $0.note] }
    let listed = (watchlist?.list.entries ?? []).flatMap { [$0.name, $0.note] }
    let said = read.tracks.identities().map(\.identity.name).filter { !$0.utf8.allSatisfy { $0 < 0x80 } }
    return Array(Set(vessels + listed + said)).sorted()
  }

  /// Reads and finds what a job names. Throws where something is not there or cannot be read.
  init(_ job: MapJob, onProgress: (@Sendable (JobProgress) -> Void)?) throws(WakeprintError) {
    var (positions, sources) = try EventSource.split(job.input.paths, job.input.reading)
    if let events = job.events { sources.append(try EventSource(path: events, job.input.reading)) }
    var input = job.input
    let hasTracks = !positions.isEmpty || input.embedded != nil
    for (option, isGiven) in [("--heat", job.heat != nil), ("--detect", job.detection != nil)] {
      guard isGiven, !hasTracks else { continue }
      throw WakeprintError(
        .usage, "\(option): the inputs hold events alone; name positions too, or leave \(option) out")
    }
    let watchlist = try job.watchlist.map { path throws(WakeprintError) in try WatchlistSource(path: path) }
    let places = try job.detection.map { request throws(WakeprintError) in try KnownPlaces(ports: request.ports) }
    input.paths = positions
    input.reading.keepsIdentity = !job.look.isBare || watchlist != nil || job.detection != nil
    input.reading.separatesVessels = job.detection != nil
    input.reading.keepsVesselType = job.colorKey == .type
    var table: RejectsTable?
    (read, table) =
      hasTracks ? try input.read(onProgress: JobProgress.ofReading(onProgress)) : (sources.withoutTracks, nil)

    if job.input.rejectsPath != nil, !sources.isEmpty {
      table = table ?? RejectsTable()
      for row in sources.flatMap(\.rejectedRows) { table?.append(row) }
    }
    rejects = table
    var events = watchlist?.list.marking(sources.events) ?? sources.events
    var counts: EventCounts?
    if let request = job.detection, let places {
      onProgress?(JobProgress(stage: "searching"))
      let found = try request.events(
        in: read, legs: input.rule, places: places, watchlist: watchlist?.list, threads: max(1, input.reading.threads))
      events += found.events
      var count = EventCounts()
      count.excluded = found.excluded
      count.darkLeftOut = found.darkLeftOut
      count.written = EventKind.allCases.map { kind in (kind.rawValue, found.count(kind)) }
      counts = count
    }
    var hotspots = sources.hotspots
    if job.contents.hotspots != nil, hotspots.isEmpty {
      hotspots = HotspotFinder(radiusInMetres: job.contents.hotspotRadiusInMetres)
        .hotspots(of: events.filter(\.findings.exclusions.isEmpty))
    }
    marks = sources.isEmpty && counts == nil ? nil : EventLayer(events: events, hotspots: hotspots)
    watched = watchlist.map { [read] in WatchedVessels($0.list, in: read.tracks) } ?? WatchedVessels()
    let rules = job.detection.map(\.rules.value)
    let said = Set(sources.map(\.file.detection) + (rules.map { [$0] } ?? []))
    detection = said.count == 1 ? said.first ?? nil : nil
    notes = sources.compactMap(\.note) + [places?.note].compactMap { $0 }
    extras = [
      ("watchlist", watchlist?.value ?? .null), ("detection", rules ?? .null), ("ports", places?.value ?? .null),
    ]
    self.hasTracks = hasTracks
    self.sources = sources
    self.watchlist = watchlist
    self.counts = counts
  }
}
