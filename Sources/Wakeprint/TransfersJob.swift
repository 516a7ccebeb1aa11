import Behaviour
import Digest
import Export
import Geography
import JSON
import Platform
import Tracks

/// Finds what vessels did: encounters, loitering, silences, possible dark rendezvous, changes of identity.
///
/// ```swift
/// var job = TransfersJob(input: InputRequest(paths: ["ais.csv.gz"]), output: "events.geojson")
/// job.hotspotsOutput = "hotspots.geojson"
/// let summary = try job.run()
/// ```
public struct TransfersJob: Sendable {
  /// What to read: positions, and files of events that were found before.
  public var input: InputRequest
  /// The numbers by which events are found; their rule for legs is that of the input.
  public var rules = DetectionRules()
  /// The kinds of events that are written, by their names; nil for all.
  public var kinds: Set<String>?
  /// Only events whose place lies in this box are written; nil for all.
  public var box: BoundingBox?
  /// The file to write: `.geojson`, `.json` or `.csv`.
  public var output: String
  /// Where clusters of encounters are written, `.geojson`, `.json` or `.csv`; nil for nowhere.
  public var hotspotsOutput: String?
  /// How near events of a cluster are to one another, in metres.
  public var hotspotRadiusInMetres = 20_000.0
  /// The kinds of events that are clustered, by their names; those left out as in port or of tugs never are.
  public var hotspotKinds: Set<String> = ["encounter"]
  /// How many events make a cluster.
  public var hotspotMinimum = 3
  /// Vessels to flag, CSV; nil for none.
  public var watchlist: String?
  /// Further ports and anchorages, CSV; nil for none.
  public var ports: String?
  /// Whether existing outputs may be replaced.
  public var force = false
  /// The command line that an output records; see `Provenance`.
  public var commandLine: [String] = []

  /// A job with the defaults for everything else.
  public init(input: InputRequest, output: String) {
    self.input = input
    self.output = output
  }

  /// The names of the kinds of events.
  public static var kindNames: [String] { EventKind.allCases.map(\.rawValue) }

  /// Reads, searches and writes. Throws `WakeprintError`.
  public func run(
    onProgress: (@Sendable (JobProgress) -> Void)? = nil
  ) throws(WakeprintError) -> JobSummary {
    let start = monotonicSeconds()
    let writer = OutputWriter(force: force)
    let outputs = [output] + [hotspotsOutput, input.rejectsPath].compactMap { $0 }
    try writer.check(outputs, inputs: input.paths + [watchlist, ports].compactMap { $0 })
    let format = try EventFormat(output: output)
    let hotspotFormat = try hotspotsOutput.map { path throws(WakeprintError) in try EventFormat(output: path) }
    let places = try KnownPlaces(ports: ports)
    let watched = try watchlist.map { path throws(WakeprintError) in try WatchlistSource(path: path) }

    var input = input
    input.reading.keepsIdentity = true
    input.reading.separatesVessels = true
    let (positions, files) = try EventSource.split(input.paths, input.reading)
    input.paths = positions
    var summary = JobSummary(command: "transfers")
    var events = files.flatMap(\.file.events)
    var counts = EventCounts()
    var rejects: RejectsTable?
    if !positions.isEmpty {
      let (read, table) = try input.read(onProgress: JobProgress.ofReading(onProgress))
      rejects = table
      summary = JobSummary(command: "transfers", read: read)
      onProgress?(JobProgress(stage: "searching"))
      summary.stages.append(("read_s", monotonicSeconds() - start))
      let request = DetectionRequest(rules: rules, kinds: kinds, ports: ports)
      let detection = try request.events(
        in: read, legs: input.rule, places: places, watchlist: watched?.list, threads: input.reading.threads)
      events += detection.events
      counts.excluded = detection.excluded
      counts.darkLeftOut = detection.darkLeftOut
    }
    let found = monotonicSeconds()
    summary.stages.append(("search_s", found - start - summary.stages.reduce(0) { $0 + $1.seconds }))
    summary.inputs += files.map(\.report)
    for file in files { summary.rows.add(file.ledger) }
    if input.rejectsPath != nil, !files.isEmpty {
      rejects = rejects ?? RejectsTable()
      for row in files.flatMap(\.rejectedRows) { rejects?.append(row) }
    }
    summary.notes += files.compactMap(\.note) + [places.note].compactMap { $0 }
    events = events.filter { event in
      kinds.map { $0.contains(event.kind.rawValue) } ?? true && box.map { $0.contains(event.place) } ?? true
    }
    counts.written = EventKind.allCases.map { kind in (kind.rawValue, events.count { $0.kind == kind }) }

    onProgress?(JobProgress(stage: "writing"))
    let record = provenance(summary, watchlist: watched, places: places)
    let hotspots = hotspotsOutput.map { _ in
      HotspotFinder(
        radiusInMetres: hotspotRadiusInMetres, minimumCount: hotspotMinimum, kinds: Set(EventKind.allCases)
      ).hotspots(of: events.filter { hotspotKinds.contains($0.kind.rawValue) && $0.findings.exclusions.isEmpty })
    }
    counts.hotspots = hotspots?.count
    summary.events = counts
    summary.outputs.append(try writer.write(format.bytes(events, record, threads: input.reading.threads), to: output))
    if let hotspotsOutput, let hotspotFormat, let hotspots {
      summary.outputs.append(try writer.write(hotspotFormat.bytes(hotspots), to: hotspotsOutput))
    }
    if let path = input.rejectsPath, let rejects {
      summary.outputs.append(try writer.write(rejects.contents, to: path))
    }
    if events.isEmpty {
      summary.notes.append("no event was found; the thresholds are those of --preset and its options")
    }
    summary.stages.append(("write_s", monotonicSeconds() - found))
    summary.elapsedSeconds = monotonicSeconds() - start
    return summary
  }

  private func provenance(
    _ summary: JobSummary, watchlist: WatchlistSource?, places: KnownPlaces
  ) -> JSONValue {
    Provenance(
      summary: summary, commandLine: commandLine, rule: input.rule, selection: input.reading.selection, density: nil,
      extras: [
        ("detection", rules.value), ("watchlist", watchlist?.value ?? .null), ("ports", places.value),
      ]
    ).value
  }
}
