import JSON
import Testing
import Tracks

@Suite("Messages as another decoder reads them") struct SampleLogTests {
  /// Whether two values are the same to the digits that the other decoder writes.
  private func isSame(_ a: JSONValue, _ b: JSONValue, key: String) -> Bool {
    if let x = a.double, let y = b.double {
      // One decimal for long-range messages, six for others.
      return abs(x - y) <= (key == "lon" || key == "lat" ? 0.0501 : 1e-9)
    }
    return a == b
  }

  @Test("every field of every message of the sample is what the other decoder says")
  func fields() throws {
    guard let log = SharedLog.text("sample.aivdm"), let check = SharedLog.text("sample.aivdm.js.chk") else { return }
    let messages = SharedLog.messages(log)
    let expected = try check.split(whereSeparator: \.isNewline).map { try JSONValue(parsing: Array($0.utf8)) }
    var partsSeen: [UInt32] = []
    var compared = 0
    for message in messages {
      let own = MessageFields.of(message)
      let mmsi = own["mmsi"]?.int ?? 0
      let others = expected.filter { $0["type"]?.int == message.type && $0["mmsi"]?.int == mmsi }
      // Class B says the two parts of what it is in two messages; the other decoder waits for both.
      if others.isEmpty, message.type == 24 {
        partsSeen.append(UInt32(mmsi))
        continue
      }
      let isFound = others.contains { other in
        own.allSatisfy { key, value in
          guard let said = other[key] else { return ["assigned"].contains(key) }
          return isSame(value, said, key: key)
        }
      }
      if !others.isEmpty { compared += 1 }
      // What the other decoder does not print at all it has dropped as too long or too short.
      #expect(isFound || others.isEmpty, "type \(message.type) of \(mmsi): \(own)")
    }
    #expect(compared > 80)
    for other in expected {
      let isFound = messages.contains {
        MessageFields.of($0)["mmsi"]?.int == other["mmsi"]?.int && $0.type == other["type"]?.int
      }
      #expect(isFound, "\(other["type"]?.int ?? 0) of \(other["mmsi"]?.int ?? 0)")
    }
  }

  @Test("positions are exact to the last bit that is sent")
  func exact() throws {
    guard let check = SharedLog.text("sample.aivdm.js.chk"), let log = SharedLog.text("sample.aivdm") else { return }
    let expected = try check.split(whereSeparator: \.isNewline).map { try JSONValue(parsing: Array($0.utf8)) }
    var compared = 0
    for message in SharedLog.messages(log) {
      guard case .classAPosition(let m) = message,
        let other = expected.first(where: { $0["type"]?.int == m.type && $0["mmsi"]?.int == Int(m.mmsi) }),
        let longitude = other["lon"]?.double, let latitude = other["lat"]?.double
      else { continue }
      compared += 1
      #expect(
        abs(Double(m.longitude) / 600_000 - longitude) < 6e-7 && abs(Double(m.latitude) / 600_000 - latitude) < 6e-7)
    }
    #expect(compared >= 5)
  }
}
