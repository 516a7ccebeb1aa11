import Testing
import Tracks

@Suite("Tables of messages") struct MessageTypeTests {
  private static let header =
    "MMSI,Message_ID,Repeat_indicator,Time,Millisecond,Vessel_Name,Call_sign,IMO,Ship_Type,Draught,SOG,Longitude,Latitude,COG"

  @Test("a static message without a position says who its vessel is, and is no fault; a report without one is")
  func exactEarth() throws {
    let rows = [
      Self.header, "219000001,1,0,20210203_040510,120,,,,,,12.3,10.5,55.5,45.0",
      "219000001,5,0,20210203_040530,0,EVER SO,OXYZ,9074729,80,12.3,,,,",
      "219000001,1,0,20210203_040540,0,,,,,,12.3,,,45.0", "219000001,24,0,20210203T040550Z,0,EVER SO,,,,,,,,",
      "123,5,0,20210203_040530,0,NOBODY,,,,,,,,",
    ]
    var options = ReadOptions()
    options.keepsIdentity = true
    let text = rows.joined(separator: "\n")
    let result = try TrackReader([.memory(name: "a.csv", bytes: Array(text.utf8))], options: options).read()
    #expect(result.ledger.accepted == 3 && result.survey.fixes == 1)
    #expect(result.ledger.rejected(.badPosition) == 2)
    let identity = try #require(result.tracks.identity(ofMMSI: 219_000_001) as VesselIdentity?)
    #expect(identity.name == "EVER SO" && identity.imo == 9_074_729 && identity.type == .tanker)
    options.isStrict = true
    let failure = #expect(throws: TracksError.self) {
      _ = try TrackReader([.memory(name: "a.csv", bytes: Array(text.utf8))], options: options).read()
    }
    #expect(failure == .badRow(path: "a.csv", line: 4, reason: .badPosition))
  }

  @Test("a message of a base station, an aircraft or an aid is no vessel's, whatever its number")
  func stations() throws {
    let rows = [1, 4, 9, 11, 18, 21].map { "219000001,\($0),0,20210203_0405\(10 + $0),0,,,,,,12.3,10.5,55.5,45.0" }
    let found = try Reading(([Self.header] + rows).joined(separator: "\n"))
    #expect(
      found.rejected.map { "\($0.line) \($0.reason.rawValue) \($0.value)" } == [
        "3 not_a_vessel message 4", "4 not_a_vessel message 9", "7 not_a_vessel message 21",
      ])
    // A number of the message is no type of it.
    let numbered = (1...30).map { "\($0),219000001,2021-02-03T04:05:\(10 + $0),55.5,10.5" }
    #expect(try Reading((["msgid,mmsi,time,lat,lon"] + numbered).joined(separator: "\n")).ledger.accepted == 30)
    for blank in ["", " "] {
      let typed =
        (["mmsi,msgtype,time,lat,lon"] + [1, 4].map { blank + "219000001,\($0),2021-02-03T04:05:06,55.5,1.5" })
      #expect(try Reading(typed.joined(separator: "\n")).ledger.rejected(.notAVessel) == 1)
    }
  }

  @Test("a static message has no position, whatever stands for one")
  func filler() throws {
    let rows = [
      "219000001,5,0,20210203_040510,0,EVER SO,,,,,,0,0,", "219000001,1,0,20210203_040511,0,,,,,,,10.5,55.5,",
    ]
    let found = try Reading(([Self.header] + rows).joined(separator: "\n"))
    #expect(found.ledger.accepted == 2 && found.all.map(\.latitudeE7) == [555_000_000])
    for blank in ["", " "] {
      let usual = "mmsi,msgtype,time,lat,lon\n\(blank)219000001,24,2021-02-03T04:05:06,0.5,0.5\n"
      #expect(throws: TracksError.self) { _ = try Reading(usual) }
    }
  }

  @Test("milliseconds of a column of their own belong to the time")
  func milliseconds() throws {
    let rows = ["120", "", "7", "1000", "x"].enumerated().map {
      "219000001,1,0,20210203_04050\($0.offset),\($0.element),,,,,,12.3,10.5,55.5,45.0"
    }
    let found = try Reading(([Self.header] + rows).joined(separator: "\n"))
    #expect(found.all.map { $0.milliseconds % 10_000 } == [120, 1_000, 2_007, 3_000, 4_000])
    for blank in ["", " "] {
      let usual = "mmsi,millisecond,time,lat,lon\n\(blank)219000001,45,2021-02-03T04:05:06,55.5,10.5\n"
      #expect(try Reading(usual).all.map { $0.milliseconds % 10_000 } == [6_045])
    }
  }
}
