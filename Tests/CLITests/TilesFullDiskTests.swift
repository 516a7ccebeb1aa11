#if os(Linux)
  import Foundation
  import Testing

  @Suite("A full disk ends with 74, and nothing is left there", .enabled(if: SmallDisk.isAllowed))
  struct TilesFullDiskTests {
    @Test("in the midst of the tiles", arguments: TilesRefusalTests.containers)
    func tiles(name: String) throws {
      let folder = try Scratch()
      try folder.write(Sample.wanderers(), to: "s.csv")
      let disk = SmallDisk(kilobytes: 200, at: folder.url.appendingPathComponent("disk"))
      try #require(disk != nil)
      let outcome = try Program.run(
        ["tiles", "s.csv", "-z", "9", "--max-speed", "9999", "-q", "-o", "disk/" + name], in: folder)
      RefusalTests.expectRefusal(outcome, code: 74, says: ["disk/" + name], in: folder, leaves: ["disk", "s.csv"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/disk").isEmpty)
      withExtendedLifetime(disk) {}
    }

    /// Sizes about those of tiles and legend: wherever the disk becomes full, both are there or neither.
    @Test("or of what goes with them", arguments: TilesRefusalTests.containers)
    func companions(name: String) throws {
      let folder = try Sample.folder()
      var codes: Set<Int32> = []
      for kilobytes in stride(from: 16, through: 72, by: 8) {
        let path = "disk\(kilobytes)"
        let disk = SmallDisk(kilobytes: kilobytes, at: folder.url.appendingPathComponent(path))
        try #require(disk != nil)
        let outcome = try Program.run(["tiles", "s.csv", "-z", "6", "-q", "-o", path + "/" + name], in: folder)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/" + path).sorted()
        #expect(outcome.code == 0 ? left == [name, "t.legend.png"].sorted() : left.isEmpty, "\(kilobytes): \(left)")
        codes.insert(outcome.code)
        withExtendedLifetime(disk) {}
      }
      #expect(codes == [0, 74])
    }
  }
#endif
