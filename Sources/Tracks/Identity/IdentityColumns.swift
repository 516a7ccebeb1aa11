/// Where the rows of a table say who their vessel is.
struct IdentityColumns: Sendable, Equatable {
  /// A column that says something of the vessel.
  struct Column: Sendable, Equatable {
    let role: ColumnRole
    let column: Int
  }

  /// The columns from left to right; at least one.
  let columns: [Column]
  /// The byte between fields.
  let delimiter: UInt8
  /// The leftmost of the columns.
  let first: Int
  /// The rightmost of the columns.
  let last: Int
  /// The column behind the last one that the quick reading of positions goes to, where all of these stand behind it;
  /// else 0, from where the row is gone through once more.
  let start: Int
  /// Whether equal rows of a vessel have equal bytes from the first to the last of the columns: none that says where
  /// the vessel is stands between them.
  let isBlock: Bool
  /// How many fields a row may have; in one that has more they may stand elsewhere.
  let mostFields: Int

  /// The columns of a plan; `positions` is the same plan as the positions are read by. Nil where there are none.
  init?(_ plan: ColumnPlan, positions: ColumnPlan) {
    columns = plan.columns.filter { $0.role.isIdentity }.map { Column(role: $0.role, column: $0.column) }
    guard let first = columns.first?.column, let last = columns.last?.column else { return nil }
    self.first = first
    self.last = last
    delimiter = plan.delimiter
    mostFields = plan.uses.count
    let behind = (positions.columns.last?.column ?? -1) + 1
    start = behind <= first ? behind : 0
    isBlock = !positions.columns.contains { (first...last).contains($0.column) && !$0.role.isIdentity }
  }
}
