import Foundation
import Tracks

/// The sample log of most types of messages, and what another decoder makes of it; not part of the package.
enum SharedLog {
  /// A file of the folder `nmea`; nil where it is absent.
  static func text(_ name: String) -> String? {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let path = root.deletingLastPathComponent().path + "/shared/data/nmea/" + name
    return (try? Data(contentsOf: URL(fileURLWithPath: path))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The messages of a log whose parts follow one another, by a way of its own: what stands between the commas.
  static func messages(_ log: String) -> [AISMessage] {
    var messages: [AISMessage] = []
    var parts: [String] = []
    for line in log.split(whereSeparator: \.isNewline) where line.hasPrefix("!") {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count >= 7, let total = Int(fields[1]), let number = Int(fields[2]),
        let fill = fields[6].first?.wholeNumberValue
      else { continue }
      if number == 1 { parts = [] }
      parts.append(String(fields[5]))
      guard number == total, parts.count == total,
        let bits = PayloadBits(Array(parts.joined().utf8), fill: fill), let message = AISMessage(bits)
      else { continue }
      messages.append(message)
    }
    return messages
  }
}
