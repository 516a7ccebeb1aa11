import Foundation
import Testing

@Suite("Tiles that are interrupted", .serialized)
struct TilesInterruptionTests {
  static let temporaries = [".t.wakeprint-tmp", ".t.mbtiles.wakeprint-tmp", ".t.pmtiles.wakeprint-tmp"]

  /// The last options of each run: another order of options is another job.
  static let wide = ["--max-speed", "9999"]

  static func folder() throws -> Scratch {
    let folder = try Scratch()
    try folder.write(Sample.wanderers(), to: "s.csv")
    return folder
  }

  /// Signals a run as soon as something has come to stay in its folder, or the run has ended.
  static func end(
    _ arguments: [String], by number: Int32, when path: String, in folder: Scratch
  ) throws -> Program.Outcome {
    let run = try Program.start(["tiles", "s.csv", "--threads", "1", "-q"] + arguments + wide, in: folder)
    let place = folder.url.appendingPathComponent(path).path
    // Whether the folder can be written is tried first, with a file that is gone at once: what stays is meant.
    var sights = 0
    while run.process.isRunning, sights < 10 {
      sights = access(place, F_OK) == 0 ? sights + 1 : 0
      usleep(500)
    }
    kill(run.process.processIdentifier, number)
    return try run.outcome(limitInSeconds: 10)
  }

  @Test("by the keyboard or a kill leave nothing but one temporary, which the next run removes", arguments: 0..<3)
  func interrupted(container: Int) throws {
    let folder = try Self.folder()
    let (name, temporary) = (TilesRefusalTests.containers[container], Self.temporaries[container])
    let outcome = try Self.end(["-z", "12", "-o", name], by: SIGINT, when: temporary, in: folder)
    let left = folder.names.filter { $0 != temporary }
    #expect(outcome.code == 130 && outcome.output.isEmpty && left == ["s.csv"])
    #expect(outcome.complaint == "wakeprint: interrupted; nothing was left under the output's name\n")
    // What could be gone on with stays, a file does not.
    if container > 0 { #expect(folder.names == left) }

    let killed = try Self.end(["-z", "12", "-o", name], by: SIGKILL, when: temporary, in: folder)
    #expect(killed.code == -SIGKILL && folder.names == [temporary, "s.csv"])
    _ = try MadeTiles.make(["-z", "2"], in: folder, name: name)
    #expect(folder.names == ["s.csv", "t.legend.png", name].sorted())
  }

  @Test("in a folder are gone on with to the bytes of a run that was not")
  func resumed() throws {
    let folder = try Self.folder()
    let killed = try Self.end(["-z", "10", "-o", "t"], by: SIGKILL, when: ".t.wakeprint-tmp/5", in: folder)
    #expect(killed.code == -SIGKILL && folder.names == [".t.wakeprint-tmp", "s.csv"])
    let kept = try #require(try written(".t.wakeprint-tmp/0/0/0.png", in: folder))
    let made = try MadeTiles.make(["--resume", "-z", "10"] + Self.wide, in: folder)
    #expect(try written("t/0/0/0.png", in: folder) == kept)
    let whole = try MadeTiles.make(["-z", "10"] + Self.wide, in: folder, name: "whole")
    #expect(whole.tiles.count > 300 && made.contents == whole.contents)
    #expect(folder.bytes("t.legend.png") == folder.bytes("whole.legend.png"))
  }

  @Test("by a kill are not gone on with by another job")
  func otherJob() throws {
    let folder = try Self.folder()
    _ = try Self.end(["-z", "10", "-o", "t"], by: SIGKILL, when: ".t.wakeprint-tmp/5", in: folder)
    let other = ["-z", "3", "--measure", "positions"]
    let made = try MadeTiles.make(other + ["--resume"], in: folder)
    let fresh = try MadeTiles.make(other, in: folder, name: "fresh")
    #expect(made.contents == fresh.contents)
  }

  private func written(_ path: String, in folder: Scratch) throws -> Date? {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.url.appendingPathComponent(path).path)
    return attributes[.modificationDate] as? Date
  }
}
