import Cartography
import Behaviour
import JSON

/// How many events a search has found, of each kind, and what it left out.
public struct EventCounts: Sendable, Equatable {
  /// Events written, by the name of their kind, in the order of the kinds.
  public var written: [(kind: String, count: Int)] = []
  /// Encounters found and left out, by reason; pairs that stay in port are not searched for unless all are asked for.
  public var excluded: [(reason: String, count: Int)] = []
  /// Possible dark rendezvous beyond the limit.
  public var darkLeftOut = 0
  /// Hotspots written; nil where none were asked for.
  public var hotspots: Int?

  /// How many events of a kind were written.
  public func count(_ kind: String) -> Int { written.first { $0.kind == kind }?.count ?? 0 }

  /// Whether the counts are the same, in the same order.
  public static func == (a: EventCounts, b: EventCounts) -> Bool {
    a.written.elementsEqual(b.written, by: ==) && a.excluded.elementsEqual(b.excluded, by: ==)
      && a.darkLeftOut == b.darkLeftOut && a.hotspots == b.hotspots
  }

  /// The members that a summary has for them.
  var members: [(String, JSONValue)] {
    func object(_ counts: [(String, Int)]) -> JSONValue { .object(counts.map { ($0.0, .integer(Int64($0.1))) }) }
    var members: [(String, JSONValue)] = [
      ("events", object(written)), ("excluded", object(excluded)),
      ("dark_rendezvous_left_out", .integer(Int64(darkLeftOut))),
    ]
    if let hotspots { members.append(("hotspots", .integer(Int64(hotspots)))) }
    return members
  }

  /// The same for a person, a line each.
  var lines: [String] {
    let counts = written.filter { $0.count > 0 }.map { "\(DateText.grouped($0.count)) \($0.kind)" }
    var lines = [counts.isEmpty ? "no events" : "events    " + counts.joined(separator: ", ")]
    if !excluded.isEmpty {
      let reasons = excluded.map { "\(DateText.grouped($0.count)) \($0.reason)" }.joined(separator: ", ")
      lines.append("excluded  \(reasons) (--all reports them, marked)")
    }
    if darkLeftOut > 0 {
      lines.append(
        "left out  \(DateText.grouped(darkLeftOut)) dark rendezvous that are constrained less (--dark-limit)")
    }
    if let hotspots { lines.append("hotspots  \(DateText.grouped(hotspots))") }
    return lines
  }
}
