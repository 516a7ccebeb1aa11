import Platform

/// Gathers from the rows that one worker reads what they say of who their vessels are.
///
/// A vessel says the same from row to row, so its last row's bytes are kept and compared; fields are read only where
/// these differ.
struct IdentityGatherer: ~Copyable, Sendable {
  /// A row that waits to be looked at.
  private struct Row {
    /// From the beginning of one of its columns.
    let start: UnsafePointer<UInt8>
    /// Which column that is.
    let column: Int
    let end: UnsafePointer<UInt8>
    let vessel: UInt32
    /// The vessel's number.
    var number: Int32 = 0
    let milliseconds: Int64
  }

  /// So many rows are looked at together: what their vessels said last is fetched from memory for all of them at once.
  private static let rowsAtOnce = 32

  // The pointers are the caller's until `takeIn`.
  private nonisolated(unsafe) var rows: [Row] = []
  /// What nobody needs: it only keeps the fetching from being left out.
  private var fetched: Int32 = 0
  private var index = VesselIndex()
  /// What each vessel said last, by its number.
  private var said = SaidBytes()
  private var table = IdentityTable()
  private var layouts: [IdentityColumns] = []
  private var layout: Int32 = 0
  /// The fields of one row, where positions stand between them.
  private var joined: [UInt8] = []

  /// The columns of the rows that follow; a vessel's bytes of another layout mean something else.
  mutating func begin(_ columns: IdentityColumns) {
    if let known = layouts.firstIndex(of: columns) {
      layout = Int32(known)
    } else {
      layout = Int32(layouts.count)
      layouts.append(columns)
    }
    if table.isDue {
      flush()
      table.compact()
    }
  }

  /// Takes in a vessel's row, from the beginning of one of its columns to its end; it must stay until `takeIn`.
  @inline(__always)
  mutating func take(
    _ columns: IdentityColumns, from row: UnsafePointer<UInt8>, column: Int, to end: UnsafePointer<UInt8>,
    of vessel: UInt32, at milliseconds: Int64
  ) {
    rows.append(Row(start: row, column: column, end: end, vessel: vessel, milliseconds: milliseconds))
    if rows.count >= Self.rowsAtOnce { takeIn(columns) }
  }

  /// Takes in what vessels said in messages or rows that are no table's.
  mutating func take(_ sayings: [TimedSaying]) {
    if table.isDue {
      flush()
      table.compact()
    }
    for one in sayings {
      let number = index.number(of: one.vessel)
      if number == said.count { said.append() }
      // Bytes of a table's row no longer tell what was said last.
      said.keep([], layout: -1, at: number)
      run(table.number(of: one.saying), of: one.vessel, number, at: one.milliseconds)
    }
  }

  /// Looks at the rows that wait.
  @inline(never)
  mutating func takeIn(_ columns: IdentityColumns) {
    for place in rows.indices {
      let number = index.number(of: rows[place].vessel)
      if number == said.count { said.append() }
      rows[place].number = Int32(truncatingIfNeeded: number)
      fetched ^= said.fetch(number)
    }
    var waiting: [Row] = []
    swap(&waiting, &rows)
    for row in waiting { take(row, columns) }
    waiting.removeAll(keepingCapacity: true)
    swap(&waiting, &rows)
  }

  @inline(__always)
  private mutating func take(_ row: Row, _ columns: IdentityColumns) {
    let end = row.end
    var p = row.start
    var toSkip = columns.first &- row.column
    let delimiter = columns.delimiter
    while toSkip > 0 {
      guard p < end, p[0] != UInt8(ascii: "\"") else { break }
      // Fields are short: as a rule the next eight bytes, which can be read, have the delimiter among them.
      let behind = QuickScan.behind(delimiter, p)
      if let behind, behind <= end {
        p = behind
      } else {
        while p < end, p[0] != delimiter { p += 1 }
        p += 1
      }
      toSkip &-= 1
    }
    if toSkip > 0 {
      guard p < end, let behind = skipped(columns, from: p, toSkip: toSkip, to: end) else { return }
      p = behind
    }
    guard p < end else { return }
    let number = Int(row.number)
    let line = UnsafeBufferPointer(start: p, count: end - p)
    let count = said[number].count
    let isSame: Bool
    if columns.isBlock {
      isSame =
        count <= line.count && (count == line.count || line[count] == delimiter)
        && said[number].layout == layout && said.isKept(p, at: number)
    } else {
      join(columns, line)
      isSame = joined.count == count && said[number].layout == layout && said.isKept(joined, at: number)
    }
    if isSame {
      goOn(row.vessel, number, at: row.milliseconds)
    } else if !saysNothing(columns, p, end) {
      read(columns, line, of: row.vessel, number, at: row.milliseconds)
    }
  }

  /// All that was gathered.
  consuming func finish() -> IdentityTable {
    flush()
    return table
  }

  /// The vessel says what its last row said.
  @inline(__always)
  private mutating func goOn(_ vessel: UInt32, _ number: Int, at milliseconds: Int64) {
    if !said.extend(number, to: milliseconds) { run(said[number].saying, of: vessel, number, at: milliseconds) }
  }

  /// Puts a row's fields one behind the other; none where one of them is quoted or missing, which `read` knows about.
  private mutating func join(_ columns: IdentityColumns, _ line: UnsafeBufferPointer<UInt8>) {
    joined.removeAll(keepingCapacity: true)
    var start = 0
    var column = columns.first
    for wanted in columns.columns {
      var end = start
      while column <= wanted.column {
        start = end
        guard start <= line.count, start == line.count || line[start] != UInt8(ascii: "\"") else {
          joined.removeAll(keepingCapacity: true)
          return
        }
        while end < line.count, line[end] != columns.delimiter { end += 1 }
        if column == wanted.column { joined.append(contentsOf: line[start..<end]) }
        end += 1
        column += 1
      }
      joined.append(columns.delimiter)
      start = end
    }
  }

  /// Whether all fields are empty, as in many rows of raw recordings.
  @inline(__always)
  private func saysNothing(
    _ columns: IdentityColumns, _ p: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> Bool {
    var count = 0
    while p + count < end, p[count] == columns.delimiter { count &+= 1 }
    return count > columns.last &- columns.first || p + count == end
  }

  /// Behind some fields of which the first is quoted; nil where a quote does not close or the row ends.
  private func skipped(
    _ columns: IdentityColumns, from p: UnsafePointer<UInt8>, toSkip: Int, to end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    let line = UnsafeBufferPointer(start: p, count: end - p)
    var position = 0
    for _ in 0..<toSkip {
      guard position <= line.count,
        FieldSplitter.field(of: line, from: &position, delimiter: columns.delimiter) != nil
      else { return nil }
    }
    return p + position
  }

  /// Reads the fields from the first of the columns on.
  private mutating func read(
    _ columns: IdentityColumns, _ line: UnsafeBufferPointer<UInt8>, of vessel: UInt32, _ number: Int,
    at milliseconds: Int64
  ) {
    let delimiter = columns.delimiter
    var saying = VesselSaying.nothing
    var position = 0
    var column = columns.first
    var isWhole = true
    for wanted in columns.columns {
      while isWhole, column <= wanted.column {
        guard position <= line.count,
          let field = FieldSplitter.field(of: line, from: &position, delimiter: delimiter)
        else {
          isWhole = false
          break
        }
        if column == wanted.column {
          saying.set(wanted.role, to: field, allowsComma: delimiter != UInt8(ascii: ","))
        }
        column += 1
      }
    }
    // Whoever says nothing goes on saying what was said.
    if saying == .nothing || isWhole && hasSurplus(columns, line, from: position) { return }
    // `position` is behind the delimiter, or behind the end as if there were one.
    if columns.isBlock {
      said.keep(line[..<(isWhole ? position - 1 : 0)], layout: layout, at: number)
    } else {
      said.keep(joined[...], layout: layout, at: number)
    }
    run(table.number(of: saying), of: vessel, number, at: milliseconds)
  }

  /// Whether a row has more fields than it may: a comma in one of its texts has then moved others.
  private func hasSurplus(
    _ columns: IdentityColumns, _ line: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Bool {
    var (position, count) = (start, columns.last + 1)
    while count <= columns.mostFields, position <= line.count,
      FieldSplitter.field(of: line, from: &position, delimiter: columns.delimiter) != nil
    { count += 1 }
    return count > columns.mostFields
  }

  /// Begins or goes on with what a vessel says.
  private mutating func run(_ saying: Int32, of vessel: UInt32, _ number: Int, at milliseconds: Int64) {
    let known = said[number]
    if known.saying >= 0 {
      if known.saying == saying, said.extend(number, to: milliseconds) { return }
      table.add(known.saying, of: vessel, first: known.firstInstant, last: known.lastInstant)
    }
    said.begin(number, saying: saying, at: milliseconds)
  }

  /// Enters what is running, and forgets it: the table may number its sayings anew.
  private mutating func flush() {
    for (number, vessel) in index.vessels.enumerated() {
      let known = said[number]
      if known.saying >= 0 {
        table.add(known.saying, of: vessel, first: known.firstInstant, last: known.lastInstant)
      }
      said.forget(number)
    }
  }
}
