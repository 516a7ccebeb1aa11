/// Types 4 and 11: what time it is, by a base station or by a ship that was asked.
package struct BaseStationReport: Sendable, Equatable {
  /// 4 or 11.
  package let type: Int
  /// How often it has been repeated, 0...3.
  package let repeatIndicator: Int
  /// Who sends.
  package let mmsi: UInt32
  /// Year (0: not said).
  package let year: Int
  /// Month (0: not said).
  package let month: Int
  /// Day of the month (0: not said).
  package let day: Int
  /// Hour in UTC (24: not said).
  package let hour: Int
  /// Minute (60: not said).
  package let minute: Int
  /// Second (60: not said).
  package let second: Int
  /// Whether the position is good to 10 m.
  package let isAccurate: Bool
  /// Degrees east times 600,000.
  package let longitude: Int
  /// Degrees north times 600,000.
  package let latitude: Int
  /// Kind of the position-fixing device, 0...15.
  package let positionDevice: Int
  /// Whether integrity is monitored.
  package let isIntegrityMonitored: Bool
  /// State of the radio, as coded.
  package let radio: Int

  init(_ bits: PayloadBits, type: Int) {
    self.type = type
    repeatIndicator = Int(bits.unsigned(6, 2))
    mmsi = UInt32(bits.unsigned(8, 30))
    year = Int(bits.unsigned(38, 14))
    month = Int(bits.unsigned(52, 4))
    day = Int(bits.unsigned(56, 5))
    hour = Int(bits.unsigned(61, 5))
    minute = Int(bits.unsigned(66, 6))
    second = Int(bits.unsigned(72, 6))
    isAccurate = bits.flag(78)
    longitude = Int(bits.signed(79, 28))
    latitude = Int(bits.signed(107, 27))
    positionDevice = Int(bits.unsigned(134, 4))
    isIntegrityMonitored = bits.flag(148)
    radio = Int(bits.unsigned(149, 19))
  }

  /// The instant it says, in milliseconds since 1970; nil where it says none.
  package var instant: Int64? {
    Calendar.milliseconds(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
  }
}
