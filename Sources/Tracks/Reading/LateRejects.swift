/// Fixes that turn out not to count only once all of their vessel's are there.
struct LateRejects: Sendable {
  /// How many there are because another fix of the track stands at that instant.
  private(set) var duplicates = 0
  /// How many there are because no ship can have been there.
  private(set) var strays = 0
  /// The rows of all, where rows are named.
  private(set) var rows: [(row: UInt64, vessel: UInt32, fix: Fix, reason: RejectReason)] = []

  /// Enters so many fixes, the rows of which are told one by one if at all.
  mutating func count(duplicates: Int = 0, strays: Int = 0) {
    self.duplicates += duplicates
    self.strays += strays
  }

  /// Names the row of a fix that is counted besides.
  mutating func name(_ row: UInt64, _ vessel: UInt32, _ fix: Fix, _ reason: RejectReason) {
    rows.append((row, vessel, fix, reason))
  }

  /// Adds others.
  mutating func add(_ other: LateRejects) {
    duplicates += other.duplicates
    strays += other.strays
    rows += other.rows
  }

  /// The same, the rows in the order of the input.
  var inOrder: LateRejects {
    var ordered = self
    ordered.rows.sort { $0.row < $1.row }
    return ordered
  }
}
