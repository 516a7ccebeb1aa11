import ArgumentParser

/// A duration: `90s`, `30m`, `2h`, `7d`, with or without a fraction.
struct DurationArgument: ExpressibleByArgument {
  let milliseconds: Int64

  init(milliseconds: Int64) { self.milliseconds = milliseconds }

  init?(argument: String) {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    guard let unit = argument.last, let seconds = units[unit], let number = Double(argument.dropLast()),
      number >= 0, number * seconds < 1e10
    else { return nil }
    milliseconds = Int64((number * seconds * 1_000).rounded())
  }

  var defaultValueDescription: String {
    let seconds = milliseconds / 1_000
    return seconds % 3_600 == 0 ? "\(seconds / 3_600)h" : seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s"
  }
}
