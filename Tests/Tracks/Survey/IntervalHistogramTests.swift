import TestSupport
import Testing
import Tracks

@Suite("Interval histograms") struct IntervalHistogramTests {
  private func histogram(_ lengths: [Int64]) -> IntervalHistogram {
    var histogram = IntervalHistogram()
    for length in lengths { histogram.add(length) }
    return histogram
  }

  @Test("whole seconds up to 262 s have exact quantiles and counts")
  func wholeSeconds() {
    let lengths = (1...262).map { Int64($0) * 1000 }
    let histogram = histogram(lengths.reversed())
    for place in 1...262 {
      #expect(histogram.quantile((Double(place) - 0.5) / 262) == lengths[place - 1])
      #expect(histogram.count(upTo: lengths[place - 1]) == place)
    }
    #expect(histogram.quantile(0) == 1000)
  }

  @Test("a quantile is never above the true one, and at most 1/256 below it, up to the longest that a fix can hold")
  func bound() {
    var random = SeededGenerator(seed: 7)
    let lengths = (0..<4000).map { _ in
      Int64.random(in: 0..<1 << Int64.random(in: 1...42, using: &random), using: &random)
    }
    let sorted = lengths.sorted()
    let histogram = histogram(lengths)
    for share in stride(from: 0.001, through: 1, by: 0.013) {
      let exact = sorted[max(Int((share * 4000).rounded(.up)), 1) - 1]
      let found = histogram.quantile(share) ?? -1
      #expect(found <= exact && Double(exact - found) <= Double(exact) / 256, "\(share): \(found), not \(exact)")
    }
  }

  @Test("parts add up to the whole, in any order")
  func parts() {
    var random = SeededGenerator(seed: 8)
    let lengths = (0..<1000).map { _ in Int64.random(in: 0..<10_000_000, using: &random) }
    var sum = histogram(Array(lengths[600...]))
    sum.add(histogram(Array(lengths[..<600])))
    #expect(sum == histogram(lengths.reversed()) && sum.count == 1000)
    #expect(IntervalHistogram().quantile(0.5) == nil)
  }
}
