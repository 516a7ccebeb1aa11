import Cartography
import Export
import Geography
import JSON

/// What a check of a set of tiles found: the content of `--json`.
public struct VerifySummary: Sendable {
  /// The set as it was named.
  public let path: String
  /// Seconds from begin to end.
  public let elapsedSeconds: Double
  private let report: TileSetReport

  init(path: String, report: TileSetReport, elapsedSeconds: Double) {
    self.path = path
    self.report = report
    self.elapsedSeconds = elapsedSeconds
  }

  /// Whether nothing is wrong.
  public var isSound: Bool { report.isSound }

  /// What is wrong, one sentence each, the path before it: the first twenty of a kind, and how many more there are.
  public var faults: [String] { report.faults.map { "\(path): \($0.sentence)" } }

  /// The error that an unsound set is; nil for a sound one.
  public var error: WakeprintError? {
    guard !isSound else { return nil }
    let count = report.faultCount == 1 ? "1 fault" : "\(report.faultCount) faults"
    return WakeprintError(.data, "\(path): is not sound, \(count) found; make it or fetch it again")
  }

  /// What the set is, a line each, for a person.
  public var lines: [String] {
    let zooms = report.tilesByZoom.map { "\($0.zoom): \(DateText.grouped($0.count))" }.joined(separator: ", ")
    var lines = report.notes.map { "note: \($0)" }
    lines.append("\(path)  \(report.container.rawValue)  \(DateText.grouped(report.bytes)) bytes")
    lines.append(
      "tiles     \(DateText.grouped(report.tileCount)), \(DateText.grouped(report.contents)) different contents")
    lines.append("zooms     \(zooms)")
    if let box = report.bounds {
      lines.append(
        "bounds    \([box.west, box.south, box.east, box.north].map(DateText.number).joined(separator: ","))")
    }
    return lines + ["sound"]
  }

  /// The summary as one JSON object.
  public var json: String { value.text(pretty: true) }

  private var value: JSONValue {
    let zooms = report.tilesByZoom.map { (String($0.zoom), JSONValue.unsigned($0.count)) }
    return .object([
      ("command", "verify"),
      ("version", .string(wakeprintVersion)),
      ("path", .string(path)),
      ("container", .string(report.container.rawValue)),
      ("sound", .bool(isSound)),
      ("tiles", .object([("count", .unsigned(report.tileCount)), ("by_zoom", .object(zooms))])),
      ("contents", .integer(Int64(report.contents))),
      ("bytes", .integer(Int64(report.bytes))),
      ("minzoom", report.minZoom.map { .integer(Int64($0)) } ?? .null),
      ("maxzoom", report.maxZoom.map { .integer(Int64($0)) } ?? .null),
      ("bounds", report.bounds.map(JobSummary.value) ?? .null),
      ("notes", .array(report.notes.map { .string($0) })),
      ("faults_found", .integer(Int64(report.faultCount))),
      ("faults", .array(report.faults.map { .object([("where", .string($0.place)), ("what", .string($0.what))]) })),
      ("elapsed_s", .number((elapsedSeconds * 1000).rounded() / 1000)),
    ])
  }
}
