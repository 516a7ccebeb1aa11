import Geography
import TestSupport
import Testing
import Tracks

@Suite("What scenes report")
struct SceneDataTests {
  @Test("ships report where they are, at their own times, as often as the truth says")
  func reports() throws {
    let scene = SceneTests.scenes[0]
    for vessel in scene.vessels {
      #expect(vessel.reports.count > 10)
      for report in vessel.reports {
        #expect(report.place == vessel.motion.place(atMilliseconds: report.milliseconds))
        #expect(report.milliseconds % 1000 == 0)
      }
    }
    for truth in scene.truth where truth.situation.target == .encounter {
      let vessels = try truth.mmsis.map { try #require(scene.vessel($0)) }
      let times = vessels.map { $0.reports.map(\.milliseconds) }
      let longest = times.map { zip($0, $0.dropFirst()).map { $1 - $0 }.max() ?? 0 }
      let silences = longest.filter { $0 > truth.interval }
      switch truth.situation {
      case .silenceInTheMiddle:
        #expect(silences.count == 1 && silences.allSatisfy { (65 * 60_000...150 * 60_000).contains($0) })
      case .missedReport: #expect(silences.count == 1 && silences.allSatisfy { $0 < 43 * 60_000 })
      case .sparseReporting:
        #expect(longest.allSatisfy { (40 * 60_000..<60 * 60_000).contains($0) })
      case .slowReporting: #expect(longest.allSatisfy { $0 >= 19 * 60_000 } && silences.isEmpty)
      case .twice: break
      default: #expect(silences.isEmpty, "\(truth.label)")
      }
      if times.count == 2 { #expect(Set(times[0]).intersection(times[1]).count < times[0].count / 4) }
    }
  }

  @Test(
    "straight lines between reports show the edges to an interval, and decoys no transfer",
    arguments: SceneTests.scenes.indices)
  func edges(number: Int) throws {
    let scene = SceneTests.scenes[number]
    let slack: Int64 = 4 * 60_000
    for truth in scene.truth where truth.mmsis.count == 2 {
      let vessels = try truth.mmsis.map { try #require(scene.vessel($0)) }
      let spans = SceneFacts.reportedSpans(vessels[0], vessels[1], within: 500)
      let longest = spans.map { $0.upperBound - $0.lowerBound }.max() ?? 0
      switch truth.situation {
      case _ where truth.kind == .encounter:
        let span = try #require(spans.first { $0.contains((truth.start + truth.end) / 2) }, "\(truth.label)")
        #expect(abs(span.lowerBound - truth.start) <= truth.interval + slack, "\(truth.label)")
        #expect(abs(span.upperBound - truth.end) <= truth.interval + slack, "\(truth.label)")
        #expect(span.upperBound - span.lowerBound >= 2 * SceneTests.hour, "\(truth.label)")
      case .justTooFar, .atAnchor, .samePlaceLater: #expect(spans.isEmpty, "\(truth.label)")
      case .justTooShort: #expect(longest < 118 * 60_000 && longest > 90 * 60_000)
      case .shortMeeting, .twoShortMeetings: #expect(longest < 60 * 60_000 && longest > 20 * 60_000)
      case .passing: #expect(longest < 5 * 60_000)
      case .convoy, .pairTrawling, .justTooFast, .justNearPort, .inPort, .tugAndTow, .towingAndTow, .pilotBoat:
        #expect(longest > 2 * SceneTests.hour, "\(truth.label)")
      default: break
      }
    }
  }

  @Test("who stays and who is silent can be asked of the scene")
  func stays() {
    let scene = Scene.random(seed: 11, cases: [.loitering, .loiteringTooShort, .plain, .dark])
    let stays = scene.stays(slowerThan: 2, lasting: 4 * SceneTests.hour)
    for truth in scene.truth {
      let found = stays.filter { truth.mmsis.contains($0.mmsi) }
      #expect(truth.end - truth.start < 4 * SceneTests.hour ? found.isEmpty : found.count == truth.mmsis.count)
      #expect(found.allSatisfy { abs($0.start - truth.start) <= 60_000 && abs($0.end - truth.end) <= 60_000 })
    }
    let dark = scene.truth.first { $0.kind == .darkRendezvous }
    #expect(scene.silences(longerThan: SceneTests.hour).map(\.mmsi) == dark?.mmsis)
  }

  @Test("ships of different cases are never within 80 km", arguments: SceneTests.scenes.indices)
  func apart(number: Int) {
    let scene = SceneTests.scenes[number]
    var cases: [UInt32: SceneCase] = [:]
    for truth in scene.truth { for mmsi in truth.mmsis { cases[mmsi] = truth.situation } }
    var present: [Int64: [(situation: SceneCase?, place: Coordinate)]] = [:]
    for vessel in scene.vessels {
      let (first, last) = (vessel.motion.start / 1_800_000 + 1, vessel.motion.end / 1_800_000)
      for slot in first...last {
        present[slot, default: []].append(
          (cases[vessel.mmsi], vessel.motion.place(atMilliseconds: slot * 1_800_000)))
      }
    }
    var nearest = Double.infinity
    for ships in present.values {
      for (index, ship) in ships.enumerated() {
        for other in ships[..<index] where other.situation != ship.situation {
          nearest = min(nearest, Ellipsoid.greatCircleInMetres(ship.place, other.place))
        }
      }
    }
    #expect(nearest > 80_000)
  }

  @Test("the table is read without a row rejected, in any order and in any number of files")
  func tables() throws {
    let scene = Scene.random(seed: 4, cases: [.plain, .acrossAntimeridian, .raft, .dark, .tugAndTow])
    let count = scene.vessels.reduce(0) { $0 + $1.reports.count }
    var fixes: [[UInt32: [Fix]]] = []
    let orders: [SceneRowOrder] = [.time, .reversed, .shuffled(seed: 5), .vessel]
    for texts in orders.map({ [scene.csv(order: $0)] }) + [scene.csvFiles(count: 3, seed: 6)] {
      let sources = texts.enumerated().map { InputSource.memory(name: "\($0).csv", bytes: Array($1.utf8)) }
      var options = ReadOptions()
      options.keepsVesselType = true
      let result = try TrackReader(sources, options: options).read()
      #expect(result.ledger.accepted == UInt64(count) && result.ledger.read == UInt64(count))
      var scratch: [Fix] = []
      var all: [UInt32: [Fix]] = [:]
      for vessel in 0..<result.tracks.vesselCount {
        let mmsi = result.tracks.mmsi(ofVessel: vessel)
        all[mmsi] = try result.tracks.withFixes(ofVessel: vessel, scratch: &scratch) { Array($0) }
        let truth = try #require(scene.vessel(mmsi))
        #expect(result.tracks.vesselType(ofVessel: vessel) == VesselType(code: truth.typeCode))
      }
      fixes.append(all)
    }
    #expect(fixes.allSatisfy { $0 == fixes[0] })
    for vessel in scene.vessels {
      let read = try #require(fixes[0][vessel.mmsi])
      for (fix, report) in zip(read, vessel.reports) {
        #expect(fix.milliseconds == report.milliseconds)
        let place = Coordinate(latitude: fix.latitude, longitude: fix.longitude)
        #expect(Ellipsoid.distanceInMetres(place, report.place) < 0.02)
        #expect(abs((fix.speedInKnots ?? -1) - report.knots) <= 0.0501)
      }
    }
  }

  @Test("the same seed makes the same scene, another seed another")
  func seeds() {
    #expect(Scene.random(seed: 1) == SceneTests.scenes[0])
    #expect(Scene.random(seed: 9, cases: [.plain]) != Scene.random(seed: 10, cases: [.plain]))
  }

  @Test("other names and another meridian leave the rest as it is")
  func changes() throws {
    let scene = Scene.random(seed: 7, cases: [.plain, .raft, .justOutsidePort])
    let renamed = scene.renamingVessels(seed: 8)
    #expect(Set(renamed.newByOld.keys) == Set(scene.vessels.map(\.mmsi)))
    #expect(Set(renamed.newByOld.values).isDisjoint(with: renamed.newByOld.keys))
    for vessel in scene.vessels {
      let mmsi = try #require(renamed.newByOld[vessel.mmsi])
      let new = try #require(renamed.scene.vessel(mmsi))
      #expect(new.reports == vessel.reports && new.imo == vessel.imo)
    }
    for (old, new) in zip(scene.truth, renamed.scene.truth) {
      #expect(old.mmsis.compactMap { renamed.newByOld[$0] }.sorted() == new.mmsis)
    }
    let shifted = scene.shiftedLongitudes(by: 40)
    for (old, new) in zip(scene.vessels, shifted.vessels) {
      for (a, b) in zip(old.reports, new.reports) {
        #expect(a.place.latitude == b.place.latitude)
        #expect(abs(BoundingBox.wrapped(b.place.longitude - a.place.longitude) - 40) < 1e-9)
        let there = new.motion.place(atMilliseconds: b.milliseconds)
        #expect(Ellipsoid.distanceInMetres(there, b.place) < 0.001)
      }
    }
  }

  @Test("the plane is true to one part in ten thousand within 60 km")
  func metric() {
    for latitude in [-45.0, 0, 31, 44] {
      let metric = LocalMetric(centre: Coordinate(latitude: latitude, longitude: 179.9))
      for east in stride(from: -40_000.0, through: 40_000, by: 20_000) {
        for north in stride(from: -40_000.0, through: 40_000, by: 20_000) {
          let here = LocalPoint(east: east, north: north)
          for (dx, dy) in [(500.0, 0.0), (0, 500), (300, 400)] {
            let there = LocalPoint(east: east + dx, north: north + dy)
            let distance = Ellipsoid.distanceInMetres(metric.place(of: here), metric.place(of: there))
            #expect(abs(distance - 500) < 0.1)
          }
        }
      }
    }
  }
}
