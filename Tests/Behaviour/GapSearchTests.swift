import Behaviour
import Geography
import Testing

@Suite("Silences found in tracks")
struct GapSearchTests {
  @Test("a gap has its ends, its speed, and the others that were received near either end meanwhile")
  func heard() throws {
    var sea = SmallSearch()
    sea.stay(211_000_001, minutes: 0...60, 30, 150)
    sea.stay(211_000_001, minutes: 240...300, 30.5, 150)
    sea.stay(211_000_002, minutes: 0...300, 30.1, 150)
    sea.stay(211_000_003, minutes: 100...200, 30.6, 150.1)
    // Too far, and too late.
    sea.stay(211_000_004, minutes: 0...300, 31.5, 150)
    sea.stay(211_000_005, minutes: 245...300, 30.1, 150.1)
    let gaps = try sea.events().filter { $0.kind == .gap && $0.vessels[0].mmsi == 211_000_001 }
    #expect(gaps.count == 1)
    let gap = try #require(gaps.first)
    #expect(gap.start == SmallSearch.midnight + 60 * 60_000 && gap.end == SmallSearch.midnight + 240 * 60_000)
    #expect(gap.findings.heardNearby == [2])
    #expect(!gap.findings.isOpen)
    #expect(abs(try #require(gap.findings.distanceInMetres) - 55_434) < 30)
    #expect(abs(try #require(gap.findings.impliedSpeedInKnots) - 55_434 / 1852.0 / 3) < 0.02)
    #expect(gap.reappearance == Coordinate(latitude: 30.5, longitude: 150))
  }

  @Test("a vessel that is not seen again before the data end has an open gap")
  func open() throws {
    var sea = SmallSearch()
    sea.stay(211_000_001, minutes: 0...60, 30, 150)
    sea.stay(211_000_002, minutes: 0...300, 35, 150)
    let gaps = try sea.events().filter { $0.kind == .gap }
    #expect(gaps.map(\.findings.isOpen) == [true])
    #expect(gaps.first?.end == SmallSearch.midnight + 300 * 60_000 && gaps.first?.reappearance == nil)
  }

  @Test("a silence no longer than the limit is none, and the limit is an option")
  func limit() throws {
    var sea = SmallSearch()
    sea.stay(211_000_001, minutes: 0...60, 30, 150)
    sea.stay(211_000_001, minutes: 120...180, 30, 150)
    #expect(try sea.events().filter { $0.kind == .gap }.isEmpty)
    var rules = DetectionRules()
    rules.legs.gapAfterMilliseconds = 30 * 60_000
    #expect(try sea.events(rules).filter { $0.kind == .gap }.count == 1)
  }
}
