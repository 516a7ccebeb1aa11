/// One row of a format that is no table of lines: fields by role as text, as the file spells them.
package struct RecordRow {
  /// The line, from 1, at which the row's record begins.
  package var line = 0
  /// Whether no voyage leads here from the track's row before: the first point of a `<trkseg>`, of a further line of a
  /// MultiLineString, or of a further member of a moving geometry.
  package var startsPiece = false
  /// The track that the row belongs to where it has no MMSI; nil: it belongs to none.
  package var track: RecordTrack?
  /// Why the row is none, where it cannot be taken for a position at all.
  package var fault: RejectReason?

  /// The texts of the fields, those that were replaced among them.
  private var texts: [UInt8] = []
  /// Where in `texts` each role's field is; empty where it is not said.
  private var ranges = [Range<Int>](repeating: 0..<0, count: ColumnRole.allCases.count)

  /// Bytes of `texts` beyond which those that were replaced go, so that a key may come a million times.
  private var tidiesBeyond = Self.leastTidied

  private static let leastTidied = 1 << 16

  /// A row that says nothing.
  package init() {}

  /// Makes it a row that says nothing; its memory is kept.
  package mutating func clear() {
    line = 0
    startsPiece = false
    track = nil
    fault = nil
    texts.removeAll(keepingCapacity: true)
    for slot in 0..<ranges.count { ranges[slot] = 0..<0 }
  }

  /// Takes a field's text in place of what the row said of that role before.
  package mutating func set(_ role: ColumnRole, to text: some Collection<UInt8>) {
    if texts.count > tidiesBeyond { tidy() }
    let start = texts.count
    texts.append(contentsOf: text)
    ranges[role.index] = start..<texts.count
  }

  /// The field's text; empty where the row does not say.
  package func field(_ role: ColumnRole) -> ArraySlice<UInt8> { texts[ranges[role.index]] }

  /// Becomes what another row is; its memory is kept.
  mutating func copy(_ other: RecordRow) {
    line = other.line
    startsPiece = other.startsPiece
    track = other.track
    fault = other.fault
    texts.removeAll(keepingCapacity: true)
    texts.append(contentsOf: other.texts)
    for slot in 0..<ranges.count { ranges[slot] = other.ranges[slot] }
  }

  private mutating func tidy() {
    var kept: [UInt8] = []
    for slot in 0..<ranges.count {
      let start = kept.count
      kept += texts[ranges[slot]]
      ranges[slot] = start..<kept.count
    }
    texts = kept
    tidiesBeyond = max(Self.leastTidied, 2 * kept.count)
  }
}
