import ArgumentParser

/// A distance on the earth: `500m`, `10km`, `20nm`, with or without a fraction.
struct DistanceArgument: ExpressibleByArgument {
  let metres: Double

  init(metres: Double) { self.metres = metres }

  init?(argument: String) {
    let units = [("km", 1000.0), ("nm", 1852.0), ("m", 1.0)]
    guard let (unit, length) = units.first(where: { argument.hasSuffix($0.0) }),
      let number = Double(argument.dropLast(unit.count)), number >= 0, number * length < 5e7
    else { return nil }
    metres = number * length
  }

  var defaultValueDescription: String { "\(metres / 1000)km".replacing(".0km", with: "km") }
}
