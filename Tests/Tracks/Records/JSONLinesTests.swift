import Digest
import TestSupport
import Testing
import Tracks

/// Lines behind record separators are read one after another, the same without them by all workers.
@Suite("JSON read line by line") struct JSONLinesTests {
  private static let first = #"{"mmsi":219000001,"time":1612000000,"lat":55.5,"lon":10.5,"sog":7.1,"type":70}"#

  /// More lines than the probe looks at, some of them at fault, and some that are no position's.
  private func lines(_ random: inout SeededGenerator, longLine: Bool) -> [String] {
    var lines = [Self.first]
    var length = 0
    while length < 150_000 {
      let line = line(&random)
      lines.append(line)
      length += line.utf8.count
    }
    if longLine { lines[lines.count * 2 / 3] = feature(&random, positions: 400) }
    return lines
  }

  private func line(_ random: inout SeededGenerator) -> String {
    let mmsi = 219_000_000 + Int.random(in: 0..<20, using: &random)
    let time = 1_612_000_000 + Int.random(in: 0..<80_000, using: &random)
    let place = "\"lat\":\(Int.random(in: 50..<60, using: &random)).5,\"lon\":\(Int.random(in: 0..<9, using: &random))"
    switch Int.random(in: 0..<40, using: &random) {
    case 0: return ""
    case 1: return "{\"mmsi\":\(mmsi),\"time\":\(time)"
    case 2: return "17"
    case 3: return "{\"links\":[]}"
    case 4: return "{\"mmsi\":\(mmsi),\"time\":\(time)}"
    case 5: return "{\"mmsi\":21900,\"time\":\(time),\(place)}"
    case 6: return "{\"mmsi\":\(mmsi),\"time\":\"never\",\(place)}"
    case 7: return "{\"mmsi\":\(mmsi),\"track\":[{\"time\":\(time),\(place)},{\"time\":\(time + 60),\(place)}]}"
    case 8: return feature(&random, positions: 3)
    case 9...12: return "{\"name\":\"ship \(mmsi % 5)\",\"time\":\(time),\"type\":\(60 + mmsi % 30),\(place)}"
    case 13: return ["x\(mmsi)", "\u{FEFF}\(Self.first)"].randomElement(using: &random) ?? ""
    case 14: return "{\"mmsi\":\(mmsi),\"time\":\(time),\(place)}{\"mmsi\":\(mmsi),\"time\":\(time + 1),\(place)}"
    case 15: return Self.first
    default: return "{\"mmsi\":\(mmsi),\"time\":\(time),\(place),\"sog\":\(mmsi % 20)}"
    }
  }

  /// A line without an MMSI, or a name.
  private func feature(_ random: inout SeededGenerator, positions count: Int) -> String {
    let time = 1_612_000_000 + Int.random(in: 0..<80_000, using: &random)
    let places = (0..<count).map { "[1.\($0),5\($0 % 10)]" }.joined(separator: ",")
    let times = (0..<count).map { "\(time + $0)" }.joined(separator: ",")
    return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":[\(places)]},"
      + "\"properties\":{\"times\":[\(times)]}}"
  }

  private func options(_ threads: Int) -> ReadOptions {
    var options = ReadOptions()
    options.threads = threads
    options.chunkSize = 1
    options.limits.longestLine = 3_000
    options.keepsVesselType = true
    return options
  }

  @Test("whoever reads which line, it is the same rows", arguments: 1...8 as ClosedRange<UInt64>)
  func agreement(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lines = lines(&random, longLine: seed.isMultiple(of: 2))
    let text = lines.joined(separator: seed < 5 ? "\n" : "\r\n")
    let serial = try Reading(lines.map { "\u{1E}" + $0 }.joined(separator: "\n"), options(1))
    for threads in [1, 3] {
      for end in ["", "\n"] {
        let reading = try Reading(text + end, options(threads))
        #expect(reading.ledger == serial.ledger)
        #expect(reading.tracks == serial.tracks)
        #expect(reading.types == serial.types)
        #expect(reading.rejected == serial.rejected)
        #expect(reading.survey == serial.survey)
        #expect(reading.formats == serial.formats)
      }
    }
    #expect(serial.ledger.accepted > 800 && serial.fixes.keys.contains { $0 < 100 })
    #expect(serial.ledger.rejected(.malformed) > 20)
  }

  @Test("a choice of vessels and times is the same too", arguments: [UInt64(11), 12])
  func selection(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lines = lines(&random, longLine: true)
    var options = options(2)
    options.selection.vessels = [219_000_003, 219_000_007, 2, 5]
    options.selection.fromMilliseconds = 1_612_020_000_000
    let serial = try Reading(lines.map { "\u{1E}" + $0 }.joined(separator: "\n"), options)
    let reading = try Reading(lines.joined(separator: "\n"), options)
    #expect(reading.rejected == serial.rejected)
    #expect(reading.tracks == serial.tracks && Set(serial.fixes.keys) == options.selection.vessels)
  }

  @Test("what is past a limit is told with its line, before and behind a long one", arguments: [false, true])
  func limits(longLine: Bool) {
    var random = SeededGenerator(seed: 3)
    var lines = lines(&random, longLine: longLine)
    let place = lines.count * 4 / 5
    lines[place] = "{\"x\":" + String(repeating: "[", count: 99)
    for threads in [1, 4] {
      #expect(
        sentence(lines.joined(separator: "\n"), options(threads))?.hasPrefix("a.csv:\(place + 1): has more than 64")
          == true
      )
    }
  }

  @Test("the hash is the file's, also where the rest is read one after another", arguments: [false, true])
  func hash(longLine: Bool) throws {
    var random = SeededGenerator(seed: 4)
    let bytes = Array(lines(&random, longLine: longLine).joined(separator: "\n").utf8)
    var hasher = SHA256()
    bytes.withUnsafeBytes { hasher.update($0) }
    let result = try TrackReader([.memory(name: "a", bytes: bytes)], options: options(2)).read()
    let hash = hasher.finish().hexadecimal
    #expect(result.inputs.map(\.sha256) == [hash])
    #expect(result.inputs.map(\.bytes) == [bytes.count])
  }

  @Test("tracks without a number have the same one in all inputs, in the order met")
  func severalInputs() throws {
    var random = SeededGenerator(seed: 5)
    let texts = (0..<3).map { _ in lines(&random, longLine: true) }
    let gpx =
      #"<gpx><trk><name>ship 3</name><trkseg><trkpt lat="1" lon="2"><time>2021-02-01T00:00:00Z</time></trkpt></trkseg></trk></gpx>"#
    let parallel = texts.map { $0.joined(separator: "\n") }
    let serial = texts.map { $0.map { "\u{1E}" + $0 }.joined(separator: "\n") }
    let a = try Reading([parallel[0], gpx, parallel[1], serial[2]], options(3))
    let b = try Reading([serial[0], gpx, serial[1], parallel[2]], options(1))
    #expect(a.tracks == b.tracks && a.rejected == b.rejected && a.ledger == b.ledger)
  }
}
