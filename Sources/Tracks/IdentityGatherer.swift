import Platform

/// Gathers from the rows that one worker reads what they say of who their vessels are.
///
/// A vessel says the same from row to row, so its last row's bytes are kept and compared; fields are read only where
/// these differ.
struct IdentityGatherer: Sendable {
  /// What a vessel said last, and since when on one day.
  private struct Running: Sendable {
    /// The saying's number in the table, -1 before the first.
    var saying: Int32 = -1
    /// Which layout the bytes are of, -1 where there are none.
    var layout: Int32 = -1
    /// How many bytes there are.
    var count = 0
    var dayStart: Int64 = 0
    var first: Int64 = 0
    var last: Int64 = 0
  }

  /// Bytes kept of a vessel's last row; rows with more are read each time.
  private static let slot = 96

  private var index = VesselIndex()
  private var running: [Running] = []
  private var bytes: [UInt8] = []
  private var table = IdentityTable()
  private var layouts: [IdentityColumns] = []
  private var layout = 0
  /// The fields of one row, where positions stand between them.
  private var joined: [UInt8] = []

  /// The columns of the rows that follow; a vessel's bytes of another layout mean something else.
  mutating func begin(_ columns: IdentityColumns) {
    if let known = layouts.firstIndex(of: columns) {
      layout = known
    } else {
      layout = layouts.count
      layouts.append(columns)
    }
    if table.isDue {
      flush()
      table.compact()
    }
  }

  /// Takes in a vessel's row, from the beginning of one of its columns to its end.
  @inline(__always)
  mutating func take(
    _ columns: IdentityColumns, from row: UnsafePointer<UInt8>, column: Int, to end: UnsafePointer<UInt8>,
    of vessel: UInt32, at milliseconds: Int64
  ) {
    var p = row
    var toSkip = columns.first &- column
    let delimiter = columns.delimiter
    while toSkip > 0 {
      guard p < end, p[0] != UInt8(ascii: "\"") else { break }
      while p < end, p[0] != delimiter { p += 1 }
      p += 1
      toSkip &-= 1
    }
    if toSkip > 0 {
      guard p < end, let behind = skipped(columns, from: p, toSkip: toSkip, to: end) else { return }
      p = behind
    }
    guard p < end else { return }
    let number = index.number(of: vessel)
    if number == running.count { append() }
    let line = UnsafeBufferPointer(start: p, count: end - p)
    let count = running[number].count
    let isSame: Bool
    if columns.isBlock {
      isSame =
        count <= line.count && (count == line.count || line[count] == delimiter) && isKept(p, count, at: number)
    } else {
      join(columns, line)
      isSame = joined.count == count && joined.withUnsafeBufferPointer { isKept($0.baseAddress, count, at: number) }
    }
    if isSame {
      goOn(vessel, number, at: milliseconds)
    } else if !saysNothing(columns, p, end) {
      read(columns, line, of: vessel, number, at: milliseconds)
    }
  }

  /// All that was gathered.
  consuming func finish() -> IdentityTable {
    flush()
    return table
  }

  @inline(never)
  private mutating func append() {
    running.append(Running())
    bytes.append(contentsOf: repeatElement(0, count: Self.slot))
  }

  /// Whether a vessel's last row had the same bytes, in the same layout.
  @inline(__always)
  private func isKept(_ p: UnsafePointer<UInt8>?, _ count: Int, at number: Int) -> Bool {
    guard running[number].layout == Int32(truncatingIfNeeded: layout), let p else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      return memcmp(base + number &* Self.slot, p, count) == 0
    }
  }

  /// The vessel says what its last row said.
  @inline(__always)
  private mutating func goOn(_ vessel: UInt32, _ number: Int, at milliseconds: Int64) {
    let known = running[number]
    if milliseconds >= known.dayStart, milliseconds < known.dayStart &+ IdentityTable.day {
      if milliseconds > known.last {
        running[number].last = milliseconds
      } else if milliseconds < known.first {
        running[number].first = milliseconds
      }
    } else {
      run(known.saying, of: vessel, number, at: milliseconds)
    }
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
    if saying == .nothing { return }
    // `position` is behind the delimiter, or behind the end as if there were one.
    if columns.isBlock {
      keep(line[..<(isWhole ? position - 1 : 0)], at: number)
    } else {
      keep(joined[...], at: number)
    }
    run(table.number(of: saying), of: vessel, number, at: milliseconds)
  }

  /// Keeps bytes to know the next row by; none or too many are not kept.
  private mutating func keep(_ said: some Collection<UInt8>, at number: Int) {
    let count = said.count
    running[number].layout = count > 0 && count <= Self.slot ? Int32(layout) : -1
    running[number].count = count
    if count <= Self.slot { bytes.replaceSubrange(number * Self.slot..<number * Self.slot + count, with: said) }
  }

  /// Begins or goes on with what a vessel says.
  private mutating func run(_ saying: Int32, of vessel: UInt32, _ number: Int, at milliseconds: Int64) {
    let known = running[number]
    let dayStart = milliseconds / IdentityTable.day * IdentityTable.day
    if known.saying >= 0 {
      if known.saying == saying, known.dayStart == dayStart {
        running[number].first = min(known.first, milliseconds)
        running[number].last = max(known.last, milliseconds)
        return
      }
      table.add(known.saying, of: vessel, first: known.first, last: known.last)
    }
    running[number].saying = saying
    running[number].dayStart = dayStart
    running[number].first = milliseconds
    running[number].last = milliseconds
  }

  /// Enters what is running, and forgets it: the table may number its sayings anew.
  private mutating func flush() {
    for (number, vessel) in index.vessels.enumerated() {
      let known = running[number]
      if known.saying >= 0 { table.add(known.saying, of: vessel, first: known.first, last: known.last) }
      running[number] = Running()
    }
  }
}
