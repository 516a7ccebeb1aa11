import Synchronization
import Tracks

/// What reading positions came to, in a form that can be compared, and whether it adds up.
struct TrackTrial: Equatable {
  private var failure: TracksError?
  private var ledger = RowLedger()
  private var inputs: [InputReport] = []
  private var rejected: [RejectedRow] = []
  private var vessels: [UInt32] = []
  private var fixes: [Fix] = []
  private var identities: [String] = []
  /// What does not add up, nil where all does.
  private(set) var fault: String?

  /// Limits that keep a trial short; what they refuse is refused as a file of any size would be.
  private static var limits: ReadLimits {
    var limits = ReadLimits()
    limits.longestLine = 1 << 12
    limits.mostFields = 256
    limits.mostUnpackedBytes = 1 << 20
    limits.mostVessels = 1000
    limits.mostOpenGroups = 16
    return limits
  }

  /// Reads an input whose format is told, or found where it is nil.
  init(_ source: InputSource, format: InputFormat?, threads: Int, memory: Int, logStart: Int64?) {
    var options = ReadOptions()
    options.format = format
    options.limits = TrackTrial.limits
    options.chunkSize = 1 << 12
    options.keepsIdentity = true
    options.keepsVesselType = true
    options.separatesVessels = true
    options.namesRejectedRows = true
    options.threads = threads
    options.memory = memory
    options.logStart = logStart
    let told = Mutex<[RejectedRow]>([])
    do throws(TracksError) {
      let result = try TrackReader([source], options: options).read { row in told.withLock { $0.append(row) } }
      rejected = told.withLock { $0 }
      take(result)
      fault = try faultOfFixes(in: result) ?? faultOfCounts(in: result)
    } catch {
      failure = error
      if error.description.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
        fault = "a sentence holds a control character: \(error.description)"
      }
    }
  }

  private mutating func take(_ result: ReadResult) {
    ledger = result.ledger
    inputs = result.inputs
    identities = result.tracks.identities().map { "\($0.mmsi) \($0.identity)" }
  }

  private mutating func faultOfFixes(in result: ReadResult) throws(TracksError) -> String? {
    var scratch: [Fix] = []
    for vessel in 0..<result.tracks.vesselCount {
      let own = try result.tracks.withFixes(ofVessel: vessel, scratch: &scratch) { Array($0) }
      vessels += own.map { _ in result.tracks.mmsi(ofVessel: vessel) }
      fixes += own
      for (fix, next) in zip(own, own.dropFirst()) where fix.milliseconds > next.milliseconds {
        return "vessel \(result.tracks.mmsi(ofVessel: vessel)) goes back in time"
      }
    }
    for fix in fixes {
      guard fix.latitudeE7.magnitude <= 900_000_000, fix.longitudeE7.magnitude <= 1_800_000_000 else {
        return "a fix lies at \(fix.latitudeE7), \(fix.longitudeE7) of 1e-7 degrees, off the earth"
      }
    }
    return nil
  }

  private func faultOfCounts(in result: ReadResult) -> String? {
    let refused = RejectReason.allCases.reduce(UInt64(0)) { $0 + ledger.rejected($1) }
    let rows = inputs.reduce(UInt64(0)) { $0 + $1.rows }
    if ledger.read != ledger.accepted + refused || rows != ledger.read {
      return "\(rows) rows were read of which \(ledger.accepted) are accepted and \(refused) rejected"
    }
    if UInt64(rejected.count) != refused { return "\(refused) rows are rejected and \(rejected.count) named" }
    if UInt64(fixes.count) > ledger.accepted || fixes.count != result.survey.fixes {
      return "\(ledger.accepted) rows gave \(fixes.count) fixes, of which \(result.survey.fixes) are surveyed"
    }
    return nil
  }
}

extension TrackTrial {
  /// Reads an input of JSON on two threads.
  init(_ json: InputSource) {
    self.init(json, format: .json, threads: 2, memory: 1 << 24, logStart: nil)
  }

  /// Whether it came to what another did, but for what is said of the input as a whole.
  func comesToTheSame(as other: TrackTrial) -> Bool {
    var copy = self
    copy.inputs = other.inputs
    return copy == other
  }

  /// What is wrong with reading an input: it does not add up, or comes to something else on two threads with no memory.
  ///
  /// `variation` chooses, by its lowest bit, whether a log is said to begin on a day.
  static func fault(_ source: InputSource, format: InputFormat?, variation: Int) -> String? {
    let logStart: Int64? = variation & 1 == 0 ? nil : 1_609_459_200_000
    let one = TrackTrial(source, format: format, threads: 1, memory: 1 << 24, logStart: logStart)
    if let fault = one.fault { return fault }
    // Each run on disk is a file: too slow for every trial.
    let memory = variation % 8 == 0 ? 1 : 1 << 24
    let other = TrackTrial(source, format: format, threads: 2, memory: memory, logStart: logStart)
    if one == other { return nil }
    return "one thread and two come to different things: \(one) and \(other)"
  }
}
