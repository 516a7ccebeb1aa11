import Foundation
import Testing

/// Runs where Python (`PYTHON`, else `python3`) has the package `polars`, and duckdb's recipe where beside it or on the
/// path there is that command.
@Suite("Parquet comes through a pipe") struct ParquetRecipeTests {
  /// Runs a line of the shell in a folder; its code, and what it writes.
  private func shell(_ line: String, in folder: Scratch) throws -> (code: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder.url
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  @Test("a recipe of the README reads what the table itself says", arguments: ["read_parquet", "duckdb -csv"])
  func recipe(word: String) throws {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let line = try #require(
      readme.split(separator: "\n").first { $0.hasPrefix(word) || $0.hasPrefix("python3") && $0.contains(word) }
    ).description
    let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"
    let folder = try Scratch()
    try folder.write(Sample.table, to: "day.csv")
    let make = "import polars as p; p.read_csv('day.csv', try_parse_dates=True).write_parquet('day.parquet')"
    guard try shell("\(python) -c \"\(make)\"", in: folder).code == 0 else { return }
    let beside = URL(fileURLWithPath: python).deletingLastPathComponent().path
    let path = "PATH=\"\(beside):$PATH\"; export PATH; "
    if word.hasPrefix("duckdb"), try shell(path + "command -v duckdb", in: folder).code != 0 { return }
    let command =
      path
      + line.replacing("python3", with: python).replacing(
        "wakeprint inspect -", with: "\(Program.url.path) inspect - --json")
    let done = try shell(command, in: folder)
    let summary = try #require(try JSONSerialization.jsonObject(with: Data(done.output.utf8)) as? [String: Any])
    let plain = try Program.run(["inspect", "day.csv", "--json"], in: folder)
    let own = try #require(try JSONSerialization.jsonObject(with: plain.output) as? [String: Any])
    for key in ["rows", "time", "bbox", "vessels"] {
      let (piped, read) = (try #require(summary[key] as? NSObject), try #require(own[key] as? NSObject))
      #expect(piped.isEqual(read), "\(key)")
    }
  }
}
