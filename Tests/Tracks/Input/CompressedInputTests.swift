import Digest
import Foundation
import TestSupport
import Testing
import Tracks

@Suite("Compressed inputs") struct CompressedInputTests {
  private static let text =
    "mmsi,time,lat,lon\n"
    + (0..<40_000).map { "2190000\($0 % 90 + 10),\(1_600_000_000 + $0 * 7),\(Double($0 % 800) / 10),2.5\n" }.joined()

  /// Compresses with a tool of the system; nil where it is not at hand.
  private func compressed(_ bytes: Data, tool: String, arguments: [String]) throws -> [UInt8]? {
    guard
      let path = ["/usr/bin/", "/bin/", "/opt/homebrew/bin/"].map({ $0 + tool }).first(
        where: FileManager.default.isExecutableFile)
    else { return nil }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wakeprint-tests-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["one.csv", "two.csv"] { try bytes.write(to: folder.appendingPathComponent(name)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    guard let made = names.first(where: { !$0.hasSuffix(".csv") }) else { return nil }
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent(made)))
  }

  @Test(
    "a compressed table is the table",
    arguments: [
      ("gzip", ["-k", "one.csv"]), ("zstd", ["-k", "one.csv"]), ("xz", ["-k", "-1", "one.csv"]),
      ("bzip2", ["-k", "one.csv"]),
    ])
  func single(tool: String, arguments: [String]) throws {
    let plain = try Reading(CompressedInputTests.text)
    let data = Data(CompressedInputTests.text.utf8)
    guard let bytes = try compressed(data, tool: tool, arguments: arguments) else { return }
    let reading = try Reading(sources: [.memory(name: "table", bytes: bytes)])
    #expect(reading.fixes == plain.fixes && reading.ledger == plain.ledger)
    let result = try TrackReader([.memory(name: "table", bytes: bytes)], options: ReadOptions()).read()
    #expect(result.inputs.map(\.sha256) == [hash(of: bytes)])
    for count in [3, 20, bytes.count / 2, bytes.count - 9] {
      #expect(throws: TracksError.self, "\(tool) cut after \(count) bytes") {
        _ = try Reading(sources: [.memory(name: "table", bytes: Array(bytes[..<count]))])
      }
    }
  }

  private func hash(of bytes: [UInt8]) -> String {
    var hasher = SHA256()
    bytes.withUnsafeBytes { hasher.update($0) }
    return hasher.finish().hexadecimal
  }

  @Test("a gzip file whose sum or length is wrong is refused, wherever the damage is")
  func gzipSums() throws {
    let data = Data(CompressedInputTests.text.utf8)
    guard let bytes = try compressed(data, tool: "gzip", arguments: ["-k", "one.csv"]) else { return }
    var random = SeededGenerator(seed: 9)
    let places =
      [bytes.count - 8, bytes.count - 5, bytes.count - 4, bytes.count - 1]
      + (0..<40).map { _ in Int.random(in: 30..<bytes.count, using: &random) }
    for place in places {
      var damaged = bytes
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let failure = #expect(throws: TracksError.self, "byte \(place)") {
        _ = try Reading(sources: [.memory(name: "table", bytes: damaged)])
      }
      #expect(failure?.description.contains("cannot be decompressed") == true, "\(String(describing: failure))")
    }
    let padded = bytes + [UInt8](repeating: 0, count: 70_000)
    let trailing = try TrackReader([.memory(name: "t", bytes: padded)], options: ReadOptions()).read()
    #expect(trailing.survey.fixes > 0 && trailing.inputs[0].sha256 == hash(of: padded))
    for wrong in [bytes + [0, 0, 7], bytes + [0] + bytes, padded + [1]] {
      let failure = #expect(throws: TracksError.self) { _ = try Reading(sources: [.memory(name: "t", bytes: wrong)]) }
      #expect(failure?.description.contains("something else stands behind a member of it") == true)
    }
  }

  @Test("what stands behind a stream is no end of it", arguments: ["bzip2", "xz", "zstd"])
  func behind(tool: String) throws {
    let data = Data(CompressedInputTests.text.utf8)
    guard let bytes = try compressed(data, tool: tool, arguments: ["-k", "one.csv"]) else { return }
    let twice = try TrackReader([.memory(name: "t", bytes: bytes + bytes)], options: ReadOptions()).read()
    #expect(twice.ledger.read == 80_001 && twice.inputs[0].sha256 == hash(of: bytes + bytes))
    for wrong in [bytes + [0, 7], bytes + [0] + bytes, bytes + [UInt8](repeating: 0, count: 70_000) + [1]] {
      #expect(throws: TracksError.self) { _ = try Reading(sources: [.memory(name: "t", bytes: wrong)]) }
    }
    guard tool == "bzip2" else { return }
    let padded = bytes + [UInt8](repeating: 0, count: 70_000)
    #expect(try Reading(sources: [.memory(name: "t", bytes: padded)]).ledger.read == 40_000)
  }

  @Test("the sums of gzip within another packing are looked at too", arguments: ["gzip", "xz", "zstd"])
  func gzipWithin(tool: String) throws {
    let data = Data(CompressedInputTests.text.utf8)
    guard let bytes = try compressed(data, tool: "gzip", arguments: ["-k", "one.csv"]),
      let twice = try compressed(Data(bytes), tool: tool, arguments: ["-k", "one.csv"])
    else { return }
    #expect(try Reading(sources: [.memory(name: "t", bytes: twice)]).ledger.read == 40_000)
    var damaged = bytes
    damaged[bytes.count - 6] ^= 1
    guard let packed = try compressed(Data(damaged), tool: tool, arguments: ["-k", "one.csv"]) else { return }
    let failure = #expect(throws: TracksError.self) { _ = try Reading(sources: [.memory(name: "t", bytes: packed)]) }
    #expect(failure?.description.contains("incorrect data check") == true, "\(String(describing: failure))")
  }

  @Test("a zstd file may begin with frames that hold nothing, as pzstd writes it")
  func skippableFrames() throws {
    let data = Data(CompressedInputTests.text.utf8)
    guard let bytes = try compressed(data, tool: "zstd", arguments: ["-k", "one.csv"]) else { return }
    let empty: [UInt8] = [0x50, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]
    let whole = empty + [0x5F, 0x2A, 0x4D, 0x18, 0, 0, 0, 0] + bytes + empty + bytes
    let result = try TrackReader([.memory(name: "t", bytes: whole)], options: ReadOptions()).read()
    #expect(result.ledger.read == 80_001 && result.inputs.map(\.sha256) == [hash(of: whole)])
    #expect(throws: TracksError.self) { _ = try Reading(sources: [.memory(name: "t", bytes: empty)]) }
  }

  @Test("a file that becomes shorter while it is read is no file that has ended", arguments: [false, true])
  func shrinking(isPacked: Bool) throws {
    let data = Data(CompressedInputTests.text.utf8)
    let packed = try compressed(data, tool: "gzip", arguments: ["-k", "-1", "one.csv"])
    let bytes = isPacked ? packed : [UInt8](data)
    guard let bytes else { return }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("wakeprint-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let file = try PackedFile(path)
    #expect(try file.next() == "")
    #expect(truncate(path, off_t(bytes.count / 2)) == 0)
    let failure = #expect(throws: TracksError.self) {
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
      defer { buffer.deallocate() }
      while try file.read(into: buffer) > 0 {}
    }
    #expect(failure == .readFailed(path: path, why: "it has become shorter meanwhile"))
  }

  @Test("two gzip members behind one another are one table")
  func concatenated() throws {
    let half = CompressedInputTests.text.utf8.count / 2
    let all = Data(CompressedInputTests.text.utf8)
    guard let one = try compressed(all.prefix(half), tool: "gzip", arguments: ["-k", "one.csv"]),
      let two = try compressed(Data(all.dropFirst(half)), tool: "gzip", arguments: ["-k", "one.csv"])
    else { return }
    let reading = try Reading(sources: [.memory(name: "table.gz", bytes: one + two)])
    #expect(try reading.fixes == Reading(CompressedInputTests.text).fixes)
  }

  @Test("each member of a zip archive is a table with its own lines")
  func members() throws {
    let text = CompressedInputTests.text + "219000001,never,1,2\n"
    let arguments = ["-q", "both.zip", "one.csv", "two.csv"]
    guard let bytes = try compressed(Data(text.utf8), tool: "zip", arguments: arguments) else { return }
    let reading = try Reading(sources: [.memory(name: "both.zip", bytes: bytes)])
    #expect(try reading.fixes == Reading(CompressedInputTests.text).fixes)
    #expect(reading.ledger.read == 80_002 && reading.ledger.accepted == 40_000)
    let told = reading.rejected.filter { $0.reason == .badTime }.map { "\($0.path):\($0.line)" }
    #expect(told == ["both.zip:one.csv:40002", "both.zip:two.csv:40002"])
  }
}
