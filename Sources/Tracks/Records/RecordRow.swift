/// One row of positions: fields by role as text, as the file spells them.
struct RecordRow: Sendable {
  /// The line, from 1, at which the row begins.
  var line = 0
  /// Whether no voyage leads here from the row before it of the same track.
  var startsPiece = false
  /// To which track the row belongs where it has no MMSI; nil where to none.
  var track: RecordTrack?
  /// Why the row cannot be taken for a position at all.
  var fault: RejectReason?
  private var bytes: [UInt8] = []
  private var ranges = [Range<Int>](repeating: 0..<0, count: ColumnRole.allCases.count)

  /// An empty row.
  init() {}

  /// Empties the row for the next.
  mutating func clear() {
    line = 0
    startsPiece = false
    track = nil
    fault = nil
    bytes.removeAll(keepingCapacity: true)
    for index in ranges.indices { ranges[index] = 0..<0 }
  }

  /// Says what a field holds; the last word counts.
  mutating func set(_ role: ColumnRole, to text: some Collection<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    ranges[role.index] = start..<bytes.count
  }

  /// What a field holds; empty where nothing was said.
  func field(_ role: ColumnRole) -> ArraySlice<UInt8> { bytes[ranges[role.index]] }
}
