import Foundation
import Testing

@Suite("Tiles that are interrupted", .serialized)
struct TilesInterruptionTests {
  static let temporaries = [".t.wakeprint-tmp", ".t.mbtiles.wakeprint-tmp", ".t.pmtiles.wakeprint-tmp"]

  static func folder() throws -> Scratch {
    let folder = try Scratch()
    try folder.write(Sample.wanderers(), to: "s.csv")
    return folder
  }

  /// Signals a run as soon as something stands in its folder; nil where the run was faster.
  static func end(
    _ arguments: [String], by number: Int32, when path: String, in folder: Scratch
  ) throws -> Program.Outcome {
    let run = try Program.start(["tiles", "s.csv", "--max-speed", "9999", "--threads", "1"] + arguments, in: folder)
    let place = folder.url.appendingPathComponent(path).path
    while run.process.isRunning, access(place, F_OK) != 0 { usleep(500) }
    kill(run.process.processIdentifier, number)
    return try run.outcome(limitInSeconds: 10)
  }

  @Test("by the keyboard or a kill leave nothing but one temporary, which the next run removes", arguments: 0..<3)
  func interrupted(container: Int) throws {
    let folder = try Self.folder()
    let (name, temporary) = (TilesRefusalTests.containers[container], Self.temporaries[container])
    let outcome = try Self.end(["-q", "-z", "14", "-o", name], by: SIGINT, when: temporary, in: folder)
    let left = folder.names.filter { $0 != temporary }
    #expect(outcome.code == 130 && outcome.output.isEmpty && left == ["s.csv"])
    #expect(outcome.complaint == "wakeprint: interrupted; nothing was left under the output's name\n")
    // What could be gone on with stays, a file does not.
    if container > 0 { #expect(folder.names == left) }

    let killed = try Self.end(["-q", "-z", "14", "-o", name], by: SIGKILL, when: temporary, in: folder)
    #expect(killed.code == -SIGKILL && folder.names == [temporary, "s.csv"])
    _ = try MadeTiles.make(["-z", "2"], in: folder, name: name)
    #expect(folder.names == ["s.csv", "t.legend.png", name].sorted())
  }

  @Test("in a folder are gone on with to the bytes of a run that was not")
  func resumed() throws {
    let folder = try Self.folder()
    let options = ["-z", "11"]
    let killed = try Self.end(options + ["-q", "-o", "t"], by: SIGKILL, when: ".t.wakeprint-tmp/6", in: folder)
    #expect(killed.code == -SIGKILL && folder.names == [".t.wakeprint-tmp", "s.csv"])
    let kept = try #require(try inode(".t.wakeprint-tmp/3", in: folder))
    let made = try MadeTiles.make(options + ["--resume", "--max-speed", "9999"], in: folder)
    #expect(try inode("t/3", in: folder) == kept)
    let whole = try MadeTiles.make(options + ["--max-speed", "9999"], in: folder, name: "whole")
    #expect(whole.tiles.count > 500 && made.contents == whole.contents)
    #expect(folder.bytes("t.legend.png") == folder.bytes("whole.legend.png"))
  }

  @Test("by a kill are not gone on with by another job")
  func otherJob() throws {
    let folder = try Self.folder()
    _ = try Self.end(["-q", "-z", "11", "-o", "t"], by: SIGKILL, when: ".t.wakeprint-tmp/5", in: folder)
    let other = ["-z", "3", "--measure", "positions"]
    let made = try MadeTiles.make(other + ["--resume"], in: folder)
    let fresh = try MadeTiles.make(other, in: folder, name: "fresh")
    #expect(made.contents == fresh.contents)
  }

  private func inode(_ path: String, in folder: Scratch) throws -> UInt64? {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.url.appendingPathComponent(path).path)
    return (attributes[.systemFileNumber] as? NSNumber)?.uint64Value
  }
}
