import Foundation
import TestSupport
import Testing
import Tracks

@Suite("Files of a folder") struct InputFinderTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wakeprint-find-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test("a folder's files are found at any depth, in byte order, whatever their names, but hidden ones")
  func sorted() throws {
    try withFolder { folder in
      let deep = folder.appendingPathComponent("B/c")
      try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
      for name in [
        "b.csv", "a.NMEA", "Z.geojson", "x.csv.zst", "y.pdf", "B/c/d.gpx", "B/e.gpkg", "day2", ".hidden.csv",
      ] {
        try Data().write(to: folder.appendingPathComponent(name))
      }
      let found = try InputFinder.sources(for: [folder.path]).map { $0.name.dropFirst(folder.path.count + 1) }
      #expect(found == ["B/c/d.gpx", "B/e.gpkg", "Z.geojson", "a.NMEA", "b.csv", "day2", "x.csv.zst", "y.pdf"])
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

  @Test("a link that leads nowhere is told, and a folder without a file is refused")
  func nowhere() throws {
    try withFolder { folder in
      let empty = #expect(throws: TracksError.self) { _ = try InputFinder.sources(for: [folder.path]) }
      #expect(empty?.description.contains("holds no file") == true)
      let link = folder.appendingPathComponent("a.csv").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/nowhere/at/all")
      let failure = #expect(throws: TracksError.self) { _ = try InputFinder.sources(for: [folder.path]) }
      #expect(failure == .unreadable(path: link, why: "it is a link that leads nowhere"))
    }
  }

  @Test("what came along in a folder is passed over by its content, and told why; recordings have any name")
  func passedOver() throws {
    try withFolder { folder in
      let row = "219000001,2021-01-01T00:00:00,1,2\n"
      let files = [
        ("README", "Dear all,\nsee the data\n"), ("a.csv.1", "mmsi,time,lat,lon\n" + row), ("b.dat", ""),
        ("c.ini", "[core]\nx = 1\n"), ("d.csv", "a,b,c\n1,2,3\n"), ("e.json", "{\"a\": 1}\n"),
        ("f.gpx", "<html></html>"), ("g", "{\"mmsi\":219000002,\"time\":1612325100,\"lat\":1,\"lon\":2}\n"),
        ("ports.csv", "name,lat,lon\nHull,53,0\n"),
      ]
      for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
      try Data(StoredZip.bytes([("[Content_Types].xml", Array("<a/>".utf8))])).write(
        to: folder.appendingPathComponent("h.docx"))
      let result = try TrackReader(InputFinder.sources(for: [folder.path]), options: ReadOptions()).read()
      #expect(result.inputs.map { $0.path.dropFirst(folder.path.count + 1) } == ["a.csv.1", "g"])
      let told = result.passedOver.map { "\($0.path.dropFirst(folder.path.count + 1)) \($0.why)" }
      #expect(
        told == [
          "README has no column for mmsi, time, lat, lon", "b.dat is empty",
          "c.ini has no column for mmsi, time, lat, lon", "d.csv has no column for mmsi, time, lat, lon",
          "e.json no object in it says where something is (as lat and lon, or a geometry)",
          "f.gpx is XML but not GPX", "h.docx holds no recording: [Content_Types].xml is XML but not GPX",
          "ports.csv has no column for mmsi, time",
        ])
      for name in ["a.csv.1", "g"] { try FileManager.default.removeItem(at: folder.appendingPathComponent(name)) }
      let failure = #expect(throws: TracksError.self) {
        _ = try TrackReader(InputFinder.sources(for: [folder.path]), options: ReadOptions()).read()
      }
      #expect(failure?.description.contains("8 inputs: none is a recording") == true)
    }
  }

  @Test(
    "a recording of a folder that lacks one column, or a header, or is damaged, is not passed over",
    arguments: [
      "lat,lon,ts,vessel\n50,1,2020-01-01,A\n", "219000001,2021-01-01T00:00:00,50.5,1.5\n", "[1, {\"lat\": ",
      "Exported by X\n\nmmsi,time,lat,lon\n219000001,2021-01-01,1,2\n",
      "Exported by X\nat Y\n{\"mmsi\":219000001,\"time\":1612325100,\"lat\":1,\"lon\":2}\n",
      "Exported by X\n" + [String](repeating: "starting\n", count: 1).joined() + "!AIVDM,1,1,,A,15M67FC000G?ufbE,0*5C\n"
        + [String](repeating: "starting\n", count: 9).joined(),
    ])
  func recordings(text: String) throws {
    try withFolder { folder in
      try Data(text.utf8).write(to: folder.appendingPathComponent("b"))
      try Data("mmsi,time,lat,lon\n219000001,2021-01-01,1,2\n".utf8).write(to: folder.appendingPathComponent("a"))
      let failure = #expect(throws: TracksError.self) {
        _ = try TrackReader(InputFinder.sources(for: [folder.path]), options: ReadOptions()).read()
      }
      let isFirst = !text.hasPrefix("Exported")
      #expect(
        failure?.description.hasPrefix(folder.path + (isFirst ? "/b:1: " : "/b:3: ")) == true,
        "\(String(describing: failure))")
    }
  }

  @Test("a pipe in a folder is refused, so that no folder can make a run wait for ever")
  func pipes() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("a.csv").path
      #expect(mkfifo(path, 0o600) == 0)
      let failure = #expect(throws: TracksError.self) { _ = try InputFinder.sources(for: [folder.path]) }
      #expect(failure?.description.contains("is a pipe or a device") == true)
    }
  }
}
