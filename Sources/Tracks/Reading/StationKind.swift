/// What sends under an MMSI (ITU-R M.585): told by its first digits.
package enum StationKind: Sendable {
  /// A ship, or a craft associated with a parent ship (98MIDxxxx).
  case vessel
  /// A coast or base station (00MIDxxxx), group (0MIDxxxxx), aid to navigation (99MIDxxxx), search-and-rescue aircraft
  /// (111MIDxxx), handheld radio (8MIDxxxxx), or a beacon (970, 972, 974).
  case other
  /// Not nine digits, or digits that no administration gives out.
  case invalid

  /// The kind of a number of at most nine digits; leading zeros count as digits only when `digits` says so.
  package init(mmsi: UInt32, digits: Int) {
    guard digits == 9 else {
      self = .invalid
      return
    }
    switch mmsi {
    case 201_000_000..<776_000_000:
      self = .vessel
    case 982_010_000..<987_760_000:
      self = StationKind.isMID(mmsi / 10_000 % 1_000) ? .vessel : .invalid
    case 1..<100_000_000, 992_010_000..<997_760_000, 111_000_000..<112_000_000, 970_000_000..<971_000_000,
      972_000_000..<973_000_000, 974_000_000..<975_000_000:
      self = .other
    case 800_000_000..<900_000_000:
      self = StationKind.isMID(mmsi / 100_000 % 1_000) ? .other : .invalid
    default:
      self = .invalid
    }
  }

  private static func isMID(_ digits: UInt32) -> Bool { (201...775).contains(digits) }
}
