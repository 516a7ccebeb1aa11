import Foundation
import Geography
import Synchronization
import Testing
import Wakeprint

@Suite("Tiles jobs") struct TilesJobTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/wakeprint-tiles-" + UUID().uuidString

  /// Ten vessels that go east for 200 steps of five minutes, from 1 to 1.2 degrees and more.
  private func job(_ output: String) throws -> TilesJob {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let rows = (0..<2_000).map { index in
      let (vessel, step) = (index % 10, index / 10)
      return "\(219_000_000 + vessel),\(1_600_000_000 + step * 300),\(50 + Double(vessel) / 100),"
        + "\(1 + Double(step * (vessel + 1)) / 1000)"
    }
    let path = folder + "/s.csv"
    try (["mmsi,time,lat,lon"] + rows).joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    var job = TilesJob(input: InputRequest(paths: [path]), output: folder + "/" + output)
    job.input.reading.threads = 2
    return job
  }

  @Test("the summary counts the tiles of each zoom, and its text is what a person reads")
  func counts() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var job = try job("t.pmtiles")
    (job.pyramid.minZoom, job.pyramid.maxZoom) = (3, 9)
    let summary = try await job.run()
    let tiles = try #require(summary.tiles)
    #expect(tiles.byZoom.map(\.zoom) == Array(3...9))
    #expect(tiles.written == tiles.byZoom.reduce(0) { $0 + $1.written } && tiles.byZoom.allSatisfy { $0.written > 0 })
    #expect(summary.tilesLines.contains { $0.hasPrefix("\(tiles.written) tiles (z3 1, ") })
    #expect(summary.stages.map(\.name) == ["read_s", "count_s", "draw_s"])
    #expect(summary.outputs.map(\.path) == [job.output, folder + "/t.legend.png"])
  }

  @Test("hours inside and outside the box's tiles are all observed hours, whatever the layer")
  func hours() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (place, layer) in [TileLayer.density, .tracks].enumerated() {
      var job = try job("t\(place).mbtiles")
      job.layers = [layer]
      job.pyramid.maxZoom = 8
      job.pyramid.box = BoundingBox(west: 1.5, south: 49, east: 5, north: 51)
      let observed = try #require(try await job.run().observed)
      #expect(observed.inside > 0 && observed.outside > 0)
      #expect(observed.inside + observed.outside == 10 * 199 * 300_000)
    }
  }

  @Test("any threads and memory give the same archive")
  func sameBytes() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var hashes: Set<String> = []
    for (threads, memory) in [(1, 4_000_000_000), (2, 1), (7, 100_000)] {
      var job = try job("t.pmtiles")
      (job.input.reading.threads, job.input.reading.memory) = (threads, memory)
      job.pyramid.maxZoom = 9
      job.density.measure = .vessels
      job.force = true
      hashes.insert(try #require(try await job.run().outputs.first).sha256)
    }
    #expect(hashes.count == 1)
  }

  @Test("progress goes through reading and drawing, and its fractions never beyond the whole")
  func progress() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var job = try job("t")
    job.pyramid.maxZoom = 9
    let steps = Mutex<[JobProgress]>([])
    _ = try await job.run { step in steps.withLock { $0.append(step) } }
    let seen = steps.withLock { $0 }
    #expect(seen.contains { $0.stage == "counting" } && seen.contains { $0.stage == "drawing" })
    #expect(seen.last?.stage == "writing")
    #expect(seen.compactMap(\.fraction).allSatisfy { (0...1).contains($0) })
  }

  @Test("a request that cannot be is a usage error before anything is read", arguments: 0..<7)
  func usage(index: Int) async {
    var job = TilesJob(input: InputRequest(paths: ["/nowhere/at/all.csv"]), output: folder + "/t.pmtiles")
    switch index {
    case 0: job.pyramid.minZoom = -1
    case 1: job.pyramid.maxZoom = 25
    case 2: (job.pyramid.minZoom, job.pyramid.maxZoom) = (5, 4)
    case 3: job.pyramid.tileSize = 300
    case 4: job.pyramid.box = BoundingBox(west: 0, south: 10, east: 1, north: 5)
    case 5: job.pyramid.box = BoundingBox(west: 0, south: .nan, east: 1, north: 5)
    default: job.resumes = true
    }
    let failure = await #expect(throws: WakeprintError.self) { _ = try await job.run() }
    #expect(failure?.kind == .usage)
  }
}
