/// Joins the parts of messages, and finds the times of sentences that do not say it; takes the chunks in their order.
///
/// Parts belong together by the group of their tag blocks, else by talker, number of the message and channel. They may
/// come in any order and among others. A part that is there already, one that is received more than half a minute from
/// the others ends an older message: its parts are rejected as malformed. So are those of the older half of all messages
/// where one more would be open than may be.
struct SentenceJoiner: Sendable {
  /// Parts received farther apart than this, in milliseconds, are of different messages.
  private static let longestWait: Int64 = 30_000
  /// In a log without times so many sentences between two parts make them parts of different messages.
  private static let farthest = 10_000
  /// The time of a group counts for so many sentences: its number will be used again.
  private static let groupReach = 1_000

  /// Which parts belong together.
  private struct Key: Hashable, Sendable {
    let group: UInt32?
    /// Talker, number of the message and channel; 0 within a group.
    let key: UInt32
    let total: UInt8
  }

  /// A message of which some parts have come.
  private struct Open: Sendable {
    var parts: [Part?]
    var time: Int64?
    var timeOfDay: Int32?
    let sentence: Int

    /// A part that has come.
    struct Part: Sendable {
      let line: Int
      let payload: [UInt8]
      let fill: UInt8
    }

    var lines: [Int] { parts.compactMap { $0?.line }.sorted() }
  }

  private let options: ReadOptions
  private var taker: MessageTaker
  private var clock: LogClock
  private var open: [Key: Open] = [:]
  /// When each group of sentences was received, and the sentence that said so.
  private var groupTimes: [UInt32: (time: Int64, sentence: Int)] = [:]
  private var tag: TagBlock?
  private var sentences = 0

  /// A joiner at the beginning of a log.
  init(_ options: ReadOptions) {
    self.options = options
    taker = MessageTaker(options, capacity: 0)
    clock = LogClock(options.logStart)
  }

  /// Takes what a chunk has left, whose first line has a number from 0 in the log; lines of the result count so too.
  mutating func take(_ trail: SentenceTrail, lineBase: Int) -> ReadOutcome {
    for (place, item) in trail.items.enumerated() {
      hear(item.clocks)
      take(item, trail.payload(place), line: lineBase + item.line)
    }
    hear(trail.lastClocks)
    return taker.finish()
  }

  /// What is left at the log's end: messages that never became whole.
  mutating func finish() -> ReadOutcome {
    for key in openInOrder { abandon(key) }
    return taker.finish()
  }

  private mutating func hear(_ clocks: [SentenceTrail.Clock]) {
    for said in clocks {
      switch said {
      case .instant(let instant): clock.set(instant)
      case .timeOfDay(let ofDay): _ = clock.set(timeOfDay: ofDay)
      case .tag(let tag): self.tag = tag
      }
    }
  }

  private mutating func take(_ item: SentenceTrail.Item, _ payload: ArraySlice<UInt8>, line: Int) {
    sentences += 1
    let before = tag
    tag = nil
    let group = item.group ?? before?.group
    let own = item.time ?? before?.time
    if let group, let own {
      if groupTimes.count >= options.limits.mostOpenGroups { groupTimes.removeAll(keepingCapacity: true) }
      groupTimes[group] = (own, sentences)
    }
    if item.total == 1 {
      read([payload], fill: item.fill, time: own ?? time(of: group), timeOfDay: item.timeOfDay, lines: [line])
      return
    }
    let key = Key(group: group, key: group == nil ? item.key : 0, total: item.total)
    if let known = open[key], isOver(known, item, own) { abandon(key) }
    if open[key] == nil {
      if open.count >= options.limits.mostOpenGroups { abandonOlderHalf() }
      open[key] = Open(
        parts: [Open.Part?](repeating: nil, count: Int(item.total)), time: nil, timeOfDay: nil, sentence: sentences)
    }
    guard var message = open.removeValue(forKey: key) else { return }
    message.parts[Int(item.number) - 1] = Open.Part(line: line, payload: Array(payload), fill: item.fill)
    message.time = message.time ?? own
    message.timeOfDay = message.timeOfDay ?? item.timeOfDay
    let parts = message.parts.compactMap { $0 }
    guard parts.count == message.parts.count, let last = parts.last else {
      open[key] = message
      return
    }
    read(
      parts.map { $0.payload[...] }, fill: last.fill, time: message.time ?? time(of: group),
      timeOfDay: message.timeOfDay, lines: message.lines)
  }

  /// When a group was received, where a sentence before said so.
  private func time(of group: UInt32?) -> Int64? {
    guard let group, let known = groupTimes[group], sentences - known.sentence <= Self.groupReach else { return nil }
    return known.time
  }

  /// Whether a part belongs to a later message than the one that is open.
  private func isOver(_ message: Open, _ item: SentenceTrail.Item, _ time: Int64?) -> Bool {
    if message.parts[Int(item.number) - 1] != nil { return true }
    if let time, let begun = message.time { return abs(time - begun) > Self.longestWait }
    return sentences - message.sentence > Self.farthest
  }

  /// Half at a time, so that a flood of parts that never become whole costs no more than other sentences.
  private mutating func abandonOlderHalf() {
    for key in openInOrder.prefix((open.count + 1) / 2) { abandon(key) }
  }

  /// The messages that are open, the oldest first.
  private var openInOrder: [Key] {
    open.sorted { $0.value.sentence < $1.value.sentence }.map(\.key)
  }

  private mutating func abandon(_ key: Key) {
    guard let message = open.removeValue(forKey: key), let first = message.lines.first else { return }
    taker.reject(.malformed, first, Array(message.lines.dropFirst())) {
      "\(message.lines.count) of \(message.parts.count) parts"
    }
  }

  /// Reads a message that is whole.
  private mutating func read(
    _ payloads: [ArraySlice<UInt8>], fill: UInt8, time: Int64?, timeOfDay: Int32?, lines: [Int]
  ) {
    guard let first = lines.first else { return }
    let others = Array(lines.dropFirst())
    func text() -> String { RowBlame.shown(payloads.joined().map { $0 }) }
    guard let bits = PayloadBits(Array(payloads.joined()), fill: Int(fill)), let message = AISMessage(bits) else {
      taker.reject(.malformed, first, others, text)
      return
    }
    taker.outcome.messages[message.type] += 1
    let reading = MessageReading(message, says: options.keepsIdentity || options.keepsVesselType)
    var instant = time
    if instant == nil, let timeOfDay { instant = clock.set(timeOfDay: timeOfDay) }
    if case .baseStation(let report) = message, let said = report.instant, instant == nil {
      clock.set(said)
      instant = said
    }
    if instant == nil {
      if case .position(let report, _) = reading {
        instant = clock.instant(second: report.second)
      } else {
        instant = clock.now
      }
    }
    taker.take(reading, at: instant, first: first, others: others, text: text)
  }
}
