import Platform
import Raster
import TestSupport
import Testing

@Suite("Ticks")
struct ScaleTicksTests {
  private func scale(_ kind: ColorScale.Kind, _ values: [Double]) -> ColorScale {
    var histogram = ValueHistogram()
    for value in values { histogram.add(value) }
    return ColorScale(histogram: histogram, kind: kind)
  }

  @Test("ticks are round, rise, stand inside and apart", arguments: ColorScale.Kind.allCases)
  func ticksAreRound(kind: ColorScale.Kind) {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<300 {
      let low = Double.random(in: -4...4, using: &random)
      let spread = Double.random(in: 0.01...9, using: &random)
      let values = (0..<200).map { _ in
        let part = Double.random(in: 0...1, using: &random)
        return exp2((low + spread * part * part) * 3.32)
      }
      let scale = scale(kind, values)
      let ticks = ScaleTicks(scale, leastDistance: 0.07).ticks
      #expect(ticks.count >= 2, "\(scale.minimum)...\(scale.maximum)")
      for tick in ticks {
        #expect(tick.value >= scale.minimum && tick.value <= scale.maximum)
        #expect(tick.fraction == scale.fraction(of: tick.value))
        #expect(tick.label == ScaleTicks.label(tick.value))
      }
      for (one, next) in zip(ticks, ticks.dropFirst()) {
        #expect(one.value < next.value)
        #expect(next.fraction - one.fraction >= 0.07)
      }
    }
  }

  @Test("powers of ten come first, then twos and fives")
  func powersComeFirst() {
    let scale = scale(.log, [0.5, 2000])
    #expect(ScaleTicks(scale, leastDistance: 0.2).ticks.map(\.value) == [1, 10, 100, 1000])
    #expect(
      ScaleTicks(scale, leastDistance: 0.03).ticks.map(\.value)
        == [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000])
    let short = ScaleTicks(self.scale(.linear, [103, 178]), leastDistance: 0.1)
    #expect(short.ticks.map(\.label) == ["120", "140", "160"])
    let one = ScaleTicks(self.scale(.eq, [42]), leastDistance: 0.1)
    #expect(one.ticks == [ScaleTicks.Tick(value: 42, fraction: 1, label: "42")])
  }

  @Test("an open end says so")
  func endsAreFlagged() {
    let scale = scale(.sqrt, [0.1, 500])
    let ticks = ScaleTicks(scale, leastDistance: 0.1, opensAbove: true, opensBelow: true)
    #expect(ticks.labelAbove == "> 500")
    #expect(ticks.labelBelow == "< 0.1")
    #expect(ScaleTicks(scale, leastDistance: 0.1).labelAbove == nil)
  }

  @Test(
    "numbers are written for readers",
    arguments: [
      (1, "1"), (0.5, "0.5"), (0.001, "0.001"), (0.02, "0.02"), (0.0005, "0.0005"), (1e-6, "0.000001"), (5e-7, "5e-7"),
      (10, "10"), (999_999, "999\u{2009}999"), (1000, "1\u{2009}000"), (10_000, "10\u{2009}000"),
      (2_000_000, "2\u{2009}000\u{2009}000"), (1e7, "10\u{2009}000\u{2009}000"), (2e7, "20\u{2009}000\u{2009}000"),
      (1e9, "1e9"), (1.25e-12, "1.25e-12"),
      (1e-300, "1e-300"), (437.5, "437.5"), (1250.5, "1\u{2009}250.5"),
      (0.1 + 0.2, "0.3"), (999_999.7, "1\u{2009}000\u{2009}000"), (0, "0"),
    ] as [(Double, String)])
  func labels(value: Double, label: String) {
    #expect(ScaleTicks.label(value) == label)
  }
}
