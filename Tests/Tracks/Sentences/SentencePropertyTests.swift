import TestSupport
import Testing
import Tracks

@Suite("Logs of sentences, whatever they hold") struct SentencePropertyTests {
  /// A log of random messages with the fixes that it holds.
  private static func log(
    _ count: Int, _ generator: inout SeededGenerator
  ) -> (lines: [String], fixes: [UInt32: [Fix]]) {
    var lines: [String] = []
    var fixes: [UInt32: [Fix]] = [:]
    for index in 0..<count {
      let mmsi = 219_000_001 + Int.random(in: 0..<5, using: &generator)
      let (north, east) = (
        Int.random(in: -54_000_000...54_000_000, using: &generator),
        Int.random(in: -108_000_000...108_000_000, using: &generator)
      )
      let speed = Int.random(in: 0...1_023, using: &generator)
      let course = Int.random(in: 0...4_095, using: &generator)
      let type = [1, 2, 3, 18, 19].randomElement(using: &generator) ?? 1
      let bits =
        switch type {
        case 18: MadeMessage.classB(mmsi: mmsi, latitude: north, longitude: east, speed: speed, course: course)
        case 19:
          MadeMessage.extendedClassB(
            mmsi: mmsi, latitude: north, longitude: east, speed: speed, course: course, name: "N \(index)",
            shipType: 36,
            size: [3, 4, 1, 1])
        default:
          MadeMessage.classA(
            type: type, mmsi: mmsi, latitude: north, longitude: east, speed: speed, course: course,
            second: Int.random(in: 0..<64, using: &generator))
        }
      let time = 1_612_325_000 + index
      for (part, sentence) in bits.sentences(sequence: index % 10).enumerated() {
        lines.append(MessageBits.tagBlock("c:\(time)\(part == 0 ? ",s:a" : "")") + sentence)
      }
      func e7(_ value: Int) -> Int32 { Int32((Double(value) / 600_000 * 1e7).rounded(.toNearestOrAwayFromZero)) }
      fixes[UInt32(mmsi), default: []].append(
        Fix(
          milliseconds: Int64(time) * 1_000, latitudeE7: e7(north), longitudeE7: e7(east),
          speedInTenths: UInt64(speed), courseInTenths: course < 3_600 ? UInt64(course) : 3_600))
    }
    return (lines, fixes)
  }

  @Test("every message is read as it was put together, on any number of threads and in chunks of any size")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 3)
    let (lines, fixes) = Self.log(30_000, &generator)
    let text = lines.joined(separator: "\n")
    for threads in [1, 2, 5] {
      var options = ReadOptions()
      options.threads = threads
      options.limits.longestLine = 1_000
      options.chunkSize = [700, 5_000, 1 << 16][threads % 3]
      let reading = try Reading(text, options)
      #expect(reading.fixes == fixes)
      #expect(reading.ledger.accepted == UInt64(lines.count))
    }
  }

  @Test("every beginning of a log is read without harm, and holds no position that the whole does not")
  func beginnings() throws {
    var generator = SeededGenerator(seed: 4)
    let (lines, fixes) = Self.log(40, &generator)
    let bytes = Array(lines.joined(separator: "\r\n").utf8)
    let all = Set(fixes.values.flatMap { $0.map { "\($0)" } })
    var options = ReadOptions()
    options.format = .sentences
    for count in 1..<bytes.count {
      let source = InputSource.memory(name: "log", bytes: Array(bytes[..<count]))
      guard let reading = try? Reading(sources: [source], options) else { continue }
      let isPart = reading.all.allSatisfy { all.contains("\($0)") }
      #expect(isPart, "\(count) bytes")
    }
  }

  @Test("whatever bytes are changed, every line is accounted for and no sentence is believed whose checksum is wrong")
  func damage() throws {
    var generator = SeededGenerator(seed: 5)
    var sample = Array((SharedLog.text("sample.aivdm") ?? "").utf8)
    let (lines, _) = Self.log(60, &generator)
    sample += Array(lines.joined(separator: "\n").utf8)
    var options = ReadOptions()
    options.format = .sentences
    options.logStart = 1_612_325_100_000
    options.keepsIdentity = true
    for _ in 0..<600 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert([10, 92, 33, 36, 42, 44, 0, 255].randomElement(using: &generator) ?? 0, at: place)
        default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
      }
      guard let reading = try? Reading(sources: [.memory(name: "log", bytes: bytes)], options) else { continue }
      #expect(reading.ledger.read <= UInt64(bytes.count { $0 == 10 } + 1))
      #expect(reading.rejected.count == Int(reading.ledger.read - reading.ledger.accepted))
    }
  }

  @Test("a flood of messages that never become whole is bounded")
  func flood() throws {
    var lines = [
      MessageBits.tagBlock("c:1612325000")
        + MadeMessage.classB(mmsi: 219_000_001, latitude: 0, longitude: 0).sentences()[0]
    ]
    for group in 0..<20_000 {
      lines.append(
        MessageBits.tagBlock("g:1-2-\(group),c:1612325000") + MessageBits.sentence("AIVDM,2,1,1,A,55NBjP01mtG,0"))
    }
    var options = ReadOptions()
    options.limits.mostOpenGroups = 50
    let reading = try Reading(lines.joined(separator: "\n"), options)
    #expect(reading.ledger.accepted == 1 && reading.ledger.rejected(.malformed) == 20_000)
  }
}
