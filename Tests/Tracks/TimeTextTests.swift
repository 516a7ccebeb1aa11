import Foundation
import TestSupport
import Testing
import Tracks

@Suite("Instants") struct TimeTextTests {
  private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  @Test("every spelling of an instant means what the system's calendar says")
  func oracle() throws {
    var calendar = Foundation.Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var random = SeededGenerator(seed: 5)
    for _ in 0..<4_000 {
      let seconds = Int64.random(in: 0..<4_398_046_511, using: &random)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second], from: Date(timeIntervalSince1970: Double(seconds)))
      let (year, month, day) = (parts.year ?? 0, two(parts.month ?? 0), two(parts.day ?? 0))
      let (hour, minute, second) = (two(parts.hour ?? 0), two(parts.minute ?? 0), two(parts.second ?? 0))
      let clock = "\(hour):\(minute):\(second)"
      let iso = "\(year)-\(month)-\(day)T\(clock)"
      #expect(TimeText.iso(seconds * 1_000) == iso + "Z")
      let spellings = [
        iso, iso + "Z", "\(year)-\(month)-\(day) \(clock)", "\(year)/\(month)/\(day)  \(clock) UTC", iso + "+00:00",
        "\(year)\(month)\(day)T\(hour)\(minute)\(second)Z", "\(year)\(month)\(day)_\(hour)\(minute)\(second)",
        "\(year)\(month)\(day)T\(clock)Z", "\(year)\(month)\(day) \(clock)",
        "\(year)\(month)\(day)\(hour)\(minute)\(second)", iso + ".0",
      ]
      for spelling in spellings {
        #expect(TimeText.milliseconds(spelling) == seconds * 1_000, "\(spelling)")
      }
      #expect(TimeText.milliseconds(iso + ".0379Z") == seconds * 1_000 + 37, "\(iso)")
      #expect(TimeText.milliseconds(iso + "+05:30") == (seconds - 19_800) * 1_000, "\(iso)")
      #expect(TimeText.milliseconds(iso + "-0930") == (seconds + 34_200) * 1_000, "\(iso)")
      let dayFirst = "\(day)/\(month)/\(year) \(clock)"
      #expect(TimeText.milliseconds(dayFirst.utf8, slashDates: .dayFirst) == seconds * 1_000, "\(dayFirst)")
      let monthFirst = "\(month)/\(day)/\(year) \(clock)"
      #expect(TimeText.milliseconds(monthFirst.utf8, slashDates: .monthFirst) == seconds * 1_000, "\(monthFirst)")
      #expect(TimeText.milliseconds(dayFirst) == nil && TimeText.milliseconds(dayFirst.utf8, slashDates: .auto) == nil)
    }
  }

  @Test("UNIX times are told apart by their length")
  func unix() {
    #expect(TimeText.milliseconds("1609459200") == 1_609_459_200_000)
    #expect(TimeText.milliseconds("999999999") == 999_999_999_000)
    #expect(TimeText.milliseconds("1609459200.25") == 1_609_459_200_250)
    #expect(TimeText.milliseconds("1.6094592005e+09") == 1_609_459_200_500)
    #expect(TimeText.milliseconds("1.609459e+09") == nil, "rounded to the hour it may be")
    #expect(TimeText.milliseconds("1609459200123") == 1_609_459_200_123)
    #expect(TimeText.milliseconds("1609459200123456") == 1_609_459_200_123)
    #expect(TimeText.milliseconds("1609459200123456789") == 1_609_459_200_123)
    #expect(TimeText.milliseconds("9999999999999999999") == nil)
  }

  @Test("what is no instant is none")
  func refused() {
    for text in [
      "", " ", "now", "2021", "2021-02-29", "1900-02-29", "2021-00-01", "2021-13-01", "2021-01-00", "2021-06-31",
      "2021-01-01T24:00:00", "2021-01-01T12:60:00", "2021-01-01T12:00:61", "2021-01-01T12:00:00+15:00",
      "2021-01-01T12:00:00 CET", "2021-01-01T12:00:00Z0", "20211301", "2021010", "20210101T1200", "-1609459200",
      "1609459200x", "12345678901", "01/02/2021",
    ] {
      #expect(TimeText.milliseconds(text) == nil, "\(text)")
    }
    #expect(TimeText.milliseconds("2000-02-29") == 951_782_400_000)
    #expect(TimeText.milliseconds("2016-12-31T23:59:60Z") == TimeText.milliseconds("2017-01-01T00:00:00Z"))
    #expect(TimeText.iso(-1) == "1969-12-31T23:59:59.999Z")
  }

  @Test("the calendar takes each day to its date and back")
  func calendar() {
    var before = (year: 1599, month: 12, day: 31)
    for days in -135_140...200_000 {
      let date = Tracks.Calendar.date(days: days)
      #expect(Tracks.Calendar.days(year: date.year, month: date.month, day: date.day) == days)
      let isNext =
        (date.year, date.month, date.day) == (before.year, before.month, before.day + 1)
        || (date.day == 1 && date.year * 12 + date.month == before.year * 12 + before.month + 1)
      #expect(isNext, "day \(days)")
      before = date
    }
  }
}
