import Behaviour
import JSON
import Platform
import Tracks

/// A file of events that is drawn, and where it comes from.
struct EventSource: Sendable {
  /// What it holds.
  let file: EventFile
  private let source: CompanionFile

  /// Its name without folders.
  var name: String { source.name }

  /// Reads a file by the options' selection.
  ///
  /// Throws where it is not there, where it holds no events, and where the options are strict and one is at fault.
  init(path: String, _ options: ReadOptions) throws(WakeprintError) {
    source = try CompanionFile(path, limit: EventReader.limitInMegabytes << 20, what: "events")
    do throws(BehaviourError) {
      file = try EventReader.read(bytes: source.bytes, path: path, selection: options.selection)
    } catch {
      throw WakeprintError(.data, error.description)
    }
    if options.isStrict, let fault = rejectedRows.first(where: { $0.reason.isFault }) {
      throw WakeprintError(.badRow(path: path, line: fault.line, reason: fault.reason))
    }
  }

  /// Sorts a job's inputs into those that hold positions and the files of events among them, which are read.
  ///
  /// A file is one of events where its name or its first line says so: JSON, or a table whose header has a start and a
  /// place but nothing that positions need. Folders and standard input hold positions.
  static func split(
    _ paths: [String], _ options: ReadOptions
  ) throws(WakeprintError) -> (positions: [String], events: [EventSource]) {
    var positions: [String] = []
    var events: [EventSource] = []
    for path in paths {
      let start = PathKind(of: path) == .file ? (try? FileHandle.contents(of: path, atMost: 1 << 16)) ?? [] : []
      if EventReader.recognises(start) {
        events.append(try EventSource(path: path, options))
      } else {
        positions.append(path)
      }
    }
    return (positions, events)
  }

  /// The file as a record names it.
  var value: JSONValue {
    .object(
      source.members + [
        ("read", .integer(Int64(file.ledger.read))), ("used", .integer(Int64(file.ledger.accepted))),
      ])
  }

  /// The file as a summary names an input.
  var report: InputReport {
    var report = InputReport(
      path: source.path, format: "events", bytes: source.bytes.count, rows: UInt64(file.ledger.read),
      sha256: source.sha256)
    report.certainty = .certain
    return report
  }

  /// The file's rows in the ledger of all rows.
  var ledger: RowLedger {
    var ledger = RowLedger()
    ledger.accept(file.ledger.accepted)
    for row in rejectedRows { ledger.reject(row.reason) }
    return ledger
  }

  /// The rows that were not used: lines of a table, features of JSON by their number.
  var rejectedRows: [RejectedRow] {
    file.ledger.rejections.map { rejection in
      let reason: RejectReason =
        switch rejection.reason {
        case .malformed, .unknownType: .malformed
        case .badTime: .badTime
        case .badPosition: .badPosition
        case .badMMSI: .badMMSI
        case .outsideTime: .outsideTime
        case .outsideSelection: .outsideSelection
        }
      let value = rejection.reason == .unknownType ? "unknown type of event " + rejection.value : rejection.value
      return RejectedRow(path: source.path, line: rejection.number, reason: reason, value: value)
    }
  }

  /// What a user should know; nil where everything was used.
  var note: String? {
    guard !file.ledger.rejections.isEmpty else { return nil }
    return "\(source.name): \(file.ledger.accepted) of \(file.ledger.read) events used (\(file.ledger.reasons))"
  }
}

extension [EventSource] {
  /// All their events, file by file.
  var events: [Event] { flatMap(\.file.events) }

  /// All their hotspots, file by file.
  var hotspots: [Hotspot] { flatMap(\.file.hotspots) }

  /// The files as a record names them: none, one, or a list.
  var value: JSONValue { isEmpty ? .null : count == 1 ? self[0].value : .array(map(\.value)) }

  /// What there is to draw where no positions are given.
  var withoutTracks: ReadResult {
    let events = events
    let places =
      events.map(\.place) + events.compactMap(\.reappearance) + events.flatMap(\.findings.area) + hotspots.map(\.place)
    let starts = events.map(\.start) + hotspots.compactMap(\.first)
    let ends = events.map(\.end) + hotspots.compactMap(\.last)
    let time = starts.min().flatMap { start in ends.max().map { start...Swift.max(start, $0) } }
    return .withoutTracks(places: places, time: time)
  }
}
