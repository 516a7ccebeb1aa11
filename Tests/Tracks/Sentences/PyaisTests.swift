import Foundation
import JSON
import TestSupport
import Testing
import Tracks

/// Runs where Python (`PYTHON`, else `python3`) has the package `pyais`.
@Suite("Messages as pyais reads them") struct PyaisTests {
  private static let script = """
    import json, sys, pyais
    parts = []
    for line in open(sys.argv[1], encoding="ascii", errors="replace"):
        line = line.strip()
        fields = line.split(",")
        if fields[2] == "1":
            parts = []
        parts.append(line)
        if fields[1] != fields[2] or len(parts) != int(fields[1]):
            continue
        try:
            message = pyais.decode(*[part.encode() for part in parts]).asdict()
        except Exception as failure:
            print(json.dumps({"failure": str(failure)}))
            continue
        print(json.dumps({k: v for k, v in message.items() if isinstance(v, (int, float, str, bool))}))
    """

  /// What pyais makes of a log, a line each; nil where it is not installed.
  private func decoded(_ lines: [String]) throws -> [JSONValue]? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wakeprint-pyais-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (log, script) = (folder.appendingPathComponent("log"), folder.appendingPathComponent("decode.py"))
    try Data(lines.joined(separator: "\n").utf8).write(to: log)
    try Data(Self.script.utf8).write(to: script)
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [ProcessInfo.processInfo.environment["PYTHON"] ?? "python3", script.path, log.path]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return try bytes.split(separator: 10).map { try JSONValue(parsing: Array($0)) }
  }

  /// Messages of the types that are decoded in full, with random fields.
  private func lines(_ count: Int) -> [String] {
    var generator = SeededGenerator(seed: 11)
    var lines: [String] = []
    func any(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    func text(_ count: Int) -> String {
      String(decoding: (0..<count).map { _ in UInt8(any(65...90)) }, as: UTF8.self)
    }
    for _ in 0..<count {
      let mmsi = any(201_000_000...775_999_999)
      let (north, east) = (any(-54_000_000...54_000_000), any(-108_000_000...108_000_000))
      let size = [any(0...511), any(0...511), any(0...63), any(0...63)]
      let bits =
        switch any(0...7) {
        case 0:
          MadeMessage.classB(
            mmsi: mmsi, latitude: north, longitude: east, speed: any(0...1_023), course: any(0...3_600),
            second: any(0...63))
        case 1:
          MadeMessage.extendedClassB(
            mmsi: mmsi, latitude: north, longitude: east, speed: any(0...1_022), course: any(0...3_599),
            name: text(any(1...20)), shipType: any(0...99), size: size)
        case 2:
          MadeMessage.staticAndVoyage(
            mmsi: mmsi, imo: any(0...9_999_999), callSign: text(any(1...7)), name: text(any(1...20)),
            shipType: any(0...99), size: size, draught: any(0...255), destination: text(any(1...20)))
        case 3: MadeMessage.partA(mmsi: mmsi, name: text(any(1...20)))
        case 4: MadeMessage.partB(mmsi: mmsi, shipType: any(0...99), callSign: text(any(1...7)), size: size)
        case 5:
          MadeMessage.baseStation(
            mmsi: 2_190_047,
            time: [any(2_000...2_099), any(1...12), any(1...28), any(0...23), any(0...59), any(0...59)],
            latitude: north, longitude: east)
        case 6:
          MadeMessage.longRange(
            mmsi: mmsi, latitude: north / 1_000, longitude: east / 1_000, speed: any(0...62), course: any(0...359))
        default:
          MadeMessage.classA(
            type: any(1...3), mmsi: mmsi, latitude: north, longitude: east, speed: any(0...1_023),
            course: any(0...3_600), heading: any(0...359), second: any(0...63), status: any(0...15), turn: 0)
        }
      lines += bits.sentences(sequence: any(0...9))
    }
    return lines
  }

  @Test("the fields of ten thousand messages and of the sample log are what pyais says they are")
  func agreement() throws {
    var log = lines(10_000)
    if let sample = SharedLog.text("sample.aivdm") {
      log += sample.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("!AIVDM") }.map(String.init)
    }
    guard let expected = try decoded(log) else { return }
    let messages = SharedLog.messages(log.joined(separator: "\n"))
    // Names of fields that pyais spells or scales in its own way.
    let own: Set<String> = ["timestamp", "eta", "turn", "dte", "repeat", "dsc", "cs", "display", "band", "msg22"]
    var byKey: [String: [JSONValue]] = [:]
    for other in expected {
      byKey["\(other["msg_type"]?.int ?? 0) \(other["mmsi"]?.int ?? 0)", default: []].append(other)
    }
    var compared = 0
    for message in messages {
      let fields = MessageFields.of(message)
      guard let others = byKey["\(message.type) \(fields["mmsi"]?.int ?? 0)"] else { continue }
      compared += 1
      let isFound = others.contains { other in
        fields.allSatisfy { key, value in
          guard !own.contains(key), let said = other[key] else { return true }
          // It has no name for some devices, does not cut texts at the first at sign, and keeps a name's extension apart.
          if key == "epfd", said.int == 0 { return true }
          if key == "name", let a = value.string, let b = said.string?.prefix(while: { $0 != "@" }) {
            return a.hasPrefix(b)
          }
          if let a = value.double, let b = said.double { return abs(a - b) <= 1.1e-6 * max(1, abs(a)) }
          if case .bool(let a) = value, let b = said.int { return a == (b != 0) }
          return value == said
        }
      }
      #expect(isFound, "type \(message.type): \(fields) against \(others)")
    }
    #expect(compared >= 10_000)
  }
}
