import Platform

/// How much cargo a change of a vessel's draught stands for, in barrels: an estimate with an error of tens of per cent.
///
/// Mass = change of draught x length x beam x block coefficient x density of sea water (1.025 t/m³, the usual round value
/// of standard sea water at 15 °C); volume = mass / density of the cargo; 1 barrel = 42 US gallons = 0.158987 m³. The
/// block coefficient stands in for that of the waterplane, as is usual where a ship's hydrostatic tables are not to be had.
package struct VolumeEstimate: Sendable, Hashable {
  /// Barrels with the likeliest coefficients: a block coefficient of 0.8 and a cargo of 0.85 t/m³ (diesel oil, middling
  /// crude).
  package let best: Double
  /// Barrels where all errors work downward: 0.7, 0.95 t/m³ (heavy fuel oil), and a change smaller by 0.2 m; at least 0.
  package let low: Double
  /// Barrels where all errors work upward: 0.9, 0.75 t/m³ (petrol), and a change larger by 0.2 m.
  package let high: Double

  /// The smallest change of draught that is estimated, in metres: the step in which AIS gives draughts (ITU-R M.1371).
  ///
  /// Below 0.2 m `low` is zero: such a change may be none.
  package static let leastChangeInMetres = 0.1
  /// How wrong each of the two readings may be, in metres: one step, our choice, for draughts are typed in by hand.
  private static let readingError = 0.1
  /// Of tankers; the range about it is ours.
  private static let blockCoefficient = (low: 0.7, best: 0.8, high: 0.9)
  /// Of oil products in t/m³; the range about it is ours.
  private static let cargoDensity = (low: 0.75, best: 0.85, high: 0.95)
  private static let seaWaterDensity = 1.025
  private static let cubicMetresPerBarrel = 0.158987
  /// The largest draught, length and beam in metres that AIS can say (ITU-R M.1371, message 5).
  private static let most = (draught: 25.5, length: 1_022.0, beam: 126.0)

  /// An estimate that was made before, in barrels.
  init(best: Double, low: Double, high: Double) {
    self.best = best
    self.low = low
    self.high = high
  }

  /// The estimate of a change of draught, up or down alike, of a ship's length and its beam, all in metres.
  ///
  /// Nil where one of them is missing or not a number, the change is less than 0.1 m or a length or beam not above zero,
  /// and where any is more than AIS can say: nothing is estimated from what cannot be.
  package init?(draughtChangeInMetres: Double?, lengthInMetres: Double?, beamInMetres: Double?) {
    guard let change = draughtChangeInMetres.map({ abs($0) }), let length = lengthInMetres, let beam = beamInMetres,
      // The difference of 9.1 and 9.0 is a little less than a tenth.
      change >= Self.leastChangeInMetres - 1e-6, change <= Self.most.draught, length > 0, length <= Self.most.length,
      beam > 0, beam <= Self.most.beam
    else { return nil }
    func barrels(_ change: Double, block: Double, cargo: Double) -> Double {
      change * length * beam * block * Self.seaWaterDensity / cargo / Self.cubicMetresPerBarrel
    }
    let error = 2 * Self.readingError
    best = barrels(change, block: Self.blockCoefficient.best, cargo: Self.cargoDensity.best)
    low = barrels(max(0, change - error), block: Self.blockCoefficient.low, cargo: Self.cargoDensity.high)
    high = barrels(change + error, block: Self.blockCoefficient.high, cargo: Self.cargoDensity.low)
  }

  /// "about 52,000 barrels (38,000 to 71,000), an estimate from draught": two significant digits, for reading only.
  package var text: String {
    "about \(Self.rounded(best)) barrels (\(Self.rounded(low)) to \(Self.rounded(high))), an estimate from draught"
  }

  private static func rounded(_ barrels: Double) -> String {
    var unit = 1.0
    while barrels / unit >= 99.5 { unit *= 10 }
    let digits = Array(String(Int((barrels / unit).rounded() * unit)))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
