/// What one row says of who its vessel is, with nothing in place of what it does not say.
struct VesselSaying: Sendable, Hashable {
  /// Empty where not said.
  var name = ""
  /// Empty where not said.
  var callSign = ""
  /// 0 where not said.
  var imo: UInt32 = 0
  /// The vessel's type as the row has it; empty where it means nothing that is known.
  var typeText = ""
  /// Hundredths of a metre; 0 where not said.
  var length: Int32 = 0
  /// Hundredths of a metre; 0 where not said.
  var width: Int32 = 0
  /// Hundredths of a metre; 0 where not said.
  var draught: Int32 = 0

  /// A row that says nothing.
  static let nothing = VesselSaying()

  /// Takes in a field; what cannot be read says nothing.
  mutating func set(_ role: ColumnRole, to bytes: [UInt8], allowsComma: Bool) {
    if bytes.isEmpty { return }
    switch role {
    case .name: name = SaidText(bytes).text
    case .callSign: callSign = SaidText(bytes).text
    case .imo: imo = Self.imo(bytes)
    case .vesselType:
      // A text that means no type must not hide one that was said before.
      guard bytes.withUnsafeBufferPointer({ VesselType(text: $0) }) != .unknown else { return }
      typeText = SaidText(bytes).text
    // The largest that AIS can send; more is a fault of the table.
    case .length: length = Self.hundredths(bytes, limit: 1_022, allowsComma)
    case .width: width = Self.hundredths(bytes, limit: 126, allowsComma)
    case .draught: draught = Self.hundredths(bytes, limit: 25.5, allowsComma)
    case .mmsi, .time, .latitude, .longitude, .speed, .course, .mobileType, .messageType, .date, .millisecond: break
    }
  }

  private static func hundredths(_ bytes: [UInt8], limit: Double, _ allowsComma: Bool) -> Int32 {
    guard let value = NumberText.scaled(bytes, places: 2, allowsComma: allowsComma), value > 0,
      value <= Int64(limit * 100)
    else { return 0 }
    return Int32(value)
  }

  /// An IMO number with or without the letters before it; 0 for what is none.
  private static func imo(_ bytes: [UInt8]) -> UInt32 {
    var digits = bytes[...]
    if digits.count > 3, zip(digits, "imo".utf8).allSatisfy({ $0 | 32 == $1 }) {
      digits = digits.dropFirst(3).drop { $0 == 0x20 || $0 == 0x3A }
    }
    guard let number = NumberText.whole(Array(digits))?.value, number <= 9_999_999 else { return 0 }
    return UInt32(number)
  }

  /// Whether a saying comes before another: an order that depends on nothing but what they say.
  static func precedes(_ a: VesselSaying, _ b: VesselSaying) -> Bool {
    if a.name != b.name { return a.name < b.name }
    if a.callSign != b.callSign { return a.callSign < b.callSign }
    if a.imo != b.imo { return a.imo < b.imo }
    if a.typeText != b.typeText { return a.typeText < b.typeText }
    return (a.length, a.width, a.draught) < (b.length, b.width, b.draught)
  }
}
