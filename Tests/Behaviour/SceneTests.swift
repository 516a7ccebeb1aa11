import Geography
import TestSupport
import Testing
import Tracks

@Suite("Scenes with known truth")
struct SceneTests {
  static let hour: Int64 = 3_600_000
  static let scenes = [Scene.random(seed: 1), Scene.random(seed: 2), Scene.random(seed: 3, acrossMeridian: 180)]

  @Test("every case is there, with its ships", arguments: scenes.indices)
  func complete(number: Int) {
    let scene = Self.scenes[number]
    #expect(Set(scene.truth.map(\.situation)) == Set(SceneCase.allCases))
    #expect(Set(scene.vessels.map(\.mmsi)).count == scene.vessels.count)
    #expect(scene.truth.flatMap(\.mmsis).allSatisfy { scene.vessel($0) != nil })
    #expect(scene.truth.filter { $0.situation == .raft }.count == 3)
    #expect(scene.truth.filter { $0.situation == .twice }.count == 2)
    #expect(scene.ports.count == 3)
  }

  @Test(
    "a transfer is two ships within 500 m, slow, for two hours and its edges, and never else", arguments: scenes.indices
  )
  func transfers(number: Int) throws {
    let scene = Self.scenes[number]
    for truth in scene.truth where truth.kind == .encounter {
      let facts = try #require(SceneFacts(truth, in: scene))
      let others = scene.truth.filter { $0.mmsis == truth.mmsis }
      let spans = facts.spans(within: 500)
      #expect(spans.count == others.count, "\(truth.label)")
      let span = try #require(spans.first { $0.contains((truth.start + truth.end) / 2) }, "\(truth.label)")
      #expect(abs(span.lowerBound - truth.start) <= 180_000, "\(truth.label)")
      #expect(abs(span.upperBound - truth.end) <= 180_000, "\(truth.label)")
      #expect(truth.end - truth.start >= 2 * Self.hour + 2 * truth.interval, "\(truth.label)")
      for motion in [facts.first, facts.second] {
        let speeds = SceneFacts.speeds(of: motion, from: truth.start, to: truth.end)
        #expect(speeds.upperBound < 1.9, "\(truth.label)")
        let places = [motion.start, truth.start].map { motion.place(atMilliseconds: $0) }
        #expect(Ellipsoid.distanceInMetres(places[0], places[1]) > 20_000)
      }
    }
  }

  @Test("what is just inside or outside a threshold is on its side", arguments: scenes.indices)
  func thresholds(number: Int) throws {
    let scene = Self.scenes[number]
    for truth in scene.truth where truth.mmsis.count == 2 {
      let facts = try #require(SceneFacts(truth, in: scene))
      let distances = try #require(facts.distances(from: facts.common.lowerBound, to: facts.common.upperBound))
      let alongside = facts.spans(within: 500).map { $0.upperBound - $0.lowerBound }.max() ?? 0
      let speeds = SceneFacts.speeds(of: facts.first, from: truth.start, to: truth.end)
      let toPort = scene.ports.map { Ellipsoid.distanceInMetres($0.place, truth.place) }.min() ?? .infinity
      switch truth.situation {
      case .justNearEnough:
        #expect(abs(distances.lowerBound - 490) < 0.3)
        let distances = try #require(facts.distances(from: truth.start, to: truth.end))
        #expect(distances.upperBound < 490.3)
      case .justTooFar: #expect(abs(distances.lowerBound - 510) < 0.3)
      case .justLongEnough:
        #expect(truth.end - truth.start == 130 * 60_000 + 2 * truth.interval && truth.interval == 120_000)
      case .justTooShort: #expect(abs(alongside - 110 * 60_000) < 300_000)
      case .justSlowEnough: #expect(speeds.lowerBound > 1.84 && speeds.upperBound < 1.86)
      case .justTooFast: #expect(speeds.lowerBound > 2.14 && speeds.upperBound < 2.16)
      case .justOutsidePort: #expect(abs(toPort - 10_300) < 3)
      case .justNearPort: #expect(abs(toPort - 9_700) < 3)
      case .inPort: #expect(toPort < 3_100)
      case .swinging: #expect(abs(distances.lowerBound - 100) < 2)
      case .drifting: #expect(speeds.lowerBound > 1.49 && speeds.upperBound < 1.51)
      case .acrossMidnight: #expect(truth.start / (24 * Self.hour) + 1 == truth.end / (24 * Self.hour))
      case .plain: #expect(truth.start / (24 * Self.hour) == truth.end / (24 * Self.hour))
      default: break
      }
      if truth.kind == .encounter && truth.situation != .justOutsidePort { #expect(toPort > 50_000) }
    }
  }

  @Test("a decoy is no transfer, each for its own reason", arguments: scenes.indices)
  func decoys(number: Int) throws {
    let scene = Self.scenes[number]
    for truth in scene.truth where truth.kind == .decoy && truth.situation.target == .encounter {
      let facts = try #require(SceneFacts(truth, in: scene))
      let spans = facts.spans(within: 500)
      let alongside = spans.map { $0.upperBound - $0.lowerBound }
      let speeds = SceneFacts.speeds(of: facts.first, from: truth.start, to: truth.end)
      switch truth.situation {
      case .convoy:
        #expect(speeds.lowerBound > 11.5 && speeds.upperBound < 12.5)
        #expect(alongside.count == 1 && alongside[0] >= 359 * 60_000)
      case .pairTrawling: #expect(speeds.lowerBound > 3.4 && speeds.upperBound < 3.6)
      case .atAnchor:
        let distances = try #require(facts.distances(from: truth.start, to: truth.end))
        #expect(distances.lowerBound > 850 && distances.upperBound < 950)
        #expect(spans.isEmpty)
      case .shortMeeting: #expect(alongside.count == 1 && alongside[0] < 60 * 60_000)
      case .passing:
        let distances = try #require(facts.distances(from: truth.start, to: truth.end))
        #expect(distances.lowerBound > 99 && distances.lowerBound < 120)
        #expect(alongside.count == 1 && alongside[0] < 5 * 60_000)
      case .samePlaceLater: #expect(spans.isEmpty)
      case .twoShortMeetings:
        try #require(alongside.count == 2, "\(truth.label)")
        #expect(alongside.allSatisfy { $0 < 60 * 60_000 })
        let between = try #require(
          facts.distances(from: truth.start + 100 * 60_000, to: truth.start + 180 * 60_000))
        #expect(between.lowerBound > 7_900)
        #expect(spans[1].lowerBound - spans[0].upperBound > 175 * 60_000)
      case .tugAndTow, .towingAndTow:
        #expect(alongside.count == 1 && alongside[0] > 240 * 60_000)
        let types = truth.mmsis.compactMap { scene.vessel($0)?.typeCode }
        #expect(types.contains(truth.situation == .tugAndTow ? 52 : 31))
      case .pilotBoat:
        #expect(alongside.count == 1 && alongside[0] >= 150 * 60_000)
        #expect(truth.mmsis.contains { scene.vessel($0)?.typeCode == 50 })
      case .justTooFast, .justNearPort, .inPort: #expect(alongside.count == 1 && alongside[0] > 150 * 60_000)
      case .justTooFar: #expect(spans.isEmpty)
      default: break
      }
    }
  }

  @Test("transfers across the antimeridian are on both sides of it", arguments: scenes.indices)
  func antimeridian(number: Int) throws {
    let scene = Self.scenes[number]
    for truth in scene.truth where [.acrossAntimeridian, .darkAcrossAntimeridian].contains(truth.situation) {
      let longitudes = truth.mmsis.compactMap { scene.vessel($0) }.flatMap { $0.reports.map(\.place.longitude) }
      #expect(longitudes.contains { $0 > 177 } && longitudes.contains { $0 < -177 })
      let facts = try #require(SceneFacts(truth, in: scene))
      let alongside = stride(from: truth.start, through: truth.end, by: 60_000).flatMap { time in
        [facts.first, facts.second].map { $0.place(atMilliseconds: time).longitude }
      }
      #expect(alongside.contains { $0 > 0 } && alongside.contains { $0 < 0 })
    }
  }

  @Test("in a dark rendezvous both are silent and can be there; decoys cannot for two hours", arguments: scenes.indices)
  func dark(number: Int) throws {
    let scene = Self.scenes[number]
    for truth in scene.truth where truth.situation.target == .darkRendezvous {
      let silences = truth.mmsis.compactMap { scene.vessel($0) }.compactMap { SceneFacts.silence(of: $0) }
      try #require(silences.count == 2)
      let lengths = silences.map { $0.on.milliseconds - $0.off.milliseconds }
      let longest = SceneFacts.longestMeeting(silences[0], silences[1], about: truth.place, knots: 15)
      let facts = try #require(SceneFacts(truth, in: scene))
      if truth.kind == .darkRendezvous {
        #expect(lengths.allSatisfy { $0 > 8 * Self.hour && $0 < 13 * Self.hour })
        #expect(truth.end - truth.start == 3 * Self.hour && longest > 3 * Self.hour)
        let distances = try #require(facts.distances(from: truth.start, to: truth.end))
        #expect(distances.upperBound < 300)
        for silence in silences {
          let window = try #require(SceneFacts.window(at: truth.place, in: silence, knots: 15))
          #expect(window.lowerBound < truth.start && window.upperBound > truth.end)
        }
      } else {
        #expect(longest < 2 * Self.hour - 600_000, "\(truth.label)")
        #expect(lengths.allSatisfy { $0 > 230 * 60_000 })
        if truth.situation == .darkOutOfReach { #expect(longest > 0) }
        if truth.situation == .darkAtDifferentTimes {
          #expect(
            silences[0].on.milliseconds < silences[1].off.milliseconds
              || silences[1].on.milliseconds < silences[0].off.milliseconds)
        }
        #expect(facts.spans(within: 1000).isEmpty, "\(truth.label)")
      }
    }
  }

  @Test("who loiters is slow and alone for six hours; decoys are short or fast", arguments: scenes.indices)
  func loitering(number: Int) throws {
    let scene = Self.scenes[number]
    for truth in scene.truth where truth.situation.target == .loitering {
      let motion = try #require(scene.vessel(truth.mmsis[0])).motion
      let speeds = SceneFacts.speeds(of: motion, from: truth.start, to: truth.end)
      let duration = truth.end - truth.start
      switch truth.situation {
      case .loitering: #expect(speeds.upperBound < 1 && duration >= 6 * Self.hour && duration <= 20 * Self.hour)
      case .loiteringTooShort: #expect(speeds.upperBound < 1 && duration == 3 * Self.hour)
      default: #expect(speeds.lowerBound > 2.9 && duration == 10 * Self.hour)
      }
      #expect(SceneFacts.speeds(of: motion, from: motion.start, to: truth.start).lowerBound > 7.9)
      #expect(SceneFacts.speeds(of: motion, from: truth.end, to: motion.end).lowerBound > 7.9)
    }
  }
}
