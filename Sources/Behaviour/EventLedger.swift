/// Every feature or row of an event file, as used or as rejected for a named reason.
package struct EventLedger: Hashable, Sendable {
  /// A feature or row that was not used.
  package struct Rejection: Hashable, Sendable {
    /// The line in a table, or the number of the feature in JSON; both count from 1.
    package let number: Int
    /// Why it was not used.
    package let reason: EventRejectReason
    /// What of it is to blame, as it stands in the file; empty where that is not one text.
    package let value: String
  }

  /// Events and hotspots used.
  package private(set) var accepted = 0
  /// What was not used, in the order of the file.
  package private(set) var rejections: [Rejection] = []

  /// Features or rows read: the accepted and the rejected.
  package var read: Int { accepted + rejections.count }

  /// How many were rejected for a reason.
  package func rejected(_ reason: EventRejectReason) -> Int {
    rejections.count { $0.reason == reason }
  }

  /// "3 bad_time, 1 malformed"; empty where nothing was rejected.
  package var reasons: String {
    EventRejectReason.allCases.map { ($0.rawValue, rejected($0)) }.filter { $0.1 > 0 }
      .map { "\($0.1) \($0.0)" }.joined(separator: ", ")
  }

  mutating func accept() { accepted += 1 }

  mutating func reject(_ number: Int, _ reason: EventRejectReason, value: String) {
    rejections.append(Rejection(number: number, reason: reason, value: value))
  }
}
