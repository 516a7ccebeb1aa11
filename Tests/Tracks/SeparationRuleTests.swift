import TestSupport
import Testing
import Tracks

@Suite("What a separation keeps to") struct SeparationRuleTests {
  /// Many MMSI of one ship, of several, and of places at random, with repeats, strays and faulty rows.
  private static func traffic(seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    var rows: [String] = []
    for vessel in 0..<60 {
      for _ in 0..<(vessel % 3 + 1) {
        let ship = Ship(
          mmsi: 219_000_000 + UInt32(vessel), latitude: Double.random(in: -60...60, using: &random),
          longitude: Double.random(in: -180...180, using: &random), speed: Double.random(in: 0...20, using: &random),
          course: Double.random(in: 0..<360, using: &random), turn: Double.random(in: -30...30, using: &random))
        let count = Int.random(in: 1...60, using: &random)
        rows += ship.rows(at: Ship.seconds(count, using: &random), using: &random)
      }
      if vessel % 5 == 0 {
        for _ in 0..<200 {
          let place = "\(Int.random(in: -80...80, using: &random)),\(Int.random(in: -179...179, using: &random))"
          rows.append("\(219_000_000 + vessel),\(Ship.epoch + Int.random(in: 0..<3_000, using: &random)),\(place),,")
        }
      }
    }
    for _ in 0..<300 { rows.append(rows[Int.random(in: 0..<rows.count, using: &random)]) }
    rows += ["219000001,never,1,2,,", "219000001,1600000000,91,181,,"]
    return rows.shuffled(using: &random)
  }

  private static func table(_ rows: some Sequence<String>) -> String { Ship.header + rows.joined(separator: "\n") }

  private static func options(_ change: (inout ReadOptions) -> Void = { _ in }) -> ReadOptions {
    var options = ReadOptions()
    options.separatesVessels = true
    change(&options)
    return options
  }

  @Test("no row is lost: every one is a fix or rejected for a reason, and named once", arguments: 1...4)
  func ledger(seed: UInt64) throws {
    let rows = SeparationRuleTests.traffic(seed: seed)
    let reading = try Reading(SeparationRuleTests.table(rows), SeparationRuleTests.options())
    #expect(reading.ledger.read == UInt64(rows.count))
    #expect(reading.ledger.accepted == UInt64(reading.tracks.reduce(0) { $0 + $1.fixes.count }))
    #expect(Set(reading.rejected.map(\.line)).count == rows.count - Int(reading.ledger.accepted))
    for reason in [RejectReason.duplicate, .teleport] {
      #expect(reading.ledger.rejected(reason) > 100)
      #expect(reading.rejected.filter { $0.reason == reason }.count == reading.ledger.rejected(reason))
    }
    for track in reading.tracks {
      #expect(zip(track.fixes, track.fixes.dropFirst()).allSatisfy { $0.milliseconds < $1.milliseconds })
    }
  }

  @Test("tracks stand by MMSI and part, parts count from 0 by the first instant")
  func parts() throws {
    let text = SeparationRuleTests.table(SeparationRuleTests.traffic(seed: 5))
    let tracks = try Reading(text, SeparationRuleTests.options()).tracks
    #expect(tracks[0].part == 0 && tracks.contains { $0.part == 2 })
    for (one, next) in zip(tracks, tracks.dropFirst()) {
      if next.part == 0 {
        #expect(one.mmsi < next.mmsi)
      } else {
        #expect(one.mmsi == next.mmsi && next.part == one.part + 1)
        #expect(Fix.precedes(one.fixes[0], next.fixes[0]))
      }
    }
  }

  @Test("the order of rows, threads and memory do not matter", arguments: [1, 2, 7])
  func machine(threads: Int) throws {
    var random = SeededGenerator(seed: 6)
    let rows = SeparationRuleTests.traffic(seed: 6)
    let expected = try Reading(SeparationRuleTests.table(rows), SeparationRuleTests.options())
    for memory in [4_000_000_000, 100_000, 1] {
      let options = SeparationRuleTests.options {
        $0.threads = threads
        $0.memory = memory
        $0.chunkSize = 1 << 20
      }
      #expect(try Reading(SeparationRuleTests.table(rows), options) == expected, "memory \(memory)")
      let unnamed = try Reading([SeparationRuleTests.table(rows)], options, naming: false)
      #expect(unnamed.tracks == expected.tracks && unnamed.ledger == expected.ledger, "memory \(memory)")
      let mixed = rows.shuffled(using: &random)
      let halves = [mixed[..<(rows.count / 2)], mixed[(rows.count / 2)...]].map { SeparationRuleTests.table($0) }
      let shuffled = try Reading(halves, options)
      #expect(shuffled.tracks == expected.tracks && shuffled.ledger == expected.ledger, "memory \(memory)")
      #expect(shuffled.survey == expected.survey, "memory \(memory)")
    }
  }

  @Test("some of a track's fixes are those of the whole track, in memory and on disk", arguments: [1, 4_000_000_000])
  func ranges(memory: Int) throws {
    let text = SeparationRuleTests.table(SeparationRuleTests.traffic(seed: 7))
    let source = InputSource.memory(name: "a.csv", bytes: Array(text.utf8))
    let tracks = try TrackReader([source], options: SeparationRuleTests.options { $0.memory = memory }).read().tracks
    var scratch: [Fix] = []
    for vessel in 0..<tracks.vesselCount {
      let whole = try tracks.withFixes(ofVessel: vessel, scratch: &scratch) { Array($0) }
      #expect(whole.count == tracks.fixCount(ofVessel: vessel))
      let range = whole.count / 3..<whole.count
      let some = try tracks.withFixes(ofVessel: vessel, in: range, scratch: &scratch) { Array($0) }
      #expect(some == Array(whole[range]))
    }
  }

  @Test("without the option ships that share an MMSI stay one track, and with it a lone ship's is left as it is")
  func off() throws {
    let rows = SeparationRuleTests.traffic(seed: 8)
    let text = SeparationRuleTests.table(rows)
    let off = try Reading(text)
    #expect(off.tracks.allSatisfy { $0.part == 0 } && off.tracks.count == off.fixes.count)
    #expect(off.ledger.rejected(.teleport) == 0)
    var separating = SeparationRuleTests.options()
    let lone = (0..<60 as Range<UInt32>).filter { $0 % 3 == 0 && $0 % 5 != 0 }
    separating.selection.vessels = Set(lone.map { 219_000_000 + $0 })
    var plain = ReadOptions()
    plain.selection = separating.selection
    #expect(try Reading(text, separating) == Reading(text, plain))
  }

  @Test("it is the same ships whether speed and course are kept or not")
  func speeds() throws {
    let text = SeparationRuleTests.table(SeparationRuleTests.traffic(seed: 9))
    let lean = try Reading(text, SeparationRuleTests.options { $0.keepsSpeedAndCourse = false })
    #expect(try lean == Reading(text, SeparationRuleTests.options()))
  }

  @Test("a survey counts vessels by MMSI, their tracks, those separated, and voyages between gaps and jumps")
  func survey() throws {
    func rows(_ mmsi: Int, _ latitude: Double, _ minutes: [Int]) -> [String] {
      minutes.map { "\(mmsi),\(Ship.epoch + $0 * 60),\(latitude),1,," }
    }
    // Two voyages, a fix alone and a third; beside it a ship of the same MMSI, and one of another with one fix.
    var all = rows(219_000_001, 1, [0, 10, 20, 300, 310, 600, 900, 905])
    all += rows(219_000_001, 50, [1, 2, 3, 4])
    all += rows(219_000_002, 3, [0])
    let text = SeparationRuleTests.table(all)
    let source = InputSource.memory(name: "a.csv", bytes: Array(text.utf8))
    let survey = try TrackReader([source], options: SeparationRuleTests.options()).read().survey
    #expect(survey.vessels == 2 && survey.tracks == 3 && survey.separatedVessels == 1)
    #expect(survey.voyages == 4 && survey.gaps == 3 && survey.jumps == 0 && survey.segments == 7)
    let whole = try TrackReader([source], options: ReadOptions()).read().survey
    #expect(whole.vessels == 2 && whole.tracks == 2 && whole.separatedVessels == 0 && whole.jumps > 0)
  }
}
