import Export
import Foundation
import Geography
import TestSupport
import Testing
import Wakeprint

@Suite("Map jobs") struct MapJobTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/wakeprint-maps-" + UUID().uuidString

  private func write(_ text: String, _ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// Two ships that meet, one that goes its way with a silence, and a list with one of them.
  private func job(_ theme: ThemeName) throws -> MapJob {
    var rows = "mmsi,time,lat,lon,name,imo,type\n"
    for step in 0..<90 {
      let seconds = 1_536_883_200 + step * 600
      // They come from both sides, lie side by side for five hours, and part.
      let way = max(0, abs(Double(step) - 45) - 15) * 0.02
      let side = step < 45 ? -1.0 : 1.0
      rows += "412000001,\(seconds),\(31.7 + 0.3 * way),\(124.8 + side * way),YUK TUNG,9000001,80\n"
      rows += "538000002,\(seconds),\(31.7 - 0.5 * way),\(124.8015 - side * way),BRIGHT SEA,9074729,80\n"
      if !(30..<56).contains(step) {
        rows += "636000003,\(seconds),\(30.9 + Double(step) * 0.02),\(123.4 + Double(step) * 0.03),FAR LIGHT,,70\n"
      }
    }
    var job = MapJob(input: InputRequest(paths: [try write(rows, "scene.csv")]), output: folder + "/map.png")
    job.watchlist = try write("imo,note\n9074729,listed\n", "list.csv")
    job.detection = DetectionRequest(kinds: ["encounter"])
    job.frame.box = BoundingBox(west: 122.6, south: 30.2, east: 126.6, north: 33.2)
    job.frame.size = .picture(width: 720, height: 450)
    job.colorKey = .vessel
    job.look.theme = theme
    job.look.title = "A meeting in the East China Sea"
    job.contents.showsReach = true
    job.contents.darkSpeedInKnots = 16
    job.contents.hotspots = .circles
    job.contents.inset = BoundingBox(west: 124.78, south: 31.69, east: 124.82, north: 31.71)
    job.force = true
    return job
  }

  private func expectGolden(_ job: MapJob, _ name: String) async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let summary = try await job.run()
    #expect(summary.notes.isEmpty, "\(summary.notes)")
    let picture = try PNGDecoder.decode([UInt8](try Data(contentsOf: URL(fileURLWithPath: job.output))))
    let difference = GoldenPicture(name).difference(from: picture.pixels, width: picture.width, height: picture.height)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("tracks, gap, reach, event, inset, globe, names and table are the golden ones", arguments: ThemeName.allCases)
  func everyLayer(theme: ThemeName) async throws {
    try await expectGolden(job(theme), "map-\(theme.rawValue)")
  }

  @Test("density, a surface of hotspots and a square layout are the golden ones")
  func surfaces() async throws {
    var job = try job(.dark)
    job.heat = DensityRequest()
    job.contents.hotspots = .heat
    job.contents.inset = nil
    job.frame.size = .picture(width: 480, height: 480)
    try await expectGolden(job, "map-surfaces")
  }
}
