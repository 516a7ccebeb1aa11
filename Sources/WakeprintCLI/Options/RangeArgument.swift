import ArgumentParser

/// Two numbers, the first smaller: `0.1,500`.
struct RangeArgument: ExpressibleByArgument {
  let range: ClosedRange<Double>

  init?(argument: String) {
    let numbers = argument.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    guard numbers.count == 2, let lower = numbers[0], let upper = numbers[1], lower.isFinite, upper.isFinite,
      lower >= 0, lower < upper
    else { return nil }
    range = lower...upper
  }
}
