import Behaviour
import Geography
import Testing

@Suite("Who took part, and what they said of themselves")
struct ParticipantTests {
  /// Two ships alongside for four hours; the first's draught changes, and both are said to be something.
  private func sea(types: (Int, Int) = (80, 80)) -> SmallSearch {
    var sea = SmallSearch()
    for hour in 0..<8 {
      let draught = hour < 5 ? "12.5" : "9.5"
      // They lie together from minute 60 to 300, and far apart before and after.
      let apart = hour < 1 || hour > 4 ? 0.2 : 0.002
      sea.stay(
        211_000_001, minutes: hour * 60...hour * 60 + 59, 30, 150,
        "ALPHA,9074729,ABCD,\(types.0),180,32,\(draught)")
      sea.stay(
        273_000_002, minutes: hour * 60...hour * 60 + 59, 30 + apart, 150, "BETA,,EFGH,\(types.1),90,14,")
    }
    return sea
  }

  @Test("an encounter names its vessels, their flags and draughts, and the cargo that these speak of")
  func encounter() throws {
    let event = try #require(sea().events().first { $0.kind == .encounter })
    let vessel = event.vessels[0]
    #expect(vessel.name == "ALPHA" && vessel.imo == 9_074_729 && vessel.callSign == "ABCD" && vessel.type == "tanker")
    #expect(event.vessels.map { $0.flag?.alpha3 } == ["DEU", "RUS"])
    #expect(vessel.draughtBefore == 12.5)
    #expect(vessel.draughtAfter == 9.5)
    let volume = try #require(event.findings.volume)
    // 3 m x 180 m x 32 m x 0.8 x 1.025 / 0.85 / 0.158987 m³.
    #expect(abs(volume.best - 104_850) < 50)
    #expect(volume.low < volume.best && volume.best < volume.high)
  }

  @Test("no barrels are told of a freighter's draught", arguments: [70, 30])
  func freighter(type: Int) throws {
    let event = try #require(sea(types: (type, 80)).events().first { $0.kind == .encounter })
    #expect(event.vessels[0].draughtAfter == 9.5 && event.findings.volume == nil)
  }

  @Test("tows and pilots are left out, and reported, marked, where all are asked for", arguments: [31, 32, 52, 50])
  func trades(type: Int) throws {
    #expect(try !sea(types: (80, type)).events().contains { $0.kind == .encounter })
    var rules = DetectionRules()
    rules.reportsExcluded = true
    let event = try #require(sea(types: (80, type)).events(rules).first { $0.kind == .encounter })
    #expect(event.findings.exclusions == [type == 50 ? "pilot vessel" : "towing vessel"])
  }

  @Test(
    "a vessel of the watchlist is flagged by MMSI and by IMO number", arguments: ["mmsi\n211000001", "imo\n9074729"])
  func watchlist(list: String) throws {
    let watchlist = try Watchlist.read(Array(list.utf8), path: "w.csv")
    let event = try #require(sea().events(watchlist: watchlist).first { $0.kind == .encounter })
    #expect(event.vessels.map(\.isWatchlisted) == [true, false])
  }

  @Test("another name under one MMSI is a change; to and fro is one change; blanks and signs are none")
  func names() throws {
    var sea = SmallSearch()
    for (minute, name) in ["PEI YUH NO.6", "PEIYUH NO6", "OTHER", "PEI YUH NO.6", "OTHER", "THIRD"].enumerated() {
      sea.add(211_000_001, Double(minute), 30, 150, "\(name),,,,,,")
    }
    let changes = try sea.events().filter { $0.kind == .identityChange }
    #expect(changes.map(\.findings.after) == ["OTHER", "THIRD"])
    #expect(changes.map(\.findings.changedField) == ["name", "name"])
    #expect(changes.first?.findings.reasons == ["changed 3 times between the two"])
  }

  @Test("one IMO number under two MMSI is a change of MMSI, or of the flag where that differs too")
  func shared() throws {
    for (second, field) in [(211_000_009, "mmsi"), (273_000_009, "flag")] {
      var sea = SmallSearch()
      sea.add(211_000_001, 0, 30, 150, "ALPHA,9074729,,,,,")
      sea.add(second, 50, 31, 150, "BETA,9074729,,,,,")
      let changes = try sea.events().filter { $0.kind == .identityChange }
      #expect(changes.map(\.findings.changedField) == [field])
      #expect(changes.first?.vessels.map(\.mmsi) == [211_000_001, UInt32(second)])
    }
  }
}
