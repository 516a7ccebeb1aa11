/// Type 21: a buoy, beacon or light, be it of steel or a mark on screens alone.
package struct AidToNavigationReport: Sendable, Equatable {
  /// How often it has been repeated, 0...3.
  package let repeatIndicator: Int
  /// Who sends.
  package let mmsi: UInt32
  /// What it is, 0...31.
  package let kind: Int
  /// What it is called, the extension included.
  package let name: String
  /// Whether the position is good to 10 m.
  package let isAccurate: Bool
  /// Degrees east times 600,000.
  package let longitude: Int
  /// Degrees north times 600,000.
  package let latitude: Int
  /// Size.
  package let dimensions: VesselDimensions
  /// Kind of the position-fixing device, 0...15.
  package let positionDevice: Int
  /// Second of the minute in UTC, 60...63 where there is none.
  package let second: Int
  /// Whether it has drifted from its place.
  package let isOffPosition: Bool
  /// Bits of regional use.
  package let regional: Int
  /// Whether integrity is monitored.
  package let isIntegrityMonitored: Bool
  /// Whether there is nothing at its place.
  package let isVirtual: Bool
  /// Whether a base station assigns the slots.
  package let isAssigned: Bool

  init(_ bits: PayloadBits) {
    repeatIndicator = Int(bits.unsigned(6, 2))
    mmsi = UInt32(bits.unsigned(8, 30))
    kind = Int(bits.unsigned(38, 5))
    let first = bits.text(43, characters: 20)
    // The extension goes on where the name fills its field.
    let rest = bits.count > 272 ? bits.text(272, characters: min(14, (bits.count - 272) / 6)) : ""
    name = first + rest
    isAccurate = bits.flag(163)
    longitude = Int(bits.signed(164, 28))
    latitude = Int(bits.signed(192, 27))
    dimensions = VesselDimensions(bits, at: 219)
    positionDevice = Int(bits.unsigned(249, 4))
    second = Int(bits.unsigned(253, 6))
    isOffPosition = bits.flag(259)
    regional = Int(bits.unsigned(260, 8))
    isIntegrityMonitored = bits.flag(268)
    isVirtual = bits.flag(269)
    isAssigned = bits.flag(270)
  }
}
