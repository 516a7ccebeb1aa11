import TestSupport

/// Rows of tables with fields spelt as they should be, as they may be, and as they must not be.
struct RowSpelling {
  var random: SeededGenerator

  private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }

  private mutating func digits(_ count: Int) -> String {
    var text = ""
    for _ in 0..<count { text += "\(Int.random(in: 0...9, using: &random))" }
    return text
  }

  private mutating func isRare() -> Bool { Int.random(in: 0..<12, using: &random) == 0 }

  private mutating func two(_ range: ClosedRange<Int>) -> String {
    let value = Int.random(in: range, using: &random)
    return value < 10 ? "0\(value)" : "\(value)"
  }

  mutating func mmsi() -> String {
    if isRare() {
      return pick([
        "", "0", "000000000", digits(7), digits(8), digits(10), "2190000010", "219000001.0", "219000001.5",
        "\"219000002\"", " 219000003", "219000004 ", "+219000001", "-19000001", "002190000", "992191234",
        "982191234", "970123456", "111219501", "200999999", "201000000", "775999999", "776000000",
        "8" + digits(8), "21900000x", "\"219000005", "219\"00006",
      ])
    }
    return "219" + digits(6)
  }

  mutating func time(dayFirst: Bool) -> String {
    let year = pick(["1970", "1999", "2000", "2020", "2021", "2024", "2108"])
    let (month, day) = (two(1...12), two(1...28))
    if isRare() {
      return pick([
        "", "2021-02-29 00:00:00", "2024-02-29T00:00:00", "2000-02-29 23:59:59", "1900-01-01 00:00:00",
        "2021-13-01 00:00:00", "2021-00-10 00:00:00", "2021-04-31 12:00:00", "2021-01-01 24:00:00",
        "2016-12-31T23:59:60", "2021-01-01T12:60:00", "2021-01-01T12:00:61", "2021-1-2 3:04:05",
        "2021-01-01T12:00", "2021-01-01", "2109-05-15 07:35:11", "2109-05-15 07:35:12", "9999-12-31 23:59:59",
        "1609459200", "1609459200123", "1609459200.5", "20210101T120000Z", "20210101_120000",
        "2021-01-01T12:00:00+02:00", "2021-01-01T12:00:00-0530", "2021-01-01T12:00:00.",
        "2021-01-01T12:00:00.1234567Z", "2021-01-01T12:00:00z", "2021/01/02 03:04:05", "03/04/2021 05:06:07",
        "31/02/2021 00:00:00", "29/02/2024 01:02:03", "\"2021-01-01T12:00:00\"", "2021-01-01x12:00:00",
        "2021-01-01T12-00-00", "2021-01-01T1:2:3", "2021-01-01 12:00:00 ", "2021-01-01T12:00:0",
        "2021-01-01T12:00:00ZZ", "2021-01-01T::::::::", "??????????T12:00:00",
      ])
    }
    let date = dayFirst ? "\(day)/\(month)/\(year)" : "\(year)-\(month)-\(day)"
    let clock = "\(two(0...23)):\(two(0...59)):\(two(0...59))"
    return date + pick(["T", " "]) + clock + pick(["", "", "", "Z", ".5", ".123", ".999Z", ".0004"])
  }

  /// A time as day and time of day; rarely the day beside the whole.
  mutating func parted(_ time: String) -> (day: String, clock: String) {
    guard let separator = time.firstIndex(where: { $0 == "T" || $0 == " " }) else { return ("", time) }
    let day = String(time[..<separator])
    return (day, isRare() ? time : String(time[separator...].dropFirst()))
  }

  mutating func degrees(limit: Int, comma: Bool) -> String {
    if isRare() {
      return pick([
        "", "90", "-90", "90.0000000", "90.0000001", "90.00000004", "90.00000005", "91", "180", "-180",
        "180.0000000", "180.0000001", "-180.0000001", "181", "1234.5", "+12.5", "-.5", ".5", "5.", "-", "-0",
        "-0.0000001", "1e1", "1.5E1", "1e", "12,5", "12.5 ", " 12.5", "\"12.5\"", "12.5N", "--5", "nan", "inf",
        "0x10", "007.5", "0000000007", "12.34567894999", "12.345678950", "-12.345678950", "12.99999999", "12..5",
        "12.5.5", "12. 5",
      ])
    }
    let sign = pick(["", "", "-"])
    let whole = Int.random(in: 0..<limit, using: &random)
    let places = Int.random(in: 0...9, using: &random)
    if places == 0 { return "\(sign)\(whole)" + pick(["", "."]) }
    return "\(sign)\(whole)" + (comma ? pick([".", ","]) : ".") + digits(places)
  }

  mutating func tenths(limit: Int) -> String {
    if isRare() {
      return pick([
        "", "", "102.2", "102.3", "102.24", "102.25", "359.9", "359.95", "360", "511", "-1", "+3.5", "1e1", "x",
        "0.05", "0.04", "0.049999", "999999999", "9999999999", "99999999999", "5.", ".5", "\"5.5\"", " 5", "5 ",
        "1.2.3",
      ])
    }
    return "\(Int.random(in: 0..<limit, using: &random))" + pick(["", ".", ".0", ".\(digits(1))", ".\(digits(3))"])
  }

  mutating func name() -> String {
    pick([
      "", "", "RAY \"CHIEF\" TONEY", "\"QUOTED; NAME, WITH ALL\"", "\"TWO \"\"INNER\"\" QUOTES\"", "ÆGIR",
      "\"OPEN", "CLOSED\"", "A B", "\"\"", "\"", "0",
    ])
  }

  mutating func mobileType() -> String {
    pick([
      "Class A", "Class A", "Class A", "Class B", "Base Station", "AtoN", "Unknown", "Undefined", "", "Class C",
      "Class", "\"Class A\"", "class a", "SAR Airborne", "Class A ",
    ])
  }

  /// The end of a row: whole, cut somewhere, or followed by something.
  mutating func ended(_ fields: [String], delimiter: String) -> String {
    var fields = fields
    if isRare() { fields.removeLast(Int.random(in: 0...fields.count, using: &random)) }
    if isRare() { fields.append(name()) }
    return fields.joined(separator: delimiter) + pick(["", "", "", "", "\r", " ", "\t\r"])
  }
}
