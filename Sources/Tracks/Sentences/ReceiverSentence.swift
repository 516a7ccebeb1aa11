/// What a sentence of the receiver itself says of the time (NMEA 0183): ZDA, RMC, GGA, GLL, and Gatehouse's PGHP.
enum ReceiverSentence {
  /// The clock that a sentence beginning with a dollar sign says; `foreign` where it says none or is not whole.
  static func line(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> SentenceLine {
    let text = UnsafeBufferPointer(start: start + 1, count: end - start - 1)
    var body = text[...]
    // What should begin with an exclamation mark is a message all the same, and not whole.
    if body.count > 5, body[body.startIndex + 5] == UInt8(ascii: ","),
      body[(body.startIndex + 2)..<(body.startIndex + 5)].elementsEqual("VDM".utf8)
        || body[(body.startIndex + 2)..<(body.startIndex + 5)].elementsEqual("VDO".utf8)
    {
      return .malformed
    }
    if let star = text.firstIndex(of: UInt8(ascii: "*")) {
      guard Checksum.isRight(text, star: star) else { return .foreign }
      body = text[..<star]
    }
    let fields = body.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { Array($0) }
    guard let name = fields.first, name.count >= 4 else { return .foreign }
    func number(_ index: Int) -> Int? {
      index < fields.count ? NumberText.whole(fields[index]).map { Int($0.value) } : nil
    }
    if name.elementsEqual("PGHP".utf8) {
      // Version, then year to millisecond: when the sentence behind it was received.
      guard let year = number(2), let month = number(3), let day = number(4), let hour = number(5),
        let minute = number(6), let second = number(7),
        let instant = Calendar.milliseconds(
          year: year, month: month, day: day, hour: hour, minute: minute, second: second,
          millisecond: number(8) ?? 0)
      else { return .foreign }
      return .tag(TagBlock(time: instant))
    }
    switch String(decoding: name.suffix(3), as: UTF8.self) {
    case "ZDA":
      guard let ofDay = ofDay(fields, 1), let day = number(2), let month = number(3), let year = number(4) else {
        return .foreign
      }
      return clock(year, month, day, ofDay)
    case "RMC":
      guard let ofDay = ofDay(fields, 1), fields.count > 9, fields[9].count == 6, let date = number(9) else {
        return .foreign
      }
      return clock(2_000 + date % 100, date / 100 % 100, date / 10_000, ofDay)
    case "GGA": return ofDay(fields, 1).map { .timeOfDay($0) } ?? .foreign
    case "GLL": return ofDay(fields, 5).map { .timeOfDay($0) } ?? .foreign
    default: return .foreign
    }
  }

  private static func clock(_ year: Int, _ month: Int, _ day: Int, _ ofDay: Int32) -> SentenceLine {
    guard let date = Calendar.milliseconds(year: year, month: month, day: day) else { return .foreign }
    return .clock(date + Int64(ofDay))
  }

  /// Milliseconds since midnight of a field `hhmmss` or `hhmmss.sss`.
  private static func ofDay(_ fields: [[UInt8]], _ index: Int) -> Int32? {
    guard index < fields.count, fields[index].count >= 6,
      let value = NumberText.scaled(
        fields[index], places: 3, allowsComma: false), value >= 0
    else { return nil }
    let (whole, milliseconds) = value.quotientAndRemainder(dividingBy: 1_000)
    let (hour, minute, second) = (whole / 10_000, whole / 100 % 100, whole % 100)
    guard hour < 24, minute < 60, second < 61 else { return nil }
    return Int32((hour * 3_600 + minute * 60 + second) * 1_000 + milliseconds)
  }
}
