/// Where in the rows of a table the needed columns stand, worked out once from its header.
package struct ColumnPlan: Sendable, Equatable {
  /// Pass over some fields, then read one.
  package struct Step: Sendable, Equatable {
    let fieldsToSkip: Int
    let role: ColumnRole
  }

  /// The byte between fields: comma, semicolon, tab or bar.
  package let delimiter: UInt8
  /// The columns to read, from left to right.
  package private(set) var steps: [Step]
  /// The layout recognised.
  package let layout: TableLayout
  /// How sure it is that the table is one: a header that is known, or columns that the user named.
  let certainty: FormatCertainty
  /// Which way round dates with slashes are; nil where that is not known.
  var slashDates: TimeFormat?
  /// Column indices by role, for the careful reading of odd rows.
  private(set) var columns: [(role: ColumnRole, column: Int)]
  /// Whether the first line is the header, not data.
  package let hasHeader: Bool
  /// Whether days have a column of their own.
  var hasDates: Bool { columns.contains { $0.role == .date } }
  /// All columns from left to right, and what they mean.
  let uses: [ColumnUse]
  /// Whether a row with more fields than there are columns may have its position elsewhere: a column stands before the last
  /// one needed that is none, and a comma in it may have moved what is behind.
  let mayBeShifted: Bool
  /// Whether such a row may have its speed, course or type elsewhere, if not its position.
  private(set) var mayBeShiftedBehind = false
  /// Whether a column behind the position may hold texts, whose commas explain a row with too many fields.
  let hasTextsBehind: Bool
  /// Whether the last of the columns is needed: in a row whose last field is empty nothing has then moved.
  let endsWithNeeded: Bool
  /// Whether the column of message types is one of types of AIS, and no number of its own.
  let hasMessageTypes: Bool

  package static func == (a: ColumnPlan, b: ColumnPlan) -> Bool {
    a.delimiter == b.delimiter && a.steps == b.steps && a.layout == b.layout && a.slashDates == b.slashDates
  }

  /// Reads a header line (without its line end).
  ///
  /// `map` names columns by role, by header name or, where none has that name, by number from 1; it wins over the
  /// aliases. When all four needed columns are mapped by number the table may lack a header: a first line whose mapped
  /// latitude is a number is then data. Throws `TracksError.unusable` naming what is missing, and `notARecording`
  /// where that is so much that the table is hardly one of positions.
  package init(
    header line: UnsafeBufferPointer<UInt8>, map: [ColumnRole: String], timeFormat: TimeFormat,
    limits: ReadLimits = ReadLimits(), path: String
  ) throws(TracksError) {
    var bytes = line
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = UnsafeBufferPointer(rebasing: bytes[3...]) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .notARecording(
        path: path, line: nil, why: "is UTF-16 text",
        advice: "convert it to UTF-8 first (iconv -f UTF-16 -t UTF-8)")
    }
    if bytes.contains(where: { $0 < 9 || ($0 > 13 && $0 < 32) }) {
      throw .notARecording(
        path: path, line: 1, why: "is not a table of positions (binary data)", advice: Self.advice)
    }
    if let first = bytes.firstIndex(of: 13), bytes[first...].contains(where: { $0 != 13 }) {
      throw Self.endsLinesWithReturns(path)
    }
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
    let counts = candidates.map { candidate in bytes.count { $0 == candidate } }
    let most = counts.max() ?? 0
    delimiter = candidates[counts.firstIndex(of: most) ?? 0]
    let names = FieldSplitter.fields(of: bytes, delimiter: delimiter).map { String(decoding: $0, as: UTF8.self) }
    guard names.count <= limits.mostFields else {
      throw .notARecording(
        path: path, line: 1,
        why: "has \(names.count) columns, more than \(limits.mostFields)",
        advice: "raise --limit fields= if that is meant")
    }
    let normalized = names.map(ColumnRole.normalized)

    let isHeaderless = Self.isHeaderless(names, map: map, allowsComma: delimiter != 0x2C)
    hasHeader = !isHeaderless
    var found: [(role: ColumnRole, column: Int)] = []
    var unfound: ColumnRole?
    for role in ColumnRole.allCases {
      guard let wanted = map[role] else { continue }
      let named = names.firstIndex(of: wanted) ?? normalized.firstIndex(of: ColumnRole.normalized(wanted))
      if !isHeaderless, let named {
        found.append((role, named))
      } else if let number = Int(wanted), number >= 1, number <= names.count {
        found.append((role, number - 1))
      } else {
        unfound = unfound ?? role
      }
    }
    var missing: [ColumnRole] = []
    for role in ColumnRole.allCases where map[role] == nil {
      if !isHeaderless, let alias = role.aliases.first(where: normalized.contains),
        let column = normalized.firstIndex(of: alias),
        // What may be left out takes no column from the user's own meaning of it, or from what is needed.
        !role.isIdentity && role != .date || !found.contains(where: { $0.column == column })
      {
        found.append((role, column))
      } else if role.isNeeded {
        missing.append(role)
      }
    }
    // With all but one of what is needed it is a recording, whatever its name, and not passed over.
    let mayBeRecording = found.count { $0.role.isNeeded } >= 3 || Self.looksLikePosition(names)
    func lacks(_ why: String, _ advice: String) -> TracksError {
      mayBeRecording
        ? .unusable(path: path, line: 1, why: why + "; " + advice)
        : .notARecording(path: path, line: 1, why: why, advice: advice)
    }
    if let unfound, let wanted = map[unfound] {
      throw lacks("has no column '\(wanted)' for --map \(unfound.rawValue)=", "its columns are \(Self.listed(names))")
    }
    guard missing.isEmpty else {
      let example = missing.map { "\($0.rawValue)=COLUMN" }.joined(separator: ",")
      throw lacks(
        "has no column for \(missing.map(\.rawValue).joined(separator: ", "))",
        "name it with --map \(example); its columns are \(Self.listed(names))")
    }
    columns = found.sorted { $0.column < $1.column }
    for (left, right) in zip(columns, columns.dropFirst()) where left.column == right.column {
      throw .unusable(
        path: path, line: 1,
        why: "column \(left.column + 1) stands for both \(left.role.rawValue) and \(right.role.rawValue); "
          + "give each its own column with --map")
    }
    let roles = Dictionary(uniqueKeysWithValues: columns.map { ($0.column, $0.role) })
    uses = names.enumerated().map { ColumnUse(name: isHeaderless ? "\($0 + 1)" : $1, role: roles[$0]) }
    hasMessageTypes = Self.hasMessageTypes(columns, normalized, map)
    steps = Self.steps(columns, hasMessageTypes: hasMessageTypes)
    let lastNeeded = columns.last { $0.role.isNeeded || $0.role == .date }?.column ?? 0
    mayBeShifted = hasHeader && Self.hasTexts(columns, before: lastNeeded)
    hasTextsBehind =
      columns.count { $0.column > lastNeeded && !$0.role.isIdentity } < names.count - 1 - lastNeeded
    endsWithNeeded = columns.last { $0.role.isNeeded }?.column == names.count - 1
    layout = TableLayout(normalizedHeader: normalized)
    certainty = !map.isEmpty ? .told : layout == .table ? .likely : .certain
    slashDates = timeFormat == .auto ? (layout == .danish ? .dayFirst : nil) : timeFormat
    mayBeShiftedBehind = hasShiftsBehind
  }

  /// What to do where a file is no table.
  static let advice = "give AIS as CSV, plain or compressed"

  /// What there is to say of a file of lines as old Macintoshes wrote them.
  static func endsLinesWithReturns(_ path: String) -> TracksError {
    .unusable(
      path: path, line: 1,
      why: "has lines that end with a carriage return alone; convert it first (tr '\\r' '\\n')")
  }

  /// The same without some columns, none of them needed.
  func without(_ roles: [ColumnRole]) -> ColumnPlan {
    var plan = self
    plan.columns.removeAll { roles.contains($0.role) }
    plan.steps = Self.steps(plan.columns, hasMessageTypes: hasMessageTypes)
    plan.mayBeShiftedBehind = plan.hasShiftsBehind
    return plan
  }

  /// Whether what stands behind the position may be elsewhere in a row with too many fields.
  private var hasShiftsBehind: Bool {
    guard hasHeader, let last = columns.last(where: { Self.isMotion($0.role) })?.column else { return false }
    return Self.hasTexts(columns, before: last, besides: [.speed, .course, .vesselType])
  }

  /// Whether a role is one of those that are read with a position, and may be left out.
  static func isMotion(_ role: ColumnRole) -> Bool { role == .speed || role == .course || role == .vesselType }

  /// Whether a column stands before another that may hold any text.
  private static func hasTexts(
    _ columns: [(role: ColumnRole, column: Int)], before last: Int, besides: [ColumnRole] = []
  ) -> Bool {
    // The words for a type of mobile have no commas.
    let known = [.mobileType, .messageType, .date, .millisecond] + besides
    return columns.count { $0.column <= last && ($0.role.isNeeded || known.contains($0.role)) } <= last
  }

  /// Whether the column of message types has those of AIS: it is called so, the user says so, or a repeat indicator,
  /// which is nothing else's, stands beside it.
  private static func hasMessageTypes(
    _ columns: [(role: ColumnRole, column: Int)], _ names: [String], _ map: [ColumnRole: String]
  ) -> Bool {
    guard let column = columns.first(where: { $0.role == .messageType })?.column else { return false }
    return map[.messageType] != nil || names.contains("repeatindicator")
      || ["messagetype", "msgtype", "aismessagetype", "aismsgtype"].contains(names[column])
  }

  private static func steps(_ columns: [(role: ColumnRole, column: Int)], hasMessageTypes: Bool) -> [Step] {
    var next = 0
    var steps: [Step] = []
    // Numbers of messages matter only where there is no position, which is read with care.
    for (role, column) in columns where column >= next && (role != .messageType || hasMessageTypes) {
      steps.append(Step(fieldsToSkip: column - next, role: role))
      next = column + 1
    }
    return steps
  }

  /// Whether the first line is data: all needed columns are mapped by number, and its latitude is one.
  private static func isHeaderless(_ names: [String], map: [ColumnRole: String], allowsComma: Bool) -> Bool {
    let needed = ColumnRole.allCases.filter(\.isNeeded)
    guard needed.allSatisfy({ map[$0].flatMap { Int($0) }.map { (1...names.count).contains($0) } ?? false }),
      let latitude = map[.latitude].flatMap({ Int($0) })
    else { return false }
    return NumberText.scaled(Array(names[latitude - 1].utf8), places: 7, allowsComma: allowsComma) != nil
  }

  /// Whether a first line is a position rather than a header: it has a vessel's MMSI and two numbers with decimals.
  private static func looksLikePosition(_ names: [String]) -> Bool {
    let hasVessel = names.contains { name in
      guard let (number, digits) = NumberText.whole(Array(name.utf8)[...]), number < 1_000_000_000 else { return false }
      return StationKind(mmsi: UInt32(number), digits: digits) == .vessel
    }
    return hasVessel
      && names.count { name in
        name.contains(".") && NumberText.scaled(Array(name.utf8), places: 7, allowsComma: false) != nil
      } >= 2
  }

  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(12).map { name in
      String(name.unicodeScalars.prefix(40).filter { $0.value >= 32 && $0.value != 127 }.map(Character.init))
    }
    return shown.joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }
}
