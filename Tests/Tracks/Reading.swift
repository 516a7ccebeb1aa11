import Synchronization
import Tracks

/// What reading tables out of memory came to, in a form that can be compared.
struct Reading: Equatable {
  /// A track of a vessel: the part so numbered.
  struct Track: Equatable {
    let mmsi: UInt32
    let part: Int
    let fixes: [Fix]
  }

  let ledger: RowLedger
  let tracks: [Track]
  /// By vessel, track after track where it has several.
  let fixes: [UInt32: [Fix]]
  let types: [UInt32: VesselType]
  let rejected: [RejectedRow]
  let formats: [String]
  let survey: String

  /// Reads texts as files named a.csv, b.csv and so on.
  init(_ texts: [String], _ options: ReadOptions = ReadOptions(), naming: Bool = true) throws(TracksError) {
    let names = "abcdefghijklmnopqrstuvwxyz".map { "\($0).csv" }
    let sources = zip(names, texts).map { InputSource.memory(name: $0, bytes: Array($1.utf8)) }
    try self.init(sources: sources, options, naming: naming)
  }

  /// Reads one text as a.csv.
  init(_ text: String, _ options: ReadOptions = ReadOptions()) throws(TracksError) {
    try self.init([text], options)
  }

  /// Reads sources; rejected rows are told one by one where `naming`.
  init(sources: [InputSource], _ options: ReadOptions = ReadOptions(), naming: Bool = true) throws(TracksError) {
    let log = RejectedLog()
    var options = options
    options.namesRejectedRows = naming
    let result = try TrackReader(sources, options: options).read(onReject: { log.append($0) })
    ledger = result.ledger
    formats = result.inputs.map(\.format)
    rejected = log.rows
    var fixes: [UInt32: [Fix]] = [:]
    var types: [UInt32: VesselType] = [:]
    var tracks: [Track] = []
    var scratch: [Fix] = []
    for vessel in 0..<result.tracks.vesselCount {
      let mmsi = result.tracks.mmsi(ofVessel: vessel)
      let own = try result.tracks.withFixes(ofVessel: vessel, scratch: &scratch) { Array($0) }
      tracks.append(Track(mmsi: mmsi, part: result.tracks.part(ofVessel: vessel), fixes: own))
      fixes[mmsi, default: []] += own
      types[result.tracks.mmsi(ofVessel: vessel)] = result.tracks.vesselType(ofVessel: vessel)
    }
    self.tracks = tracks
    self.fixes = fixes
    self.types = types
    let survey = result.survey
    self.survey =
      "\(survey.vessels) \(survey.tracks) \(survey.separatedVessels) \(survey.voyages) \(survey.fixes) "
      + "\(survey.segments) \(survey.gaps) \(survey.jumps) "
      + "\(survey.observedMilliseconds) \(String(describing: survey.time)) "
      + "\(String(describing: survey.boundingBox)) \(String(describing: survey.observedBoundingBox))"
  }

  /// All fixes of all vessels, by rising MMSI.
  var all: [Fix] { fixes.keys.sorted().flatMap { fixes[$0] ?? [] } }
}

/// Gathers rejected rows from any thread.
private final class RejectedLog: Sendable {
  private let gathered = Mutex<[RejectedRow]>([])
  func append(_ row: RejectedRow) { gathered.withLock { $0.append(row) } }
  var rows: [RejectedRow] { gathered.withLock { $0 } }
}

/// The sentence with which reading fails, or nil where it does not.
func sentence(_ texts: [String], _ options: ReadOptions = ReadOptions()) -> String? {
  do throws(TracksError) {
    _ = try Reading(texts, options)
    return nil
  } catch {
    return error.description
  }
}

/// The same for one text.
func sentence(_ text: String, _ options: ReadOptions = ReadOptions()) -> String? { sentence([text], options) }
