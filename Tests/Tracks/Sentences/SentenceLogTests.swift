import TestSupport
import Testing
import Tracks

@Suite("Logs of sentences") struct SentenceLogTests {
  private static let ship = 219_000_001
  private static let report = MadeMessage.classA(
    mmsi: ship, latitude: 33_000_000, longitude: 6_000_001, speed: 123, course: 455, second: 7
  ).sentences()[0]
  private static let base = MadeMessage.baseStation(mmsi: 2_190_047, time: [2021, 2, 3, 4, 5, 6]).sentences()[0]

  /// When the ship's fixes of a log are, in milliseconds since 2021-02-03T04:05:00Z.
  private func times(_ lines: [String], _ change: (inout ReadOptions) -> Void = { _ in }) throws -> [Int64] {
    var options = ReadOptions()
    options.format = .sentences
    change(&options)
    let reading = try Reading(lines.joined(separator: "\n"), options)
    return reading.fixes[UInt32(Self.ship), default: []].map { $0.milliseconds - 1_612_325_100_000 }
  }

  @Test("a sentence has the time of its tag block, in seconds, milliseconds or words")
  func tagBlocks() throws {
    for tag in [
      "s:r1,c:1612325110", "c:1612325110000", "c:1612325110000000,s:x", "T:2021-02-03 04.05.10", "x:1,c:1612325110",
    ] {
      #expect(try times([MessageBits.tagBlock(tag) + Self.report]) == [10_000], "\(tag)")
    }
    #expect(try times(["\\c:1612325110\\" + Self.report]) == [10_000])
    #expect(try times([MessageBits.tagBlock("s:r1") + MessageBits.tagBlock("c:1612325110") + Self.report]) == [10_000])
  }

  @Test("a time before the sentence or behind it is as good")
  func prefixes() throws {
    let lines = [
      "1612325110\\s:r1*4D\\" + Self.report, "1612325110 " + Self.report, "1612325110.0," + Self.report,
      "2021-02-03T04:05:10Z " + Self.report, "[2021-02-03 04:05:10] " + Self.report,
      "2021-02-03 04:05:10,station 5," + Self.report, "\"2021-02-03 04:05:10\",\"" + Self.report + "\"",
      Self.report + ",1612325110", Self.report + ",s1234,d-119,T12.34567123,r003669958,1612325110",
      Self.report + ",rORBCOMM000,1612325110",
    ]
    for line in lines {
      let tagged = line.replacing("\\s:r1*4D\\", with: MessageBits.tagBlock("s:r1"))
      #expect(try times([tagged]) == [10_000], "\(tagged)")
    }
  }

  @Test("two sentences on a line, of which one has lost its end, are no row that can be used")
  func twoOnALine() throws {
    let tag = MessageBits.tagBlock("c:1612325110")
    let later = MessageBits.tagBlock("c:1612325999")
    let lines = [tag + Self.report, tag + Self.report + later + Self.report, Self.report + Self.report + ",1612325110"]
    var options = ReadOptions()
    options.format = .sentences
    let reading = try Reading(lines.joined(separator: "\n"), options)
    #expect(reading.rejected.map { "\($0.line) \($0.reason.rawValue)" } == ["2 malformed", "3 malformed"])
    #expect(reading.ledger.accepted == 1)
  }

  @Test("a tag block without a group belongs to the next sentence only, be it on a line of its own")
  func tagsAreForOne() throws {
    let tag = MessageBits.tagBlock("c:1612325110")
    let lines = [tag, Self.report, Self.report]
    var options = ReadOptions()
    options.format = .sentences
    let reading = try Reading(lines.joined(separator: "\n"), options)
    #expect(reading.all.count == 1 && reading.ledger.rejected(.badTime) == 1)
    #expect(reading.rejected.map(\.line) == [3])
  }

  @Test("the second part of a group has the time of the first, in either notation")
  func groups() throws {
    let parts = MadeMessage.extendedClassB(
      mmsi: Self.ship, latitude: 0, longitude: 0, name: "AN EVER SO LONG NAME", shipType: 36, size: [5, 6, 2, 2]
    ).sentences(most: 30)
    for (first, second) in [("g:1-2-6056,s:r,c:1612325110", "g:2-2-6056"), ("1G2:6056,c:1612325110", "2G2:6056")] {
      let lines = [MessageBits.tagBlock(first) + parts[0], MessageBits.tagBlock(second) + parts[1]]
      #expect(try times(lines) == [10_000])
      #expect(try times(lines.reversed()) == [10_000], "the time may come behind")
    }
    let whole = MessageBits.tagBlock("g:1-2-7,c:1612325110") + Self.report
    let other =
      MessageBits.tagBlock("g:2-2-7") + MadeMessage.classB(mmsi: Self.ship, latitude: 1, longitude: 0).sentences()[0]
    #expect(try times([whole, other]) == [10_000], "one of two at an instant counts")
  }

  @Test("parts are joined out of order and among others, and a lost part costs only its own message")
  func parts() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      var lines: [String] = []
      var expected = 0
      var lost = 0
      for block in 0..<8 {
        var own: [String] = []
        for sequence in 0..<9 {
          let message = MadeMessage.extendedClassB(
            mmsi: Self.ship + sequence, latitude: block * 1_000 + sequence, longitude: 0, name: "SHIP \(sequence)",
            shipType: 30 + sequence, size: [10, 10, 3, 3])
          var parts = message.sentences(sequence: sequence, channel: ["A", "B", ""][block % 3], most: 20)
            .map { MessageBits.tagBlock("c:\(1_612_325_110 + block * 60)") + $0 }
          if Int.random(in: 0..<6, using: &generator) == 0 {
            parts.remove(at: Int.random(in: 0..<parts.count, using: &generator))
            lost += parts.count
          } else {
            expected += 1
          }
          own += parts
        }
        lines += own.shuffled(using: &generator)
      }
      var options = ReadOptions()
      options.format = .sentences
      options.chunkSize = 1 << 20
      let reading = try Reading(lines.joined(separator: "\r\n"), options)
      #expect(reading.all.count == expected && reading.ledger.rejected(.malformed) == lost)
      #expect(reading.ledger.read == UInt64(lines.count))
    }
  }

  @Test("parts more than half a minute apart are of different messages")
  func stale() throws {
    let message = MadeMessage.extendedClassB(
      mmsi: Self.ship, latitude: 0, longitude: 0, name: "X", shipType: 36, size: [5, 6, 2, 2])
    let parts = message.sentences(most: 30)
    func line(_ part: Int, _ second: Int) -> String {
      MessageBits.tagBlock("c:\(1_612_325_100 + second)") + parts[part]
    }
    #expect(try times([line(0, 0), line(1, 30)]) == [0])
    let apart = [line(0, 0), line(1, 31), line(0, 33), MessageBits.tagBlock("c:1612325100") + Self.report]
    #expect(try times(apart) == [0, 31_000])
  }

  @Test("a log without times takes them from base stations and receivers, to the second that a message says")
  func clocks() throws {
    #expect(try times([Self.base, Self.report]) == [7_000])
    let zda = MessageBits.sentence("GPZDA,040512.50,03,02,2021,00,00", mark: "$")
    #expect(try times([zda, Self.report]) == [7_000])
    let rmc = MessageBits.sentence("GPRMC,040509,A,5000.0,N,00100.0,E,0.0,0.0,030221,,", mark: "$")
    #expect(try times([rmc, Self.report]) == [7_000])
    let pghp = MessageBits.sentence("PGHP,1,2021,2,3,4,5,9,250,338,2,,1,09", mark: "$")
    #expect(try times([pghp, Self.report]) == [9_250])
    #expect(throws: TracksError.self) { _ = try times([Self.report, Self.base]) }
  }

  @Test("--date says when a log begins that nothing else tells")
  func date() throws {
    let failure = #expect(throws: TracksError.self) { _ = try times([Self.report, Self.report]) }
    #expect(failure?.description.contains("give the day on which it begins with --date") == true)
    #expect(try times([Self.report]) { $0.logStart = 1_612_325_100_000 } == [7_000])
    let later = MadeMessage.classA(mmsi: Self.ship, latitude: 0, longitude: 0, second: 55).sentences()[0]
    // Nearest to 04:05:07 is 04:04:55; from there 04:05:07 again.
    #expect(try times([Self.report, later]) { $0.logStart = 1_612_325_100_000 } == [-5_000, 7_000])
    let gga = MessageBits.sentence("GPGGA,235958,5000.0,N,00100.0,E,1,08,1.0,0.0,M,,M,,", mark: "$")
    #expect(try times([gga, Self.report]) { $0.logStart = 1_612_310_400_000 } == [-14_693_000])
    #expect(try times(["04:05:10 " + Self.report]) { $0.logStart = 1_612_310_400_000 } == [10_000])
  }

  @Test("positions, speed and course are what was sent")
  func values() throws {
    let reading = try Reading(MessageBits.tagBlock("c:1612325110") + Self.report)
    let fix = try #require(reading.all.first)
    #expect(fix.latitudeE7 == 550_000_000 && fix.longitudeE7 == 100_000_017)
    #expect(fix.speedInKnots == 12.3 && fix.courseInDegrees == 45.5)
    #expect(reading.formats == ["nmea"])
    let far = MadeMessage.longRange(mmsi: Self.ship, latitude: -20_001, longitude: 90_007, speed: 12, course: 300)
    let long = try #require(try Reading(MessageBits.tagBlock("c:1612325110") + far.sentences()[0]).all.first)
    #expect(long.latitudeE7 == -333_350_000 && long.longitudeE7 == 1_500_116_667)
    #expect(long.speedInKnots == 12 && long.courseInDegrees == 300)
  }

  @Test("what a ship says of itself is joined to where it is")
  func identities() throws {
    let lines = [
      MadeMessage.staticAndVoyage(
        mmsi: Self.ship, imo: 9_074_729, callSign: "OXYZ", name: "EVER SO", shipType: 80, size: [100, 50, 10, 12],
        draught: 123), MadeMessage.partA(mmsi: Self.ship + 1, name: "LITTLE"),
      MadeMessage.partB(mmsi: Self.ship + 1, shipType: 36, callSign: "ABC", size: [5, 6, 2, 2]),
    ].flatMap { $0.sentences() }.map { MessageBits.tagBlock("c:1612325110") + $0 }
    let own = MadeMessage.classB(mmsi: Self.ship + 1, latitude: 600_000, longitude: 0).sentences()[0]
    let log = (lines + [Self.report, own].map { MessageBits.tagBlock("c:1612325110") + $0 }).joined(separator: "\n")
    var options = ReadOptions()
    options.keepsIdentity = true
    options.keepsVesselType = true
    let source = InputSource.memory(name: "log", bytes: Array(log.utf8))
    let result = try TrackReader([source], options: options).read()
    let big = try #require(result.tracks.identity(ofMMSI: UInt32(Self.ship)) as VesselIdentity?)
    #expect(big.name == "EVER SO" && big.imo == 9_074_729 && big.callSign == "OXYZ" && big.type == .tanker)
    #expect(big.lengthInMetres == 150 && big.widthInMetres == 22 && big.draughts.map(\.metres) == [12.3])
    let little = try #require(result.tracks.identity(ofMMSI: UInt32(Self.ship + 1)) as VesselIdentity?)
    #expect(little.name == "LITTLE" && little.callSign == "ABC" && little.type == .pleasure)
    #expect(little.lengthInMetres == 11)
    #expect(result.ledger.accepted == 6 && result.survey.fixes == 2)
  }

  @Test("what is no position of a ship is rejected for its reason, and counted by type")
  func reasons() throws {
    let tag = MessageBits.tagBlock("c:1612325110")
    var wrong = Array(Self.report)
    wrong[20] = wrong[20] == "0" ? "1" : "0"
    var short = MadeMessage.classA(mmsi: Self.ship, latitude: 0, longitude: 0)
    short.removeLast(10)
    let lines = [
      "# a comment", "", Self.report, String(wrong), short.sentences()[0], "noise", "!AIVDM,1,1,,A,15RTgt0PAso",
      MadeMessage.classA(mmsi: Self.ship, latitude: 54_600_000, longitude: 108_600_000).sentences()[0],
      MadeMessage.classA(mmsi: 123, latitude: 0, longitude: 0).sentences()[0], Self.base,
      MadeMessage.other(type: 8, mmsi: Self.ship).sentences()[0], MessageBits.sentence("GPGSV,1,1,00", mark: "$"),
    ].map { $0.hasPrefix("!") ? tag + $0 : $0 }
    let reading = try Reading(lines.joined(separator: "\n"))
    let told = reading.rejected.map { "\($0.line) \($0.reason.rawValue)" }
    #expect(
      told == [
        "4 malformed", "5 malformed", "6 malformed", "7 malformed", "8 bad_position", "9 bad_mmsi", "10 not_a_vessel",
        "11 no_position",
      ])
    #expect(reading.ledger.read == 9 && reading.ledger.accepted == 1)
    #expect(reading.rejected[2].value == "noise")
    let source = InputSource.memory(name: "log", bytes: Array(lines.joined(separator: "\n").utf8))
    let messages = try TrackReader([source], options: ReadOptions()).read().inputs[0].messages
    #expect(messages[1] == 3 && messages[4] == 1 && messages[8] == 1)
  }

  @Test("a strict run ends at the first sentence that is not whole")
  func strict() {
    var options = ReadOptions()
    options.isStrict = true
    options.format = .sentences
    let tag = MessageBits.tagBlock("c:1612325110")
    let failure = #expect(throws: TracksError.self) {
      _ = try Reading(
        [tag + Self.report, tag + Self.base, tag + "!AIVDM,1,1,,A,x,0*00"].joined(separator: "\n"), options)
    }
    #expect(failure == .badRow(path: "a.csv", line: 3, reason: .malformed))
  }

  @Test("parts of messages of different lengths are never taken for one another's, whatever their numbers")
  func lengths() throws {
    // Found by reading: these had one key, and the seventh of seven fell behind the end of four.
    let parts = ["AIVDM,4,1,,A", "AIVDM,7,7,0,A", "AIVDM,2,1,0,A", "AIVDM,6,6,p,A"]
    let lines =
      parts.map { MessageBits.sentence($0 + ",55NBjP01mtG,0") } + [MessageBits.tagBlock("c:1612325110") + Self.report]
    let reading = try Reading(lines.joined(separator: "\n"))
    #expect(reading.all.count == 1 && reading.ledger.rejected(.malformed) == 4)
  }

  @Test("a tag block on its own is spent by the next sentence, be that damaged, a receiver's, or of no use")
  func spentTags() throws {
    var damaged = Array(Self.report)
    damaged[20] = damaged[20] == "0" ? "1" : "0"
    let foreign = MessageBits.sentence("GPGSV,1,1,00", mark: "$")
    let silent = MadeMessage.baseStation(mmsi: 2_190_047, time: [0, 0, 0, 24, 60, 60]).sentences()[0]
    for between in [String(damaged), foreign, silent] {
      let lines = [MessageBits.tagBlock("c:1612325110"), between, Self.report]
      #expect(throws: TracksError.self, "\(between)") { _ = try times(lines) }
    }
    #expect(try times([MessageBits.tagBlock("c:1612325110"), "# a comment", "", Self.report]) == [10_000])
  }

  @Test("a clock that says what no fix can have is not believed")
  func wildClock() throws {
    let wild = MadeMessage.baseStation(mmsi: 2_190_047, time: [10_196, 1, 1, 0, 0, 0]).sentences()[0]
    #expect(try times([Self.base, wild, Self.report]) == [7_000])
  }
}
