/// One sentence of AIS in its line: a message, or a part of one. What it points to stays the caller's.
struct Sentence {
  /// When it was received, in milliseconds since 1970, where its line says so.
  var time: Int64?
  /// When it was received, in milliseconds since midnight, where its line says no more.
  var timeOfDay: Int32?
  /// The group that it belongs to.
  var group: UInt32?
  /// How many sentences make the message, 1...9.
  let total: UInt8
  /// Which of them it is, from 1.
  let number: UInt8
  /// Talker, number of the message and channel: which parts belong together.
  let key: UInt32
  /// The message's bits, six to a character.
  let payload: UnsafeBufferPointer<UInt8>
  /// How many bits at the end mean nothing, 0...5.
  let fill: UInt8

  /// The message's type where it begins here, by its first character.
  @inline(__always)
  var type: Int {
    guard let first = payload.first else { return 0 }
    let sextet = Sextets.sextet(first)
    return sextet == Sextets.invalid ? 0 : Int(sextet)
  }
}

/// What a line of a log is.
enum SentenceLine {
  /// A sentence of AIS.
  case sentence(Sentence)
  /// A time, in milliseconds since 1970, that the next sentence has, and perhaps its group.
  case tag(TagBlock)
  /// What time it is, in milliseconds since 1970.
  case clock(Int64)
  /// What time of day it is, in milliseconds since midnight.
  case timeOfDay(Int32)
  /// A sentence that is not of AIS and tells no time.
  case foreign
  /// A comment or a blank line.
  case other
  /// A line that is no sentence, or one that is not whole.
  case malformed
}
