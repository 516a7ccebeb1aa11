/// Finds out from a table's rows which way round its dates with slashes are.
struct DateOrder {
  /// A date with slashes, points or dashes of which day or month come first, for the sentence: one that may be either
  /// where there is one; nil before the first.
  private(set) var example: String?
  /// Whether one of them may be either way round, and means two days.
  private(set) var isAmbiguous = false
  /// Which way round the dates are, by the first that can be only that; nil where none has told yet.
  private(set) var found: TimeFormat?
  /// Dates that can be only one way round, the first of either; two where the rows contradict one another.
  private(set) var contradiction: (String, String)?
  private var firstTelling: String?
  private let plan: ColumnPlan

  /// Nothing is known yet of a table of a plan.
  init(_ plan: ColumnPlan) { self.plan = plan }

  /// Looks at the rows of whole lines.
  mutating func look(at lines: UnsafeBufferPointer<UInt8>) {
    let columns = plan.columns.filter { $0.role == .time || $0.role == .date }
    for line in lines.split(separator: 10) where contradiction == nil {
      let line = UnsafeBufferPointer(rebasing: line)
      var position = 0
      var next = 0
      for (_, column) in columns {
        var field: [UInt8]?
        while next <= column, position <= line.count {
          field = FieldSplitter.field(of: line, from: &position, delimiter: plan.delimiter)
          next += 1
        }
        if let field { look(at: field) }
      }
    }
  }

  /// Looks at one date; what is none says nothing.
  private mutating func look(at field: [UInt8]) {
    let date = field.prefix { $0 != 0x20 && $0 != UInt8(ascii: "T") }
    let parts = date.split(omittingEmptySubsequences: false) { "/-.".utf8.contains($0) }
    guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4,
      let first = NumberText.whole(parts[0])?.value, let second = NumberText.whole(parts[1])?.value,
      NumberText.whole(parts[2]) != nil
    else { return }
    if example == nil || !isAmbiguous && first != second {
      example = String(decoding: date, as: UTF8.self)
      isAmbiguous = first != second && first <= 12 && second <= 12
    }
    // What is beyond twelve in both is no date.
    guard (first > 12) != (second > 12) else { return }
    let told = first > 12 ? TimeFormat.dayFirst : .monthFirst
    if found == nil {
      found = told
      firstTelling = String(decoding: date, as: UTF8.self)
    } else if found != told {
      contradiction = (firstTelling ?? "", String(decoding: date, as: UTF8.self))
    }
  }

  /// Goes through a file once more until a row tells; false for standard input, which cannot be.
  static func search(
    _ source: InputSource, _ name: String, _ limits: ReadLimits, _ order: inout DateOrder
  ) throws(TracksError) -> Bool {
    if case .standardInput = source { return false }
    let file = try PackedFile(source, limits: limits)
    file.hashesPlainBytes = false
    while let member = try file.next() {
      if !member.isEmpty, source.name + ":" + member != name { continue }
      var bytes = [UInt8](repeating: 0, count: limits.longestLine)
      var carried = 0
      while order.found == nil {
        let got = try bytes.withUnsafeMutableBufferPointer { buffer throws(TracksError) in
          try file.read(
            into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[carried...]))
        }
        let count = carried + got
        guard got > 0, let stop = bytes[..<count].lastIndex(of: 10) else { return true }
        bytes.withUnsafeBufferPointer { order.look(at: UnsafeBufferPointer(rebasing: $0[..<stop])) }
        bytes.replaceSubrange(0..<(count - stop - 1), with: Array(bytes[(stop + 1)..<count]))
        carried = count - stop - 1
      }
      return true
    }
    return true
  }
}
