import Behaviour
import TestSupport
import Testing

@Suite("Cargo from draught")
struct VolumeEstimateTests {
  private func estimate(_ change: Double?, _ length: Double?, _ beam: Double?) -> VolumeEstimate? {
    VolumeEstimate(draughtChangeInMetres: change, lengthInMetres: length, beamInMetres: beam)
  }

  @Test("a product tanker that rises by six metres")
  func example() throws {
    // 6 x 180 x 32 = 34,560 m³; x 0.8 x 1.025 = 28,339.2 t; / 0.85 = 33,340.24 m³; / 0.158987 = 209,704 barrels.
    let estimate = try #require(self.estimate(-6, 180, 32))
    #expect(abs(estimate.best - 209_704) < 1)
    // 5.8 x 180 x 32 x 0.7 x 1.025 / 0.95 / 0.158987 and 6.2 x 180 x 32 x 0.9 x 1.025 / 0.75 / 0.158987.
    #expect(abs(estimate.low - 158_704) < 1 && abs(estimate.high - 276_285) < 1, "\(estimate)")
    #expect(estimate.text == "about 210,000 barrels (160,000 to 280,000), an estimate from draught")
    #expect(self.estimate(6, 180, 32) == estimate)
  }

  @Test("low is at most best and best at most high, and more draught, length or beam is more cargo")
  func monotone() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let change = Double.random(in: 0.1...20, using: &random)
      let (length, beam) = (Double.random(in: 5...400, using: &random), Double.random(in: 2...60, using: &random))
      let estimate = try #require(self.estimate(change, length, beam))
      #expect(0 <= estimate.low && estimate.low <= estimate.best && estimate.best <= estimate.high)
      for more in [
        self.estimate(change + 0.1, length, beam), self.estimate(change, length + 1, beam),
        self.estimate(change, length, beam + 1),
      ] {
        let more = try #require(more)
        #expect(more.best > estimate.best && more.low >= estimate.low && more.high > estimate.high)
      }
    }
  }

  @Test("nothing is estimated from what is missing, too small or impossible")
  func missing() {
    #expect(estimate(nil, 180, 32) == nil && estimate(1, nil, 32) == nil && estimate(1, 180, nil) == nil)
    #expect(estimate(0, 180, 32) == nil && estimate(0.09, 180, 32) == nil && estimate(.nan, 180, 32) == nil)
    #expect(estimate(1, 0, 32) == nil && estimate(1, 180, -1) == nil && estimate(1, .infinity, 32) == nil)
    #expect(estimate(26, 180, 32) == nil && estimate(1, 1_023, 32) == nil && estimate(1, 180, 127) == nil)
    #expect(estimate(9.1 - 9.0, 180, 32)?.low == 0)
  }

  @Test("words have two digits and their thousands apart")
  func words() {
    #expect(estimate(0.1, 10, 1)?.text == "about 6 barrels (0 to 23), an estimate from draught")
    #expect(estimate(0.1, 100, 16.4)?.text.hasPrefix("about 1,000 barrels (0 to 3,8") == true)
    #expect(
      estimate(20, 1_000, 60)?.text == "about 7,300,000 barrels (5,600,000 to 9,400,000), an estimate from draught")
  }
}
