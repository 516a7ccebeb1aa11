import Testing
import Tracks

@Suite("Counts by time") struct TimeCountsTests {
  private static let day: Int64 = 86_400_000
  /// 2024-03-01T00:00:00Z.
  private static let march: Int64 = 1_709_251_200_000

  private func counts(_ times: [Int64]) -> TimeCounts {
    var counts = TimeCounts((times.min() ?? 0)...(times.max() ?? 0))
    for time in times { counts.add(time) }
    return counts
  }

  @Test("a day with strays from 1970, 2014 and next week has one main day, and the strays are counted")
  func strays() throws {
    let busy = (0..<1440).map { Self.march + Int64($0) * 60_000 }
    let counts = counts(busy + [0, 1_388_534_400_000, Self.march + 7 * Self.day])
    let days = try #require(counts.mainDays)
    #expect(days == 19_783...19_783 && counts.count(outside: days) == 3)
    let steps = try #require(counts.steps(during: days, atMost: 60))
    #expect(steps.start == Self.march && steps.step == 3_600_000)
    #expect(steps.counts == [Int](repeating: 60, count: 24))
  }

  @Test("two full months are both main, though half a year lies between; a hundredth of either is not")
  func months() throws {
    func month(_ start: Int64, _ each: Int64) -> [Int64] {
      (0..<30).flatMap { day in (0..<each).map { Self.march + (start + day) * Self.day + $0 * 1000 } }
    }
    let both = try #require(counts(month(0, 200) + month(180, 150)).mainDays)
    #expect(both == 19_783...19_992)
    let first = try #require(counts(month(0, 200) + month(180, 2)).mainDays)
    #expect(first == 19_783...19_812)
  }

  @Test("84 minutes are told in steps of two minutes, and the sum is kept")
  func minutes() throws {
    let times = (0..<84).map { Self.march + 125_000 + Int64($0) * 60_000 }
    let counts = counts(times)
    let days = try #require(counts.mainDays)
    let steps = try #require(counts.steps(during: days, atMost: 60))
    #expect(steps.step == 120_000 && steps.start == Self.march + 120_000)
    #expect(steps.counts == [Int](repeating: 2, count: 42))
    for limit in [2, 3, 10, 41, 42, 100] {
      let steps = try #require(counts.steps(during: days, atMost: limit))
      #expect(steps.counts.count <= limit && steps.counts.reduce(0, +) == 84)
    }
  }

  @Test("a span of a hundred years has steps too, no more than asked for")
  func centuries() throws {
    let counts = counts((0..<1200).map { Int64($0) * 30 * Self.day })
    let days = try #require(counts.mainDays)
    let steps = try #require(counts.steps(during: days, atMost: 60))
    #expect(steps.counts.count <= 60 && steps.counts.count > 30 && steps.counts.reduce(0, +) == 1200)
  }
}
