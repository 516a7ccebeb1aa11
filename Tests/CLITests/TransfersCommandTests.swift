import Digest
import Foundation
import TestSupport
import Testing

@Suite("The transfers command keeps its contract")
struct TransfersCommandTests {
  static let scene = Scene.random(seed: 11)

  static func folder() throws -> Scratch {
    let folder = try Scratch()
    try folder.write(scene.csv(), to: "s.csv")
    let ports = scene.ports.map { "\($0.name),\($0.place.latitude),\($0.place.longitude)\n" }
    try folder.write("name,lat,lon\n" + ports.joined(), to: "ports.csv")
    return folder
  }

  private static func features(_ folder: Scratch, _ name: String) throws -> [[String: Any]] {
    let data = try #require(folder.bytes(name))
    let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(file["type"] as? String == "FeatureCollection")
    return try #require(file["features"] as? [[String: Any]])
  }

  @Test("every feature has what the contract names, and the summary counts them")
  func features() throws {
    let folder = try Self.folder()
    let outcome = try Program.run(
      ["transfers", "s.csv", "-o", "e.geojson", "--json", "--ports", "ports.csv"], in: folder)
    #expect(outcome.code == 0, "\(outcome.complaint)")
    var counts: [String: Int] = [:]
    var ids: Set<String> = []
    for feature in try Self.features(folder, "e.geojson") {
      let properties = try #require(feature["properties"] as? [String: Any])
      let type = try #require(properties["type"] as? String)
      counts[type, default: 0] += 1
      #expect(ids.insert(try #require(properties["id"] as? String)).inserted)
      for name in ["start", "end"] { #expect((properties[name] as? String)?.hasSuffix("Z") == true) }
      #expect(properties["duration_h"] is Double)
      let vessels = try #require(properties["vessels"] as? [[String: Any]])
      #expect(vessels.count == (type == "encounter" || type == "dark_rendezvous" ? 2 : 1))
      for vessel in vessels {
        for name in ["mmsi", "name", "imo", "flag", "type", "watchlisted", "draught_before", "draught_after"] {
          #expect(vessel[name] != nil, "\(name) of \(type)")
        }
      }
      for name in Self.expected[type] ?? [] { #expect(properties[name] != nil, "\(name) of \(type)") }
    }
    let events = try #require(outcome.json?["events"] as? [String: Int])
    #expect(events.filter { $0.value > 0 } == counts)
    let truth = Self.scene.truth.count { $0.kind == .encounter }
    #expect(events["encounter"] == truth && truth > 10)
    for key in ["vessels", "segments", "gaps", "rows", "time", "bbox", "inputs", "outputs", "elapsed_s", "version"] {
      #expect(outcome.json?[key] != nil, "\(key)")
    }
  }

  private static let expected: [String: [String]] = [
    "encounter": [
      "median_distance_m", "min_distance_m", "median_speed_kn", "distance_to_shore_km", "distance_to_port_km", "port",
      "confidence", "reasons",
    ],
    "gap": ["implied_speed_kn", "heard_nearby", "open", "distance_to_shore_km"],
    "loitering": ["median_speed_kn", "distance_to_shore_km"],
    "dark_rendezvous": ["area_km2", "longest_stay_h", "rank"],
  ]

  @Test("the same rows give the same bytes, on any number of threads, whatever memory is asked for")
  func bytes() throws {
    let folder = try Self.folder()
    for (name, options) in [("a", ["--threads", "1"]), ("b", ["--threads", "5"]), ("c", ["--memory", "1MB"])] {
      let outcome = try Program.run(
        ["transfers", "s.csv", "-o", "\(name).geojson", "--hotspots", "\(name)-h.csv", "-q"] + options, in: folder)
      #expect(outcome.code == 0, "\(outcome.complaint)")
    }
    #expect(folder.bytes("a.geojson") == folder.bytes("b.geojson"))
    #expect(folder.bytes("a.geojson") == folder.bytes("c.geojson"))
    #expect(folder.bytes("a-h.csv") == folder.bytes("b-h.csv"))
  }

  @Test("both formats hold the same events and are read back as events", arguments: ["e.geojson", "e.csv"])
  func readBack(name: String) throws {
    let folder = try Self.folder()
    let found = try Program.run(["transfers", "s.csv", "-o", name, "--json"], in: folder)
    let again = try Program.run(["transfers", name, "-o", "again.csv", "--json"], in: folder)
    #expect(again.code == 0, "\(again.complaint)")
    #expect(found.json?["events"] as? [String: Int] == again.json?["events"] as? [String: Int])
    let drawn = try Program.run(
      ["map", "s.csv", "--events", name, "-o", "m.png", "--size", "640x360", "-q"], in: folder)
    #expect(drawn.code == 0, "\(drawn.complaint)")
  }

  @Test("events that are read follow --from, --mmsi, --strict and --rejects like rows of positions")
  func chosenAgain() throws {
    let folder = try Scratch()
    let rest = "2021-01-05T00:00:00Z,2021-01-05T03:00:00Z,50,1"
    try folder.write(
      "type,id,start,end,latitude,longitude,vessel1_mmsi,vessel2_mmsi\n"
        + "encounter,a,2021-01-01T00:00:00Z,2021-01-01T03:00:00Z,50,1,219000001,219000002\n"
        + "encounter,b,\(rest),219000003,219000004\nencounter,c,\(rest),x,219000004\n"
        + "encounter,d,2021-01-05T00:00:00Z,never,50,1,219000003,219000004\n", to: "e.csv")
    func run(_ options: [String]) throws -> Program.Outcome {
      try Program.run(["transfers", "e.csv", "-o", "o.csv", "-f", "--json"] + options, in: folder)
    }
    func found(_ outcome: Program.Outcome) -> Int? { (outcome.json?["events"] as? [String: Int])?["encounter"] }
    let all = try run(["--rejects", "r.csv"])
    #expect(found(all) == 2)
    #expect(
      String(decoding: try #require(folder.bytes("r.csv")), as: UTF8.self)
        == "file,line,reason,value\ne.csv,4,bad_mmsi,x\ne.csv,5,bad_time,2021-01-05T00:00:00Z never\n")
    // It lasts into the time asked for, which ends before the next.
    #expect(found(try run(["--from", "2021-01-01T02:59:59Z", "--to", "2021-01-05"])) == 1)
    #expect(found(try run(["--from", "2021-01-01T03:00:00Z", "--to", "2021-01-05"])) == 0)
    #expect(found(try run(["--mmsi", "219000004"])) == 1)
    #expect(found(try run(["--mmsi", "219000009"])) == 0)
    let strict = try run(["--strict"])
    #expect(strict.code == 65 && strict.complaint.hasPrefix("wakeprint: e.csv:4: bad_mmsi"))
  }

  @Test("events are drawn without positions, with them, and refused under --heat alone")
  func drawnAlone() throws {
    let folder = try Self.folder()
    _ = try Program.run(["transfers", "s.csv", "-o", "e.geojson", "--hotspots", "h.csv", "-q"], in: folder)
    let size = ["--size", "640x360", "-q"]
    let alone = try Program.run(["map", "e.geojson", "h.csv", "-o", "alone.png"] + size, in: folder)
    #expect(alone.code == 0, "\(alone.complaint)")
    let both = try Program.run(["map", "s.csv", "e.geojson", "h.csv", "-o", "both.png"] + size, in: folder)
    #expect(both.code == 0, "\(both.complaint)")
    #expect(folder.bytes("alone.png") != folder.bytes("both.png"))
    let heat = try Program.run(["map", "e.geojson", "--heat", "-o", "heat.png"] + size, in: folder)
    #expect(heat.code == 64)
  }

  @Test("a table read and written again is the same table")
  func tableAgain() throws {
    let folder = try Self.folder()
    _ = try Program.run(["transfers", "s.csv", "-o", "a.csv", "-q"], in: folder)
    _ = try Program.run(["transfers", "a.csv", "-o", "b.csv", "-q"], in: folder)
    #expect(folder.bytes("a.csv") != nil)
    #expect(folder.bytes("a.csv") == folder.bytes("b.csv"))
  }

  @Test("--only and --bbox choose events, --all reports what is left out")
  func choosing() throws {
    let folder = try Self.folder()
    func run(_ options: [String]) throws -> [String: Any] {
      let outcome = try Program.run(["transfers", "s.csv", "-o", "e.csv", "-f", "--json"] + options, in: folder)
      #expect(outcome.code == 0, "\(outcome.complaint)")
      return try #require(outcome.json)
    }
    let usual = try #require(run([])["events"] as? [String: Int])
    let only = try #require(run(["--only", "gap,loitering"])["events"] as? [String: Int])
    #expect(only["encounter"] == 0 && only["gap"] == usual["gap"])
    let nowhere = try #require(run(["--bbox", "-30,-60,-20,-50"])["events"] as? [String: Int])
    #expect(nowhere.values.allSatisfy { $0 == 0 })
    let all = try #require(run(["--all"])["events"] as? [String: Int])
    #expect(all["encounter"] ?? 0 > usual["encounter"] ?? 0)
  }

  @Test("thresholds are options: an encounter beyond one is none")
  func thresholds() throws {
    let folder = try Self.folder()
    func encounters(_ options: [String]) throws -> Int {
      let outcome = try Program.run(["transfers", "s.csv", "-o", "e.csv", "-f", "--json"] + options, in: folder)
      #expect(outcome.code == 0, "\(outcome.complaint)")
      return try #require((outcome.json?["events"] as? [String: Int])?["encounter"])
    }
    let usual = try encounters([])
    for options in [
      ["--encounter-distance", "100m"], ["--encounter-duration", "6h"], ["--encounter-speed", "0.5"],
      ["--preset", "strict"],
    ] { #expect(try encounters(options) < usual, "\(options)") }
    #expect(try encounters(["--encounter-duration", "45m"]) > usual)
  }

  static let wrongLines: [([String], String)] = [
    (["s.csv"], "--output"), (["-o", "e.csv"], "inputs"), (["s.csv", "-o", "e.kml"], ".geojson"),
    (["s.csv", "-o", "e.csv", "--encounter-distance", "500"], "--encounter-distance"),
    (["s.csv", "-o", "e.csv", "--encounter-duration", "1s"], "--encounter-duration"),
    (["s.csv", "-o", "e.csv", "--encounter-speed", "-1"], "--encounter-speed"),
    (["s.csv", "-o", "e.csv", "--preset", "lax"], "strict"), (["s.csv", "-o", "e.csv", "--only", "party"], "--only"),
    (["s.csv", "-o", "e.csv", "--hotspots", "e.csv"], "two outputs"),
    (["s.csv", "-o", "e.csv", "--hotspots", "h.png"], ".geojson"), (["s.csv", "-o", "s.csv", "-f"], "input"),
  ]

  @Test("a wrong command line ends with 64 and names the option", arguments: wrongLines)
  func usage(arguments: [String], word: String) throws {
    let folder = try Sample.folder()
    RefusalTests.expectRefusal(
      try Program.run(["transfers"] + arguments, in: folder), code: 64, says: [word], in: folder, leaves: folder.names)
  }

  @Test("an output that stands is not replaced, unless asked for")
  func standing() throws {
    let folder = try Sample.folder()
    try folder.write("mine", to: "e.csv")
    RefusalTests.expectRefusal(
      try Program.run(["transfers", "s.csv", "-o", "e.csv"], in: folder), code: 73, says: ["e.csv"], in: folder,
      leaves: ["e.csv", "s.csv"])
    #expect(try Program.run(["transfers", "s.csv", "-o", "e.csv", "-f", "-q"], in: folder).code == 0)
  }

  @Test("a watchlist that is none, and ports that are none, are one line and a code")
  func companions() throws {
    let folder = try Sample.folder()
    try folder.write("a,b\n1,2\n", to: "w.csv")
    for option in ["--watchlist", "--ports"] {
      RefusalTests.expectRefusal(
        try Program.run(["transfers", "s.csv", "-o", "e.csv", option, "w.csv"], in: folder), code: 65,
        says: ["w.csv"], in: folder, leaves: ["s.csv", "w.csv"])
      RefusalTests.expectRefusal(
        try Program.run(["transfers", "s.csv", "-o", "e.csv", option, "none.csv"], in: folder), code: 66,
        says: ["none.csv"], in: folder, leaves: ["s.csv", "w.csv"])
    }
  }

  @Test("a vessel of the watchlist is flagged in its events")
  func watchlist() throws {
    let folder = try Self.folder()
    let truth = try #require(Self.scene.truth.first { $0.kind == .encounter })
    try folder.write("mmsi,note\n\(truth.mmsis[0]),panel report\n", to: "w.csv")
    let outcome = try Program.run(
      ["transfers", "s.csv", "-o", "e.geojson", "--watchlist", "w.csv", "-q"], in: folder)
    #expect(outcome.code == 0, "\(outcome.complaint)")
    var flagged: Set<Int> = []
    for feature in try Self.features(folder, "e.geojson") {
      let properties = try #require(feature["properties"] as? [String: Any])
      for vessel in try #require(properties["vessels"] as? [[String: Any]]) where vessel["watchlisted"] as? Bool == true
      {
        flagged.insert(try #require(vessel["mmsi"] as? Int))
        #expect(vessel["note"] as? String == "panel report")
      }
    }
    #expect(flagged == [Int(truth.mmsis[0])])
  }

  @Test("no event found is a file without events, and said")
  func none() throws {
    let folder = try Sample.folder()
    let outcome = try Program.run(["transfers", "s.csv", "-o", "e.geojson"], in: folder)
    #expect(outcome.code == 0)
    #expect(outcome.complaint.contains("no event"))
    #expect(try Self.features(folder, "e.geojson").isEmpty)
  }
}
