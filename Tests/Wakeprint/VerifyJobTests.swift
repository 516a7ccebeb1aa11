import Foundation
import Testing
import Wakeprint

@Suite("Verify jobs") struct VerifyJobTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/wakeprint-verify-" + UUID().uuidString

  /// One grey pixel.
  static let png = Data(
    base64Encoded:
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")

  private func makeSet() throws {
    try FileManager.default.createDirectory(atPath: folder + "/0/0", withIntermediateDirectories: true)
    try #require(Self.png).write(to: URL(fileURLWithPath: folder + "/0/0/0.png"))
    let json = #"{"tilejson":"3.0.0","tiles":["{z}/{x}/{y}.png"],"bounds":[-10,40,5.5,60],"minzoom":0,"maxzoom":0}"#
    try Data(json.utf8).write(to: URL(fileURLWithPath: folder + "/tiles.json"))
  }

  private func object(_ summary: VerifySummary) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(summary.json.utf8)) as? [String: Any])
  }

  @Test("a sound set has no error, and its summary says what it is")
  func sound() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try makeSet()
    let summary = try VerifyJob(path: folder).run()
    #expect(summary.isSound && summary.error == nil && summary.faults.isEmpty)
    #expect(summary.lines.last == "sound" && summary.lines.contains("bounds    -10,40,5.5,60"))
    let json = try object(summary)
    #expect(json["command"] as? String == "verify" && json["container"] as? String == "folder")
    #expect(json["sound"] as? Bool == true && json["bounds"] as? [Double] == [-10, 40, 5.5, 60])
    #expect(((json["tiles"] as? [String: Any])?["by_zoom"] as? [String: Int]) == ["0": 1])
    #expect(json["contents"] as? Int == 1 && json["minzoom"] as? Int == 0 && json["maxzoom"] as? Int == 0)
    #expect((json["faults"] as? [Any])?.isEmpty == true && json["elapsed_s"] is Double)
  }

  @Test("faults are sentences that begin with the path, and an error of data counts them")
  func unsound() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try makeSet()
    try Data([1]).write(to: URL(fileURLWithPath: folder + "/stray"))
    let summary = try VerifyJob(path: folder).run()
    #expect(summary.faults == ["\(folder): stray: does not belong to the set; remove it"])
    #expect(summary.error?.kind == .data && summary.error?.description.contains("1 fault found") == true)
    let faults = try object(summary)["faults"] as? [[String: String]]
    #expect(faults == [["where": "stray", "what": "does not belong to the set; remove it"]])
  }

  @Test("what is not there and what is no set are errors of their own kinds")
  func refused() throws {
    let missing = #expect(throws: WakeprintError.self) { _ = try VerifyJob(path: folder).run() }
    #expect(missing?.kind == .noInput && missing?.description.hasPrefix(folder + ": cannot be opened") == true)
    let other = #expect(throws: WakeprintError.self) { _ = try VerifyJob(path: "/dev/null").run() }
    #expect(other?.kind == .data)
    var job = VerifyJob(path: folder)
    job.threads = 0
    let usage = #expect(throws: WakeprintError.self) { _ = try job.run() }
    #expect(usage?.kind == .usage)
  }
}
