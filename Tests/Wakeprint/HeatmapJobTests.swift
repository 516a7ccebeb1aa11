import Foundation
import Geography
import Testing
import Wakeprint

@Suite("Heatmap jobs") struct HeatmapJobTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/wakeprint-jobs-" + UUID().uuidString

  private func rows() -> [String] {
    (0..<6_000).map { index in
      let (vessel, step) = (index % 30, index / 30)
      return "\(219_000_000 + vessel),\(1_600_000_000 + step * 300),\(50 + Double(step + vessel) / 100),"
        + "\(1 + Double(step * (vessel % 3)) / 100)"
    }
  }

  private func write(_ rows: [String], _ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/" + name
    try (["mmsi,time,lat,lon"] + rows).joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func heatmap(
    _ paths: [String], _ output: String, threads: Int = 2, memory: Int = 4_000_000_000
  ) async throws -> (summary: JobSummary, bytes: Data) {
    var input = InputRequest(paths: paths)
    input.reading.threads = threads
    input.reading.memory = memory
    var job = HeatmapJob(input: input, output: folder + "/" + output)
    job.frame.size = .picture(width: 320, height: 240)
    job.frame.box = BoundingBox(west: 0, south: 50, east: 4, north: 52)
    job.force = true
    let summary = try await job.run()
    return (summary, try Data(contentsOf: URL(fileURLWithPath: job.output)))
  }

  @Test("any threads and memory give the same picture, and any order of rows and files the same numbers")
  func order() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let rows = rows()
    let path = try write(rows, "all.csv")
    let picture = try await heatmap([path], "a.png", threads: 1)
    let numbers = try await heatmap([path], "a.tif", threads: 1)
    for (threads, memory) in [(2, 4_000_000_000), (7, 1), (16, 100_000)] {
      #expect(try await heatmap([path], "b.png", threads: threads, memory: memory).bytes == picture.bytes)
    }
    let odd = try write(rows.enumerated().filter { $0.offset % 2 == 1 }.map(\.element).reversed(), "odd.csv")
    let even = try write(rows.enumerated().filter { $0.offset % 2 == 0 }.map(\.element), "even.csv")
    let (one, other) = (try await heatmap([odd, even], "c.tif"), try await heatmap([even, odd], "d.tif"))
    #expect(one.bytes == other.bytes)
    #expect(one.summary.observed?.inside == numbers.summary.observed?.inside)
    #expect(one.summary.observed?.outside == numbers.summary.observed?.outside)
  }

  @Test("hours inside and outside the frame are all observed hours")
  func hours() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let result = try await heatmap([try write(rows(), "all.csv")], "a.tif").summary
    let observed = try #require(result.observed)
    #expect(observed.inside > 0 && observed.outside > 0)
    #expect(observed.inside + observed.outside == 30 * 199 * 300_000)
  }

  @Test("a request that cannot be is a usage error before anything is read", arguments: 0..<6)
  func usage(index: Int) async {
    var job = HeatmapJob(input: InputRequest(paths: ["/nowhere/at/all.csv"]), output: folder + "/x.png")
    switch index {
    case 0: job.frame.size = .picture(width: 0, height: 0)
    case 1: job.frame.size = .picture(width: 100_000, height: 100_000)
    case 2: job.frame.size = .zoom(25)
    case 3: job.frame.box = BoundingBox(west: 0, south: 10, east: 1, north: 5)
    case 4: job.frame.box = BoundingBox(west: -200, south: 1, east: 1, north: 5)
    default: job.output = folder + "/x.gif"
    }
    let failure = await #expect(throws: WakeprintError.self) { _ = try await job.run() }
    #expect(failure?.kind == .usage)
  }
}
