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
}
