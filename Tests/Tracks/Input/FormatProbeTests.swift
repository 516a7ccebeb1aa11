import TestSupport
import Testing
import Tracks

@Suite("Formats are found by content") struct FormatProbeTests {
  private func report(_ text: String, _ options: ReadOptions = ReadOptions()) throws -> InputReport {
    try TrackReader([.memory(name: "data", bytes: Array(text.utf8))], options: options).read().inputs[0]
  }

  @Test("a table is one by its header, a log by its sentences, and it is said how sure that is")
  func found() throws {
    let row = "219000001,2021-01-01T00:00:00,1,2\n"
    #expect(try report("mmsi,time,lat,lon\n" + row).certainty == .likely)
    let noaa = try report("MMSI,BaseDateTime,LAT,LON\n" + row)
    #expect(noaa.certainty == .certain && noaa.format == "marinecadastre")
    var options = ReadOptions()
    options.map = [.mmsi: "a", .time: "b", .latitude: "c", .longitude: "d"]
    #expect(try report("a,b,c,d\n" + row, options).certainty == .told)
    let sentence =
      MessageBits.tagBlock("c:1612325110")
      + MadeMessage.classB(mmsi: 219_000_001, latitude: 1, longitude: 1).sentences()[0]
    let log = try report("# a log\n\(sentence)\n")
    #expect(log.format == "nmea" && log.certainty == .certain)
    #expect(try report("time,message\n\(sentence)\n").certainty == .likely)
    options = ReadOptions()
    options.format = .sentences
    #expect(try report("noise\nnoise\nnoise\nnoise\n\(sentence)\n", options).certainty == .told)
  }

  @Test(
    "formats that are known and not read are refused with a way to read them",
    arguments: [
      ("PAR1\u{15}\u{4}", "duckdb"), ("ARROW1\0\0", "pipe"), ("<?xml version=\"1.0\"?><kml></kml>", "ogr2ogr"),
      ("<html></html>", "not GPX"), ("%PDF-1.4", "document"),
    ])
  func foreign(text: String, word: String) {
    let failure = #expect(throws: TracksError.self) { _ = try report(text) }
    #expect(failure?.description.contains(word) == true)
  }
}
