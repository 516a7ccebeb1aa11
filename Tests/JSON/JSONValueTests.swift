import TestSupport
import Testing

import JSON

@Suite("JSON text is read strictly and written the same each time")
struct JSONValueTests {
  private func parse(_ text: String) throws(JSONError) -> JSONValue {
    try JSONValue(parsing: Array(text.utf8))
  }

  @Test("keys stay in their order, plain and pretty")
  func order() {
    let value: JSONValue = ["z": 1, "a": [true, nil, 0.1], "m": [:], "n": []]
    #expect(value.text() == #"{"z":1,"a":[true,null,0.1],"m":{},"n":[]}"#)
    #expect(
      value.text(pretty: true) == """
        {
          "z": 1,
          "a": [
            true,
            null,
            0.1
          ],
          "m": {},
          "n": []
        }
        """)
  }

  @Test("numbers keep every digit, and what is not finite is null")
  func numbers() throws {
    #expect(JSONValue.integer(.min).text() == "-9223372036854775808")
    #expect(JSONValue.unsigned(.max).text() == "18446744073709551615")
    #expect(JSONValue.number(.infinity).text() == "null")
    #expect(JSONValue.number(.nan).text() == "null")
    var random = SeededGenerator(seed: 11)
    for _ in 0..<5000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(try parse(JSONValue.number(value).text()).double == value)
    }
    #expect(try parse("-0").double?.sign == .minus)
    #expect(try parse("9223372036854775807") == .integer(.max))
    #expect(try parse("9223372036854775808") == .unsigned(1 << 63))
    #expect(try parse("18446744073709551616") == .number(18446744073709551616))
    #expect(try parse("1e2") == .number(100))
  }

  @Test("every character that needs it is escaped, and all come back")
  func characters() throws {
    #expect(
      JSONValue.string("\u{0}\u{1F}\"\\\n\r\t\u{7F}/é🚢").text() == #""\u0000\u001f\"\\\n\r\t\u007f/é🚢""#)
    #expect(try parse(#""\ud83d\uDEA2\/\b\f""#) == "🚢/\u{8}\u{C}")
    var random = SeededGenerator(seed: 12)
    for _ in 0..<500 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<20 {
        let limit: UInt32 = [0x80, 0x3000, 0x110000][Int.random(in: 0..<3, using: &random)]
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) {
          scalars.append(scalar)
        }
      }
      let text = String(scalars)
      let back = try parse(JSONValue.string(text).text()).string
      #expect(back.map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test("a value that is written and read is the same value", arguments: 0..<20 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let value = Self.randomValue(depth: 5, using: &random)
    #expect(try parse(value.text()) == value)
    #expect(try parse(value.text(pretty: true)) == value)
  }

  @Test(
    "what RFC 8259 does not allow is refused",
    arguments: [
      "", " ", "{", "[", "[1,]", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "01", "1.", ".5", "-", "+1", "1e", "1e+",
      "0x1", "NaN",
      "Infinity", "1e999", "tru", "truee", "nul", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\\ud800\"",
      "\"\\udc00\"",
      "\"\\ud800\\u0041\"", "\"\u{1}\"", "1 2", "[1 2]", "{\"a\":1,\"a\":2}", "'a'", "// c", "\u{FEFF}1",
      "--1", "1-2",
    ])
  func refused(text: String) {
    #expect(throws: JSONError.self) { try parse(text) }
  }

  @Test("bytes that are not UTF-8 are refused, and the place is told")
  func notUTF8() {
    #expect(throws: JSONError(offset: 4, reason: "not UTF-8")) {
      try JSONValue(parsing: [0x22, 0x61, 0xC3, 0x28, 0x22])
    }
  }

  @Test("a hundred thousand brackets are an error, not a crash")
  func depth() throws {
    let bottomless = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try parse(bottomless) }
    let nested = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(try parse(nested).elements?.count == 1)
  }

  @Test("no beginning of an object is JSON, and changed bytes never crash the reader")
  func fuzz() throws {
    let text = Array(#"{"a":[1,-2.5e3,"x\u00e9\n",true,null],"b":{"c":18446744073709551615}}"#.utf8)
    for count in 0..<text.count {
      #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text[..<count])) }
    }
    var random = SeededGenerator(seed: 13)
    var errors = 0
    for _ in 0..<20_000 {
      var changed = text
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        changed[Int.random(in: 0..<text.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do throws(JSONError) {
        let value = try JSONValue(parsing: changed)
        #expect(try JSONValue(parsing: Array(value.text().utf8)) == value)
      } catch {
        errors += 1
      }
    }
    #expect(errors > 10_000 && errors < 20_000)
  }

  @Test("members are found by key and numbers by what they can be")
  func access() throws {
    let value = try parse(#"{"n":3,"d":2.5,"s":"t","a":[1]}"#)
    #expect(value["n"]?.int == 3 && value["n"]?.double == 3)
    #expect(value["d"]?.int == nil && value["d"]?.double == 2.5)
    #expect(value["s"]?.string == "t" && value["a"]?.elements == [1] && value["x"] == nil)
    #expect(JSONValue.unsigned(.max).int == nil)
  }

  private static func randomValue(depth: Int, using random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: .null
    case 1: .bool(Bool.random(using: &random))
    case 2: .integer(Int64.random(in: .min ... .max, using: &random))
    case 3: .unsigned(UInt64.random(in: 1 << 63 ... .max, using: &random))
    case 4: .number(Double.random(in: -1e9...1e9, using: &random))
    case 5: .string("t\(Int.random(in: 0..<1000, using: &random))\n\"")
    case 6:
      .array(
        (0..<Int.random(in: 0..<6, using: &random)).map { _ in randomValue(depth: depth - 1, using: &random) }
      )
    default:
      .object(
        (0..<Int.random(in: 0..<6, using: &random)).map {
          ("key \($0)", randomValue(depth: depth - 1, using: &random))
        })
    }
  }
}
