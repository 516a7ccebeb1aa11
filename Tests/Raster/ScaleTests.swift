import Foundation
import Raster
import TestSupport
import Testing

@Suite("Scale")
struct ScaleTests {
  private func histogram(_ values: [Double]) -> ValueHistogram {
    var histogram = ValueHistogram()
    for value in values { histogram.add(value) }
    return histogram
  }

  /// Skewed values, as densities are.
  private func values(seed: UInt64, count: Int) -> [Double] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let magnitude = Double.random(in: -6...6, using: &random) + Double.random(in: -2...4, using: &random)
      return Double(Float(exp2(magnitude)))
    }
  }

  @Test("a raster's values count as one by one, empty and endless cells left out")
  func histogramOfRaster() {
    var random = SeededGenerator(seed: 39)
    for seed in UInt64(40)..<44 {
      let filled = values(seed: seed, count: 500).map { Float($0) }
      let raster = ([0, -1, .nan, .infinity] + filled + [0, -.infinity]).shuffled(using: &random)
      var whole = ValueHistogram()
      for half in [raster[..<200], raster[200...], []] {
        Array(half).withUnsafeBufferPointer { whole.add($0) }
      }
      #expect(whole == histogram(filled.map { Double($0) }))
    }
  }

  @Test("counting a histogram several times is adding it as often")
  func histogramTimes() {
    let part = histogram(values(seed: 44, count: 100))
    var (times, turns) = (histogram([1, 2]), histogram([1, 2]))
    times.merge(part, times: 3)
    for _ in 0..<3 { turns.merge(part) }
    #expect(times == turns)
  }

  @Test("a histogram does not know the order of its values")
  func histogramsMerge() {
    var random = SeededGenerator(seed: 31)
    let values = values(seed: 32, count: 2000)
    let whole = histogram(values)
    var sum = ValueHistogram()
    let parts = values.shuffled(using: &random)
    for first in stride(from: 0, to: 2000, by: 250) {
      sum.merge(histogram(Array(parts[first..<first + 250])))
    }
    #expect(sum == whole)
    #expect(whole.count == 2000)
    #expect(whole.minimum == values.min())
    #expect(whole.maximum == values.max())
    #expect(whole.bins.map(\.count).reduce(0, +) == 2000)
    let bins = whole.bins
    for (one, next) in zip(bins, bins.dropFirst()) { #expect(one.largest < next.largest) }
  }

  @Test("values that are not positive and finite are not in a histogram")
  func histogramsTakeOnlyValues() {
    let none = histogram([0, -1, .nan, .infinity, -.infinity])
    #expect(none == ValueHistogram())
    #expect(none.minimum == nil)
  }

  @Test("histogram-equalised fractions are ranks among all values", arguments: [true, false])
  func ranksAreExact(whole: Bool) {
    let values = values(seed: 33, count: 20_000).map { whole ? $0.rounded(.up) : $0 }
    let histogram = histogram(values)
    let scale = ColorScale(histogram: histogram, kind: .eq)
    #expect(scale.knots.count <= 256)
    let sorted = values.sorted()
    let bins = histogram.bins
    let first = Double(bins[0].count)
    // Between knots a rank may be off by the tolerance of thinning and by the part of a bin.
    let widest = Double(bins.map(\.count).max() ?? 0)
    let slack = 1.0 / 2000 + (whole ? 0 : widest / (20_000 - first))
    for index in stride(from: 0, to: sorted.count, by: 37) {
      let value = sorted[index]
      let notAbove = Double(sorted.lastIndex(of: value) ?? 0) + 1
      let rank = max(0, (notAbove - first) / (20_000 - first))
      #expect(abs(scale.fraction(of: value) - rank) <= slack, "value \(value)")
    }
  }

  @Test("a fixed range takes values beyond it for its ends")
  func rangesClamp() {
    let values = (1...1000).map { Double($0) }
    let scale = ColorScale(histogram: histogram(values), kind: .eq, range: 100...500)
    #expect(scale.minimum == 100)
    #expect(scale.maximum == 500)
    #expect(scale.fraction(of: 3) == 0)
    #expect(scale.fraction(of: 900) == 1)
    // Above the bin of 100, 900 values; 200 of them reach up to 300.
    #expect(abs(scale.fraction(of: 300) - 200.0 / 900) < 1e-3)
    let clamped = values.map { min(max($0, 100), 500) }
    #expect(ColorScale(histogram: histogram(clamped), kind: .eq).fraction(of: 300) == scale.fraction(of: 300))
  }

  @Test("a value's fraction leads back to it", arguments: ColorScale.Kind.allCases)
  func scalesInvert(kind: ColorScale.Kind) {
    let values = values(seed: 34, count: 3000)
    for range in [nil, 0.01...50] as [ClosedRange<Double>?] {
      let scale = ColorScale(histogram: histogram(values), kind: kind, range: range)
      #expect(scale.fraction(of: scale.minimum) == 0)
      #expect(scale.fraction(of: scale.maximum) == 1)
      #expect(scale.value(at: 0) == scale.minimum)
      #expect(scale.value(at: 1) == scale.maximum)
      var last = 0.0
      for step in 0...1000 {
        let fraction = Double(step) / 1000
        let value = scale.value(at: fraction)
        #expect(value >= last && value >= scale.minimum && value <= scale.maximum)
        #expect(abs(scale.fraction(of: value) - fraction) < 1e-9)
        last = value
      }
    }
  }

  @Test("few values, one value and none make a scale", arguments: ColorScale.Kind.allCases)
  func poorScalesAreDefined(kind: ColorScale.Kind) {
    let cases: [[Double]] = [
      [], [7], [7, 7, 7], [7, 7.0001], [2, 3], [1e-300, 1e300], [.leastNonzeroMagnitude],
    ]
    for values in cases {
      for range in [nil, 0...0, 0...10, -5...3, 4...4, 7...8, 1e-9...1e9] as [ClosedRange<Double>?] {
        let scale = ColorScale(histogram: histogram(values), kind: kind, range: range)
        #expect(scale.minimum <= scale.maximum)
        for value in [0.5, 2, 3, 7, 9, 1e9] {
          let fraction = scale.fraction(of: value)
          #expect(fraction >= 0 && fraction <= 1, "\(values) \(String(describing: range))")
        }
        for fraction in [0, 0.3, 1] { #expect(scale.value(at: fraction).isFinite) }
        #expect(
          ColorScale(kind: kind, minimum: scale.minimum, maximum: scale.maximum, knots: scale.knots) == scale)
      }
    }
    #expect(ColorScale(histogram: histogram([7]), kind: kind).fraction(of: 7) == 1)
  }

  @Test("the fast indices are the rounded fractions", arguments: ColorScale.Kind.allCases)
  func indicesAreRoundedFractions(kind: ColorScale.Kind) {
    let cells = values(seed: 35, count: 20_000).map { Float($0) } + [0, -1, .nan, 1e-30, 1e30, .infinity]
    let scale = ColorScale(histogram: histogram(cells.map { Double($0) }), kind: kind, range: 0.01...100)
    var indices = [UInt8](repeating: 77, count: cells.count)
    cells.withUnsafeBufferPointer { cells in
      indices.withUnsafeMutableBufferPointer { scale.indices(of: cells, into: $0) }
    }
    let table = ColorScaleTable(scale)
    for (cell, index) in zip(cells, indices) {
      let slow = cell > 0 ? 1 + Int((scale.fraction(of: Double(cell)) * 254).rounded()) : 0
      #expect(Int(index) == slow, "\(cell)")
      #expect(table.index(of: cell) == index)
    }
    #expect(Set(indices).count > 200)
  }

  @Test("a scale that was saved gives the same indices", arguments: ColorScale.Kind.allCases)
  func scalesAreSaved(kind: ColorScale.Kind) throws {
    let scale = ColorScale(histogram: histogram(values(seed: 36, count: 5000)), kind: kind)
    let saved = try JSONEncoder().encode(scale)
    #expect(try JSONDecoder().decode(ColorScale.self, from: saved) == scale)
    let broken = #"{"kind":"eq","minimum":1,"maximum":5,"knots":[]}"#
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(ColorScale.self, from: Data(broken.utf8))
    }
  }
}
