import Platform
import TestSupport
import Tracks

/// Writes the rows of a MarineCadastre table as a receiver would have logged them: tag blocks with source and time, and
/// of each ship now and then a message of two sentences with what it says of itself.
struct SentenceLog {
  /// The table's path.
  let path: String

  /// Writes the log to standard output; prints why where it cannot.
  func write() {
    guard let bytes = try? FileHandle.contents(of: path, atMost: 4 << 30) else {
      print("\(path) cannot be read")
      return
    }
    var said: [Int: Int] = [:]
    var group = 0
    for line in bytes.split(separator: 10).dropFirst() {
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count >= 17, let mmsi = Int(fields[0]), let latitude = Double(fields[2]),
        let longitude = Double(fields[3]), let time = TimeText.milliseconds(fields[1]).map({ Int($0 / 1_000) })
      else { continue }
      let (north, east) = (Int((latitude * 600_000).rounded()), Int((longitude * 600_000).rounded()))
      let speed = Double(fields[4]).map { Int(($0 * 10).rounded()) } ?? 1_023
      let course = Double(fields[5]).map { Int(($0 * 10).rounded()) % 3_600 } ?? 3_600
      let report =
        fields[16] == "B"
        ? MadeMessage.classB(
          mmsi: mmsi, latitude: north, longitude: east, speed: speed, course: course, second: time % 60)
        : MadeMessage.classA(
          mmsi: mmsi, latitude: north, longitude: east, speed: speed, course: course, second: time % 60)
      let tag = "s:rx\(mmsi % 7),c:\(time)"
      print(MessageBits.tagBlock(tag) + report.sentences()[0])
      said[mmsi, default: 0] += 1
      guard said[mmsi, default: 0] % 20 == 1 else { continue }
      group = group % 9_999 + 1
      let message = MadeMessage.staticAndVoyage(
        mmsi: mmsi, imo: Int(fields[8].dropFirst(3)) ?? 0, callSign: fields[9], name: fields[7],
        shipType: Int(fields[10]) ?? 0, size: [(Int(fields[12]) ?? 0) / 2, (Int(fields[12]) ?? 0) / 2, 5, 5],
        draught: Int((Double(fields[14]) ?? 0) * 10))
      for (place, sentence) in message.sentences(sequence: group % 10, channel: "B").enumerated() {
        let tag = place == 0 ? "g:1-2-\(group),s:rx\(mmsi % 7),c:\(time)" : "g:2-2-\(group)"
        print(MessageBits.tagBlock(tag) + sentence)
      }
    }
  }
}
