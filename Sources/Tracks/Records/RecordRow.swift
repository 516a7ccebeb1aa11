/// One row of positions: fields by role as text, as the file spells them.
package struct RecordRow: Sendable {
  /// The line, from 1, at which the row's record begins.
  package var line = 0
  /// Whether no voyage leads here from the row before it of the same track: the first point of a `<trkseg>`, of a further
  /// line of a MultiLineString, or of a further member of a moving geometry.
  package var startsPiece = false
  /// To which track the row belongs where it has no MMSI; nil where to none.
  package var track: RecordTrack?
  /// Why the row cannot be taken for a position at all.
  package var fault: RejectReason?
  /// What of the row is to blame for its fault, as it stands in the input; empty where that is not kept.
  package var faultText: [UInt8] = []
  /// The texts of the fields, and of those that were said before them.
  private var bytes: [UInt8] = []
  private var ranges = [Range<Int>](repeating: 0..<0, count: ColumnRole.allCases.count)
  /// Bytes beyond which texts that count no more go, so that a key may come a million times.
  private var tidiesBeyond = Self.leastTidied

  private static let leastTidied = 1 << 16

  /// An empty row.
  package init() {}

  /// Empties the row for the next.
  package mutating func clear() {
    line = 0
    startsPiece = false
    track = nil
    fault = nil
    faultText.removeAll()
    bytes.removeAll(keepingCapacity: true)
    for index in ranges.indices { ranges[index] = 0..<0 }
  }

  /// Says what a field holds; the last word counts.
  package mutating func set(_ role: ColumnRole, to text: some Collection<UInt8>) {
    if bytes.count > tidiesBeyond { tidy() }
    let start = bytes.count
    bytes.append(contentsOf: text)
    ranges[role.index] = start..<bytes.count
  }

  /// What a field holds; empty where nothing was said.
  package func field(_ role: ColumnRole) -> ArraySlice<UInt8> { bytes[ranges[role.index]] }

  /// The text of the instant: what the time's field holds, behind the date's where it is only a time of day.
  ///
  /// A time of day has colons or six digits. A date may have a midnight behind it, as spreadsheets write it.
  package var instant: [UInt8] {
    let time = field(.time)
    let date = field(.date).prefix { $0 != 0x20 && $0 != UInt8(ascii: "T") }
    guard !date.isEmpty, field(.date).dropFirst(date.count).allSatisfy({ " T0:.Z".utf8.contains($0) }) else {
      return Array(time)
    }
    let hour = time.prefix { $0 &- 48 <= 9 }
    let isClock = hour.count <= 2 && time.dropFirst(hour.count).first == UInt8(ascii: ":")
    guard isClock || hour.count == 6 else { return Array(time) }
    if isClock { return date + [0x20] + time }
    let digits = Array(hour)
    return date + [0x20] + digits[..<2] + [0x3A] + digits[2..<4] + [0x3A] + digits[4...] + time.dropFirst(6)
  }

  /// Becomes what another row is; its memory is kept.
  mutating func copy(_ other: RecordRow) {
    line = other.line
    startsPiece = other.startsPiece
    track = other.track
    fault = other.fault
    faultText = other.faultText
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: other.bytes)
    for index in ranges.indices { ranges[index] = other.ranges[index] }
  }

  private mutating func tidy() {
    var kept: [UInt8] = []
    for index in ranges.indices {
      let start = kept.count
      kept += bytes[ranges[index]]
      ranges[index] = start..<kept.count
    }
    bytes = kept
    tidiesBeyond = max(Self.leastTidied, 2 * kept.count)
  }
}
