/// Sentences of a chunk that wait: parts of messages, and whole ones whose time or group other lines may tell.
struct SentenceTrail: Sendable {
  /// A sentence that waits.
  struct Item: Sendable {
    /// The sentence's line, from 0 at the chunk's first.
    let line: Int
    /// The receiver's time in milliseconds since 1970, where the line says it.
    let time: Int64?
    /// The receiver's time of day in milliseconds, where the line says no more.
    let timeOfDay: Int32?
    /// What clocks have said since the item before.
    let clocks: [Clock]
    let group: UInt32?
    let total: UInt8
    let number: UInt8
    let key: UInt32
    let fill: UInt8
    /// Where its characters end in `payloads`; they begin where those of the item before end.
    let end: Int
  }

  /// What a clock says.
  enum Clock: Sendable {
    /// An instant in milliseconds since 1970.
    case instant(Int64)
    /// Milliseconds since midnight.
    case timeOfDay(Int32)
    /// The time and group of the sentence behind.
    case tag(TagBlock)
  }

  /// The sentences in their order.
  private(set) var items: [Item] = []
  /// Their payloads one behind the other.
  private(set) var payloads: [UInt8] = []
  /// What clocks have said behind the last item.
  private(set) var lastClocks: [Clock] = []

  /// Adds a sentence.
  mutating func add(_ sentence: Sentence, line: Int) {
    payloads.append(contentsOf: sentence.payload)
    items.append(
      Item(
        line: line, time: sentence.time, timeOfDay: sentence.timeOfDay, clocks: lastClocks, group: sentence.group,
        total: sentence.total, number: sentence.number, key: sentence.key, fill: sentence.fill, end: payloads.count))
    if !lastClocks.isEmpty { lastClocks = [] }
  }

  /// Notes what a clock says.
  mutating func note(_ clock: Clock) { lastClocks.append(clock) }

  /// The characters of an item by its place.
  func payload(_ place: Int) -> ArraySlice<UInt8> {
    payloads[(place > 0 ? items[place - 1].end : 0)..<items[place].end]
  }
}
