import Platform

/// Turns a chunk of lines of a log into fixes; what needs other lines to be understood is left to `SentenceJoiner`.
struct SentenceParser {
  private let options: ReadOptions

  /// A parser by options.
  init(_ options: ReadOptions) { self.options = options }

  /// Parses a chunk's lines.
  func parse(_ chunk: borrowing InputChunk) -> ReadOutcome {
    chunk.bytes.withUnsafeBufferPointer { bytes in
      Sextets.table.withUnsafeBufferPointer { table in
        guard let start = bytes.baseAddress, let table = table.baseAddress else { return ReadOutcome() }
        return parse(from: start + chunk.lineStart, to: start + chunk.lineEnd, table)
      }
    }
  }

  private func parse(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, _ table: UnsafePointer<UInt8>
  ) -> ReadOutcome {
    var taker = MessageTaker(options, capacity: (end - start) / 60)
    var trail = SentenceTrail()
    var p = start
    var line = 0
    // The first sentence may have its time from the chunk before.
    var mustWait = true
    while p < end {
      let found = memchr(p, 10, end - p)
      let stop = found.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) } ?? end
      var last = stop
      while last > p, last[-1] <= 32 { last -= 1 }
      switch SentenceScanner.line(p, last) {
      case .sentence(let sentence):
        take(sentence, line, mustWait: mustWait, &taker, &trail, table) { [p, last] in
          RowBlame.shown(UnsafeBufferPointer(start: p, count: last - p))
        }
        mustWait = false
      case .tag(let tag):
        trail.note(.tag(tag))
        mustWait = true
      case .clock(let instant):
        spend(&mustWait, &trail)
        trail.note(.instant(instant))
      case .timeOfDay(let ofDay):
        spend(&mustWait, &trail)
        trail.note(.timeOfDay(ofDay))
      case .foreign: spend(&mustWait, &trail)
      case .other: break
      case .malformed:
        spend(&mustWait, &trail)
        taker.reject(.malformed, line, []) { [p, last] in
          RowBlame.shown(UnsafeBufferPointer(start: p, count: last - p))
        }
      }
      line += 1
      p = stop + 1
    }
    var outcome = taker.finish()
    outcome.trail = trail
    outcome.lines = line
    return outcome
  }

  /// A tag block on a line of its own is of the next sentence, and of no other, be that one not used.
  private func spend(_ mustWait: inout Bool, _ trail: inout SentenceTrail) {
    if mustWait { trail.note(.tag(TagBlock())) }
    mustWait = false
  }

  @inline(__always)
  private func take(
    _ sentence: Sentence, _ line: Int, mustWait: Bool, _ taker: inout MessageTaker, _ trail: inout SentenceTrail,
    _ table: UnsafePointer<UInt8>, text: () -> String
  ) {
    let isWhole = sentence.total == 1
    guard isWhole, sentence.group == nil, !mustWait, let time = sentence.time else {
      wait(sentence, line, mustWait: mustWait, &taker, &trail, text: text)
      return
    }
    guard let payload = sentence.payload.baseAddress else { return }
    if let quick = QuickReport.reading(payload, count: sentence.payload.count, fill: Int(sentence.fill), table) {
      taker.outcome.messages[quick.type] += 1
      taker.take(quick.reading, at: time, first: line, others: [], text: text)
    } else {
      takeSlowly(sentence, at: time, line, &taker, &trail, text: text)
    }
  }

  /// Takes a whole message of an unusual kind, or one that tells the time.
  @inline(never)
  private func takeSlowly(
    _ sentence: Sentence, at time: Int64?, _ line: Int, _ taker: inout MessageTaker, _ trail: inout SentenceTrail,
    text: () -> String
  ) {
    guard let bits = PayloadBits(sentence.payload, fill: Int(sentence.fill)), let message = AISMessage(bits) else {
      taker.reject(.malformed, line, [], text)
      return
    }
    taker.outcome.messages[message.type] += 1
    if case .baseStation(let report) = message, let instant = report.instant { trail.note(.instant(instant)) }
    taker.take(
      MessageReading(message, says: options.keepsIdentity || options.keepsVesselType), at: time, first: line,
      others: [], text: text)
  }

  /// Lets a sentence wait, unless it is whole and its time does not matter.
  @inline(never)
  private func wait(
    _ sentence: Sentence, _ line: Int, mustWait: Bool, _ taker: inout MessageTaker, _ trail: inout SentenceTrail,
    text: () -> String
  ) {
    if !mustWait, sentence.total == 1, sentence.group == nil, sentence.type == 4, sentence.time == nil {
      takeSlowly(sentence, at: nil, line, &taker, &trail, text: text)
    } else {
      trail.add(sentence, line: line)
    }
  }
}
