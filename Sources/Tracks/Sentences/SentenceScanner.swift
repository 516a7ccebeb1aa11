import Platform

/// Takes a line of a log apart: a time before the sentence, tag blocks, the sentence, and what receivers put behind it.
enum SentenceScanner {
  /// What a line is; it ends before its line end, and 16 more bytes can be read.
  @inline(__always)
  static func line(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> SentenceLine {
    var p = start
    var tag = TagBlock()
    var timeOfDay: Int32?
    if p < end, p[0] == UInt8(ascii: "\\") {
      guard let behind = blocks(p, end, &tag) else { return .malformed }
      p = behind
      if p == end { return .tag(tag) }
    }
    if p < end, p[0] == UInt8(ascii: "!") { return sentence(p, end, tag, timeOfDay) }
    // Rarer: something stands before it.
    while p < end, p[0] == 0x20 || p[0] == 0x09 { p += 1 }
    if p == end || p[0] == UInt8(ascii: "#") { return .other }
    guard let begin = beginning(p, end) else { return .malformed }
    if begin > p { prefix(p, begin, &tag, &timeOfDay) }
    p = begin
    if p[0] == UInt8(ascii: "\\") {
      let before = tag.time
      guard let behind = blocks(p, end, &tag) else { return .malformed }
      if tag.time == nil { tag.time = before }
      p = behind
      if p == end { return .tag(tag) }
    }
    if p[0] == UInt8(ascii: "$") { return ReceiverSentence.line(p, end) }
    guard p[0] == UInt8(ascii: "!") else { return .malformed }
    return sentence(p, end, tag, timeOfDay)
  }

  /// Where a sentence or a tag block begins; nil where none does.
  private static func beginning(
    _ p: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    var p = p
    while p < end {
      switch p[0] {
      case UInt8(ascii: "\\"), UInt8(ascii: "!"), UInt8(ascii: "$"): return p
      default: p += 1
      }
    }
    return nil
  }

  /// Reads tag blocks one behind the other; where they end, or nil where one is not whole.
  @inline(__always)
  private static func blocks(
    _ p: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ tag: inout TagBlock
  ) -> UnsafePointer<UInt8>? {
    var p = p
    while p < end, p[0] == UInt8(ascii: "\\") {
      guard let found = memchr(p + 1, 0x5C, end - p - 1) else { return nil }
      let close = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
      guard tag.take(UnsafeBufferPointer(start: p + 1, count: close - p - 1)) else { return nil }
      p = close + 1
    }
    return p
  }

  /// Reads what a logger put before a sentence: the first of its fields that is a time counts.
  @inline(never)
  private static func prefix(
    _ p: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ tag: inout TagBlock, _ timeOfDay: inout Int32?
  ) {
    let text = UnsafeBufferPointer(start: p, count: end - p)
    if let time = time(text) {
      tag.time = time
      return
    }
    for field in text.split(whereSeparator: { ",;|\t".utf8.contains($0) }) {
      if let time = time(UnsafeBufferPointer(rebasing: field)) {
        tag.time = time
        return
      }
    }
    timeOfDay = clock(text)
  }

  /// The instant that a text says, brackets and quotes around it taken off; numbers too small to be of this century are
  /// none.
  static func time(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    func isFrame(_ byte: UInt8) -> Bool { " \t,;|[]()<>\"'".utf8.contains(byte) }
    guard let first = text.firstIndex(where: { !isFrame($0) }), let last = text.lastIndex(where: { !isFrame($0) })
    else { return nil }
    let inner = UnsafeBufferPointer(rebasing: text[first...last])
    if inner.allSatisfy({ $0 &- 48 <= 9 || $0 == UInt8(ascii: ".") }) {
      let whole = inner.prefix { $0 != UInt8(ascii: ".") }.count
      guard whole == 10 || whole == 13 || whole == 16 else { return nil }
    }
    return TimeText.milliseconds(inner)
  }

  /// Milliseconds since midnight of a time of day written `hh:mm:ss` in a text; nil where there is none.
  private static func clock(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon >= 2, colon + 6 <= text.count,
      let start = text.baseAddress
    else { return nil }
    // Eight bytes can be read: they are in the text.
    return QuickScan.clock(start + colon - 2).map { Int32($0) }
  }

  /// Reads a sentence that begins with an exclamation mark.
  @inline(__always)
  private static func sentence(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ tag: TagBlock, _ timeOfDay: Int32?
  ) -> SentenceLine {
    guard end - start > 7, start[6] == UInt8(ascii: ",") else { return .malformed }
    guard start[3] == UInt8(ascii: "V"), start[4] == UInt8(ascii: "D"),
      start[5] == UInt8(ascii: "M") || start[5] == UInt8(ascii: "O")
    else { return isNamed(start + 1) ? .foreign : .malformed }
    guard let found = memchr(start, 0x2A, end - start) else { return .malformed }
    let star = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
    guard star + 2 < end, let said = Checksum.said(star + 1), said == Checksum.of(start + 1, star - start - 1)
    else { return .malformed }
    // From here on what is wrong was sent so.
    var p = start + 7
    let (total, number) = (p[0] &- 48, p[2] &- 48)
    guard total &- 1 < 9, p[1] == UInt8(ascii: ","), number &- 1 < total, p[3] == UInt8(ascii: ",") else {
      return .malformed
    }
    p += 4
    var sequence: UInt32 = 0
    while p < star, p[0] != UInt8(ascii: ",") {
      sequence = sequence << 8 | UInt32(p[0])
      p += 1
    }
    p += 1
    var channel: UInt32 = 0
    while p < star, p[0] != UInt8(ascii: ",") {
      channel = channel << 8 | UInt32(p[0])
      p += 1
    }
    p += 1
    guard p < star, star[-1] &- 48 <= 5, star[-2] == UInt8(ascii: ","), star - 2 > p else { return .malformed }
    let payload = UnsafeBufferPointer(start: p, count: star - 2 - p)
    let key = sequence << 24 | (channel & 0xFF) << 16 | UInt32(start[1]) << 8 | UInt32(start[2])
    var sentence = Sentence(
      time: tag.time, timeOfDay: timeOfDay, group: tag.group, total: total, number: number, key: key,
      payload: payload, fill: star[-1] &- 48)
    if star + 3 < end {
      // Where a line's end is missing, nobody knows whose what stands behind is.
      guard memchr(star + 3, 0x21, end - star - 3) == nil else { return .malformed }
      if sentence.time == nil { sentence.time = trailing(star + 3, end) }
    }
    return .sentence(sentence)
  }

  private static func isNamed(_ p: UnsafePointer<UInt8>) -> Bool {
    (0..<5).allSatisfy { p[$0] &- 65 < 26 || p[$0] &- 48 <= 9 }
  }

  /// The time that a receiver put behind a sentence: its last field.
  @inline(never)
  private static func trailing(_ p: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int64? {
    let text = UnsafeBufferPointer(start: p, count: end - p)
    guard let comma = text.lastIndex(where: { $0 == UInt8(ascii: ",") || $0 == 0x09 || $0 == UInt8(ascii: ";") })
    else { return nil }
    return time(UnsafeBufferPointer(rebasing: text[(comma + 1)...]))
  }
}
