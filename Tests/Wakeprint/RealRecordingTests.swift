import Foundation
import Testing
import Wakeprint

/// Recordings that are not part of the package: `WAKEPRINT_DATA`, or `../shared/data` beside it; skipped where absent.
@Suite("Real recordings") struct RealRecordingTests {
  private static let folder: String = {
    if let named = ProcessInfo.processInfo.environment["WAKEPRINT_DATA"] { return named + "/ais/" }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.deletingLastPathComponent().path + "/shared/data/ais/"
  }()

  private static func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + name) }

  private func inspect(_ name: String) throws -> JobSummary {
    try InspectJob(input: InputRequest(paths: [RealRecordingTests.folder + name])).run()
  }

  @Test("the Solent recording is 18,623 rows of 91 vessels", .enabled(if: isThere("solent_2016-01-12.csv")))
  func solent() throws {
    let summary = try inspect("solent_2016-01-12.csv")
    #expect(summary.rows.read == 18_623 && summary.survey.vessels == 91)
    #expect(summary.rows.rejected(.duplicate) == 3)
  }

  @Test(
    "each recording is read to its last row, and every row is accounted for",
    .enabled(if: isThere("noaa_2022-01-03.csv.gz")),
    arguments: [
      ("solent_2016-01-12.csv", "csv", UInt64(18_623)), ("noaa_2022-01-03.csv.gz", "marinecadastre", 99_999),
      ("dma_2026-04-26.csv.gz", "dma", 19_999), ("satellite_2021-01.csv.gz", "csv", 92_753),
    ])
  func counts(name: String, format: String, rows: UInt64) throws {
    guard RealRecordingTests.isThere(name) else { return }
    let summary = try inspect(name)
    #expect(summary.rows.read == rows && summary.inputs.map(\.rows) == [rows])
    #expect(summary.inputs.map(\.format) == [format])
    #expect(summary.rows.accepted == UInt64(summary.survey.fixes) && summary.rows.accepted > rows / 2)
  }
}
