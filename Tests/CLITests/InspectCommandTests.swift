import Foundation
import Testing

@Suite("The inspect command says at a glance what is in the data")
struct InspectCommandTests {
  /// Two ships a minute apart for an hour, of which one is silent for three hours and one shares its number; and faults.
  private static let scene: String = {
    var text = "mmsi,when,latitude,longitude,ship name,imo,shiptype,remark\n"
    for minute in 0..<60 {
      let time = 1_709_251_200 + minute * 60
      text += "211000001,\(time),54.\(100 + minute),8.1,ANNA,9074729,70,\n"
      text += "412000002,\(time + 10),31.\(100 + minute),124.1,\u{1B}[31mEVIL\u{202E},,30,\n"
      if minute > 50 { text += "211000001,\(time + 14_400),54.1,8.2,ANNA,9074729,70,\n" }
    }
    return text + "211000001,never,54,8,,,,\n211000001,1709251200,54,8,,,,\n"
  }()

  private static let mapping = ["--map", "time=when"]

  private func folder() throws -> Scratch {
    let folder = try Scratch()
    try folder.write(Self.scene, to: "s.csv")
    return folder
  }

  @Test("the text says columns, reasons, flags, types, gaps and draws a map; nothing in it acts on the terminal")
  func text() throws {
    let folder = try folder()
    let name = "bad\u{1B}[31m\nname\u{202E}.csv"
    try folder.write(Self.scene, to: name)
    let outcome = try Program.run(["inspect", name] + Self.mapping + ["--ascii"], in: folder)
    #expect(outcome.code == 0 && outcome.complaint.isEmpty, "\(outcome.complaint)")
    #expect(outcome.text.utf8.allSatisfy { $0 == 10 || (32..<127).contains($0) })
    for words in [
      "bad[31mname.csv  csv (told)  131 rows", "when -> time", "ship name -> name", "unused    remark",
      "1 bad_time (0.8 %)", "1 duplicate (0.8 %)", "2: 2 with a name, 1 with a valid IMO number", "China 1; Germany 1",
      "cargo 1; fishing 1", "median 1 min, ", "1 of 1 vessel, 3.87 vessel-hours not observed",
      "211000001 ANNA, 3 h 52 min not observed", "+---", "land (Natural Earth)", "or more positions",
    ] { #expect(outcome.text.contains(words), "\(words) is not in\n\(outcome.text)") }
    #expect(outcome.text.split(separator: "\n").allSatisfy { $0.count <= 72 })
  }

  @Test("--json has the same for programs, beside the keys that were there")
  func json() throws {
    let outcome = try Program.run(["inspect", "s.csv", "--json"] + Self.mapping, in: folder())
    let summary = try #require(outcome.json, "\(outcome.complaint)")
    #expect(summary["vessels"] as? Int == 2 && summary["gaps"] as? Int == 1)
    let input = try #require((summary["inputs"] as? [[String: Any]])?.first)
    #expect(input["certainty"] as? String == "told")
    let columns = try #require(input["columns"] as? [[String: Any]])
    #expect(columns.map { $0["role"] as? String } == ["mmsi", "time", "lat", "lon", "name", "imo", "type", nil])
    let look = try #require(summary["look"] as? [String: Any])
    let fleet = try #require(look["fleet"] as? [String: Any])
    #expect(fleet["named"] as? Int == 2 && fleet["with_imo"] as? Int == 1)
    #expect((fleet["flags"] as? [[String: Any]])?.map { $0["flag"] as? String } == ["CN", "DE"])
    #expect(fleet["types"] as? [String: Int] == ["cargo": 1, "fishing": 1])
    let intervals = try #require(look["intervals"] as? [String: Any])
    #expect(intervals["median_s"] as? Double == 60 && intervals["count"] as? Int == 127)
    let bins = try #require(intervals["bins"] as? [[String: Any]])
    #expect(bins.map { $0["count"] as? Int } == [0, 0, 126, 0, 0, 0, 1])
    let gaps = try #require(look["gaps"] as? [String: Any])
    let longest = try #require((gaps["longest"] as? [[String: Any]])?.first)
    #expect(longest["name"] as? String == "ANNA" && longest["from"] as? String == "2024-03-01T00:59:00Z")
    #expect(longest["to"] as? String == "2024-03-01T04:51:00Z")
    let activity = try #require(look["activity"] as? [String: Any])
    #expect((activity["positions"] as? [Int])?.reduce(0, +) == 129)
    let map = try #require(look["map"] as? [String: Any])
    #expect((map["lines"] as? [String])?.count ?? 0 > 20)
    #expect((look["areas"] as? [[String: Any]])?.isEmpty == false)
    #expect(look["doubts"] is [String: Any])
  }

  @Test("threads and a small memory change nothing but the seconds")
  func same() throws {
    let folder = try folder()
    func summary(_ options: [String]) throws -> [Substring] {
      let outcome = try Program.run(["inspect", "s.csv", "--json"] + Self.mapping + options, in: folder)
      #expect(outcome.code == 0)
      return outcome.text.split(separator: "\n").filter { !$0.contains("elapsed_s") }
    }
    let first = try summary(["--threads", "1"])
    #expect(try summary(["--threads", "5"]) == first && summary(["--memory", "1MB"]) == first)
  }
}
