import Testing
import Tracks

@Suite("Which way round dates are") struct DateOrderTests {
  private func table(_ dates: [String]) -> String {
    "mmsi,time,lat,lon\n" + dates.map { "219000001,\($0),1,2\n" }.joined()
  }

  private func first(_ dates: [String]) throws -> String? {
    try Reading(table(dates)).all.last.map { TimeText.iso($0.milliseconds) }
  }

  @Test("a day beyond the twelfth anywhere in the file tells for all of it")
  func told() throws {
    #expect(try first(["03/04/2021 10:00", "13/04/2021 00:00"]) == "2021-04-13T00:00:00Z")
    #expect(try first(["03/04/2021 10:00", "04/13/2021 00:00"]) == "2021-04-13T00:00:00Z")
    #expect(try first(["03-04-2021", "13-04-2021"]) == "2021-04-13T00:00:00Z")
    #expect(try first(["4/3/2021 1:05:09 PM", "4/13/2021 12:00 AM"]) == "2021-04-13T00:00:00Z")
    let days = "mmsi,date,time,lat,lon\n219000001,03/04/2021,10:00,1,2\n219000001,13/04/2021,00:00,1,2\n"
    #expect(try Reading(days).all.last.map { TimeText.iso($0.milliseconds) } == "2021-04-13T00:00:00Z")
    // Beyond the first chunk, which is a megabyte.
    let many = [String](repeating: "03/04/2021 10:00:00", count: 40_000) + ["13/04/2021 00:00:00"]
    #expect(try first(many) == "2021-04-13T00:00:00Z")
  }

  @Test("dates that may be either way round are refused with a sentence, unless --time-format says")
  func ambiguous() throws {
    let failure = sentence(table(["03/04/2021 10:00", "05/06/2021 10:00"]))
    #expect(failure?.contains("has dates such as 03/04/2021 that may be day or month first") == true)
    #expect(failure?.contains("--time-format dmy or mdy") == true)
    var options = ReadOptions()
    options.timeFormat = .monthFirst
    #expect(
      try Reading(table(["03/04/2021 10:00"]), options).all.map { TimeText.iso($0.milliseconds) } == [
        "2021-03-04T10:00:00Z"
      ])
    for dates in [["13/04/2021 10:00", "04/14/2021 10:00"], ["04/14/2021 10:00", "05/06/2021", "13/04/2021 10:00"]] {
      #expect(sentence(table(dates))?.contains("has dates both ways round, such as \(dates[0].prefix(10))") == true)
    }
  }

  @Test("dates of which day and month are the same number need nobody to say which is which")
  func same() throws {
    #expect(try first(["07/07/2023 10:00", "08/08/2023"]) == "2023-08-08T00:00:00Z")
    #expect(sentence(table(["07/07/2023 10:00", "07/08/2023"]))?.contains("07/08/2023 that may be") == true)
    let many = [String](repeating: "07/07/2023 10:00:00", count: 40_000)
    #expect(try first(many + ["08/08/2023"]) == "2023-08-08T00:00:00Z")
    #expect(sentence(table(many + ["07/08/2023"]))?.contains("07/08/2023 that may be") == true)
    #expect(try first(many + ["07/13/2023"]) == "2023-07-13T00:00:00Z")
  }
}
