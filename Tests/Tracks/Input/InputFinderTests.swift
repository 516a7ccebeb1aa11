import Foundation
import Testing
import Tracks

@Suite("Files of a folder") struct InputFinderTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wakeprint-find-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test("a folder's files of positions are found at any depth, in byte order, and others are left")
  func sorted() throws {
    try withFolder { folder in
      let deep = folder.appendingPathComponent("B/c")
      try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
      for name in ["b.csv", "a.NMEA", "Z.geojson", "x.csv.zst", "y.pdf", "B/c/d.gpx", "B/e.gpkg", ".hidden.csv"] {
        try Data().write(to: folder.appendingPathComponent(name))
      }
      let found = try InputFinder.sources(for: [folder.path]).map { $0.name.dropFirst(folder.path.count + 1) }
      #expect(found == ["B/c/d.gpx", "B/e.gpkg", "Z.geojson", "a.NMEA", "b.csv", "x.csv.zst"])
    }
  }

  @Test("a link that leads back to a folder above it is refused; one to another folder is followed")
  func links() throws {
    try withFolder { folder in
      let (inner, other) = (folder.appendingPathComponent("in"), folder.appendingPathComponent("other"))
      for made in [inner, other] {
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
      }
      try Data().write(to: other.appendingPathComponent("a.csv"))
      try FileManager.default.createSymbolicLink(at: inner.appendingPathComponent("far"), withDestinationURL: other)
      #expect(try InputFinder.sources(for: [inner.path]).count == 1)
      try FileManager.default.createSymbolicLink(at: inner.appendingPathComponent("up"), withDestinationURL: folder)
      let failure = #expect(throws: TracksError.self) { _ = try InputFinder.sources(for: [inner.path]) }
      #expect(failure?.description.contains("leads back to a folder that it lies in") == true)
    }
  }

  @Test("a pipe under a name of data is refused, so that no folder can make a run wait for ever")
  func pipes() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("a.csv").path
      #expect(mkfifo(path, 0o600) == 0)
      let failure = #expect(throws: TracksError.self) { _ = try InputFinder.sources(for: [folder.path]) }
      #expect(failure?.description.contains("is a pipe or a device") == true)
    }
  }
}
