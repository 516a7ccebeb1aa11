import Foundation
import Geography
import Testing

@Suite("Tracks and events as tiles, alone and over density")
struct TileLayersTests {
  static func folder() throws -> Scratch {
    let folder = try Sample.folder()
    try folder.write(Sample.events, to: "e.json")
    return folder
  }

  static func legend(_ made: MadeTiles) -> [String: Any] { made.description["legend"] as? [String: Any] ?? [:] }

  @Test(
    "tracks are coloured by each key, which the legend names", arguments: ["speed", "vessel", "type", "flag", "time"])
  func colours(key: String) throws {
    let made = try MadeTiles.make(["-z", "9", "--layer", "tracks", "--color-by", key], in: try Self.folder())
    let legend = Self.legend(made)
    #expect(Set(legend.keys) == ["tracks"])
    #expect((legend["tracks"] as? [String: Any])?["color_by"] as? String == key)
    #expect((legend["tracks"] as? [String: [[String: Any]]])?["entries"]?.isEmpty != true)
    #expect(PNGChunks(made.folder.bytes("t.legend.png")) != nil)
    #expect(made.tiles.count >= 10)
  }

  @Test("events are drawn where they are, alone or with other layers, in either spelling of the option")
  func events() throws {
    let folder = try Self.folder()
    let alone = try MadeTiles.make(["-z", "9", "--layer", "events", "e.json"], in: folder)
    #expect(Set(Self.legend(alone).keys) == ["events"])
    let place = TileID(zoom: 9, x: 267, y: 164)
    #expect(alone.png(place) != nil)
    let joined = try MadeTiles.make(["-z", "9", "--layer=events", "e.json"], in: folder, name: "joined")
    for tile in alone.tiles { #expect(try alone.pixels(tile, size: 256) == joined.pixels(tile, size: 256)) }

    let density = try MadeTiles.make(["-z", "9"], in: folder, name: "density")
    let all = try MadeTiles.make(
      ["-z", "9", "--layer", "events", "e.json", "--layer", "density", "--layer", "tracks"], in: folder, name: "all")
    #expect(Set(Self.legend(all).keys) == ["density", "tracks", "events"])
    #expect(Set(all.tiles).isSuperset(of: alone.tiles + density.tiles))
    // What is drawn last covers: an event's marker is seen through everything.
    let (marked, covered) = (try alone.pixels(place, size: 256), try all.pixels(place, size: 256))
    let opaque = stride(from: 0, to: marked.count, by: 4).filter { marked[$0 + 3] == 255 }
    #expect(!opaque.isEmpty && opaque.allSatisfy { marked[$0..<$0 + 4] == covered[$0..<$0 + 4] })
    for name in ["t", "all"] { #expect(try Program.run(["verify", "-q", name], in: folder).code == 0) }
  }

  static let wrong: [(options: [String], code: Int32, words: [String])] = [
    (["--layer", "events"], 64, ["events FILE"]), (["--layer", "events", "-v"], 64, ["events FILE"]),
    (["--layer", "boats"], 64, ["boats", "tracks"]), (["--layer", "events", "none.json"], 66, ["none.json"]),
    (["--layer", "events", "empty.json"], 65, ["empty.json", "no events"]),
    (["--layer", "events", "s.csv"], 65, ["s.csv"]),
    (["--layer", "events", "e.json", "--layer", "events", "e.json"], 64, ["twice"]),
    (["--layer", "tracks", "--color-by", "mood"], 64, ["mood", "flag"]),
    (["--layer", "tracks", "--save-scale", "scale.json"], 64, ["scale.json", "density"]),
    (["--basemap", "-z", "20", "--bbox", "-180,-80,180,80"], 64, ["--basemap", "--max-zoom"]),
  ]

  @Test("a layer without its file, an unknown one, and a file without events are refused", arguments: wrong)
  func refused(options: [String], code: Int32, words: [String]) throws {
    let folder = try Self.folder()
    try folder.write(#"{"type": "FeatureCollection", "features": []}"#, to: "empty.json")
    let outcome = try Program.run(["tiles", "s.csv", "-o", "t"] + options, in: folder)
    RefusalTests.expectRefusal(
      outcome, code: code, says: words, in: folder, leaves: ["e.json", "empty.json", "s.csv"])
  }
}
