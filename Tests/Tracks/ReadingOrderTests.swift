import TestSupport
import Testing
import Tracks

/// Rows of a hundred vessels on their way, with exact duplicates, conflicting places and faulty rows among them.
private struct Traffic {
  static let header = "mmsi,time,lat,lon,sog,cog"
  let rows: [String]

  init(seed: UInt64, count: Int) {
    var random = SeededGenerator(seed: seed)
    var rows: [String] = []
    for _ in 0..<count {
      let vessel = 219_000_000 + Int.random(in: 0..<100, using: &random)
      let instant = 1_600_000_000 + Int.random(in: 0..<50_000, using: &random)
      let latitude = Double(instant % 7_919) / 1_000 + Double(vessel % 100) / 10
      let longitude = 179.9 + Double(Int.random(in: 0..<3, using: &random)) / 1_000
      rows.append("\(vessel),\(instant),\(latitude),\(longitude),5.5,90")
      switch Int.random(in: 0..<20, using: &random) {
      case 0: rows.append(rows[Int.random(in: 0..<rows.count, using: &random)])
      case 1: rows.append("\(vessel),\(instant),\(latitude + 0.5),\(-longitude),6.5,91")
      case 2: rows.append("\(vessel),\(instant),\(latitude),\(longitude),7.5,")
      case 3: rows.append("\(vessel),\(instant),91,181,0,0")
      case 4: rows.append("\(vessel),,1,1,0,0")
      default: break
      }
    }
    self.rows = rows
  }

  static func table(_ rows: some Sequence<String>) -> String { header + "\n" + rows.joined(separator: "\n") + "\n" }
}

@Suite("Order does not matter") struct ReadingOrderTests {
  private static let traffic = Traffic(seed: 11, count: 45_000)
  private static let text = Traffic.table(traffic.rows)

  @Test(
    "threads, chunks and memory give the same reading, rejected rows and their order included",
    arguments: [1, 2, 7, 16], [1 << 20, 1_300_001])
  func machine(threads: Int, chunkSize: Int) throws {
    let expected = try Reading(ReadingOrderTests.text)
    #expect(expected.ledger.rejected(.duplicate) > 1_000 && expected.ledger.rejected(.badTime) > 500)
    for memory in [4_000_000_000, 200_000, 1] {
      var options = ReadOptions()
      options.threads = threads
      options.chunkSize = chunkSize
      options.memory = memory
      let reading = try Reading(ReadingOrderTests.text, options)
      #expect(reading == expected, "memory \(memory)")
      let unnamed = try Reading([ReadingOrderTests.text], options, naming: false)
      #expect(unnamed.fixes == expected.fixes && unnamed.ledger == expected.ledger, "memory \(memory)")
      #expect(unnamed.survey == expected.survey && unnamed.rejected.isEmpty)
    }
  }

  @Test("little memory goes to disk and much does not")
  func spilling() throws {
    let source = InputSource.memory(name: "a.csv", bytes: Array(ReadingOrderTests.text.utf8))
    for (memory, isSpilled) in [(1, true), (4_000_000_000, false)] {
      var options = ReadOptions()
      options.memory = memory
      #expect(try TrackReader([source], options: options).read().tracks.isSpilled == isSpilled)
    }
  }

  @Test("rows in any order and in any files are the same tracks", arguments: [UInt64(1), 2, 3])
  func shuffled(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = ReadingOrderTests.traffic.rows
    let expected = try Reading(ReadingOrderTests.text)
    let mixed = rows.shuffled(using: &random)
    let third = mixed.count / 3
    let files = [mixed[..<third], mixed[third..<(2 * third)], mixed[(2 * third)...]].map { Traffic.table($0) }
    var options = ReadOptions()
    options.threads = 3
    options.memory = seed == 2 ? 300_000 : 4_000_000_000
    for texts in [files, files.reversed()] {
      let reading = try Reading(texts, options)
      #expect(reading.ledger == expected.ledger && reading.survey == expected.survey, "seed \(seed)")
      #expect(reading.fixes == expected.fixes, "seed \(seed)")
    }
  }

  @Test("a vessel has one place at one instant, rising, and every other row of that instant is a duplicate")
  func instants() throws {
    let reading = try Reading(ReadingOrderTests.text)
    for track in reading.fixes.values {
      #expect(zip(track, track.dropFirst()).allSatisfy { $0.milliseconds < $1.milliseconds })
    }
    var instants: Set<String> = []
    var usable = 0
    for row in ReadingOrderTests.traffic.rows {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      guard !fields[1].isEmpty, fields[2] != "91" else { continue }
      instants.insert("\(fields[0]),\(fields[1])")
      usable += 1
    }
    #expect(reading.all.count == instants.count)
    #expect(reading.ledger.rejected(.duplicate) == usable - instants.count)
  }

  @Test("of two places at one instant the one nearest to the fix before is kept, over the antimeridian too")
  func nearest() throws {
    let rows = ["219000001,100000000,0,179.99", "219000001,100000060,0,-179.99", "219000001,100000060,0,179.9"]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]] {
      let reading = try Reading(Traffic.table(order.map { rows[$0] + ",," }))
      #expect(reading.all.map(\.longitudeE7) == [1_799_900_000, -1_799_900_000], "order \(order)")
    }
  }

  @Test("a span of time is half-open and a choice of vessels leaves out the others")
  func selection() throws {
    let rows = (0..<10).map { "21900000\($0 % 2),\(1_600_000_000 + $0),1,\($0),," }
    var options = ReadOptions()
    options.selection = RowSelection(fromMilliseconds: 1_600_000_002_000, toMilliseconds: 1_600_000_006_000)
    let timed = try Reading(Traffic.table(rows), options)
    #expect(timed.all.map { $0.milliseconds / 1_000 - 1_600_000_000 }.sorted() == [2, 3, 4, 5])
    #expect(timed.ledger.rejected(.outsideTime) == 6)
    options.selection.vessels = [219_000_001]
    let chosen = try Reading(Traffic.table(rows), options)
    #expect(chosen.ledger.accepted == 2 && chosen.ledger.rejected(.outsideSelection) == 2)
  }

  @Test("speed and course do not decide which fixes there are")
  func withoutSpeed() throws {
    var options = ReadOptions()
    options.keepsSpeedAndCourse = false
    let lean = try Reading(ReadingOrderTests.text, options)
    let full = try Reading(ReadingOrderTests.text)
    #expect(lean.ledger == full.ledger && lean.survey == full.survey)
    #expect(lean.all.map(\.place) == full.all.map(\.place))
    #expect(lean.all.allSatisfy { $0.speedInKnots == nil && $0.courseInDegrees == nil })
  }
}
