/// Every row read, as accepted or as rejected for a named reason; the counts always add up.
public struct RowLedger: Sendable, Equatable {
  /// Rows used.
  public private(set) var accepted: UInt64 = 0
  private var rejectedByReason = [UInt64](repeating: 0, count: RejectReason.allCases.count)

  /// An empty ledger.
  public init() {}

  /// Rows read: the accepted and all the rejected.
  public var read: UInt64 { rejectedByReason.reduce(accepted, +) }

  /// Rows rejected for a reason.
  public func rejected(_ reason: RejectReason) -> UInt64 { rejectedByReason[reason.index] }

  /// Enters rows as used.
  package mutating func accept(_ count: Int) { accepted += UInt64(count) }

  /// Enters rows as rejected for a reason.
  package mutating func reject(_ reason: RejectReason, count: Int = 1) {
    rejectedByReason[reason.index] += UInt64(count)
  }

  /// Turns rows entered as accepted into rejected ones, when that shows only later.
  package mutating func withdraw(_ count: Int, _ reason: RejectReason) {
    accepted -= UInt64(count)
    rejectedByReason[reason.index] += UInt64(count)
  }

  /// Adds another ledger's rows.
  package mutating func add(_ other: RowLedger) {
    accepted += other.accepted
    for index in rejectedByReason.indices { rejectedByReason[index] += other.rejectedByReason[index] }
  }
}
