/// Reads position reports of types 1, 2, 3 and 18 in their usual length; whatever is otherwise is left to `AISMessage`,
/// with which this must agree.
struct QuickReport {
  /// Characters of such a message: 168 bits.
  private static let characters = 28

  /// Reads a payload of 28 characters with the table of `Sextets`; nil for another type, or a character of no meaning.
  @inline(__always)
  static func reading(
    _ payload: UnsafePointer<UInt8>, count: Int, fill: Int, _ table: UnsafePointer<UInt8>
  ) -> (type: Int, reading: MessageReading)? {
    guard count == characters, fill == 0 else { return nil }
    let type = Int(table[Int(payload[0])])
    guard (1...3).contains(type) || type == 18 else { return nil }
    var invalid: UInt8 = 0
    func word(_ start: Int, _ count: Int) -> UInt64 {
      var word: UInt64 = 0
      for index in start..<(start &+ count) {
        let sextet = table[Int(payload[index])]
        invalid |= sextet
        word = word << 6 | UInt64(sextet)
      }
      return word
    }
    // Bits 0..<60, 60..<120 and 120..<168.
    let (a, b, c) = (word(0, 10), word(10, 10), word(20, 8))
    guard invalid & Sextets.invalid == 0 else { return nil }
    let mmsi = UInt32(truncatingIfNeeded: a >> 22 & 0x3FFF_FFFF)
    let (speed, longitude, latitude, course, second): (UInt64, UInt64, UInt64, UInt64, UInt64)
    if type == 18 {
      speed = a >> 4 & 0x3FF
      longitude = (a & 7) << 25 | b >> 35
      latitude = b >> 8 & 0x7FF_FFFF
      course = (b & 0xFF) << 4 | c >> 44
      second = c >> 29 & 63
    } else {
      speed = a & 0x3FF
      longitude = b >> 31 & 0xFFF_FFFF
      latitude = b >> 4 & 0x7FF_FFFF
      course = (b & 15) << 8 | c >> 40
      second = c >> 25 & 63
    }
    guard
      let report = PositionReport(
        mmsi: mmsi, latitude: signed(latitude, 27), longitude: signed(longitude, 28), unitsInDegree: 600_000,
        speed: Int(speed), course: Int(course), second: Int(second))
    else { return (type, .rejected(.badPosition)) }
    return (type, MessageReading(report, .nothing))
  }

  @inline(__always)
  private static func signed(_ value: UInt64, _ bits: UInt64) -> Int {
    Int(Int64(bitPattern: value << (64 - bits)) >> Int64(64 - bits))
  }
}
