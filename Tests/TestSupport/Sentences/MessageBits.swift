/// The bits of an AIS message as a transmitter puts them together, the first sent in front.
package struct MessageBits: Sendable {
  private var bits: [Bool] = []

  /// The bits that every message begins with: its type, that it was not repeated, and who sends it.
  package init(type: Int, mmsi: Int) {
    add(type, 6)
    add(0, 2)
    add(mmsi, 30)
  }

  /// How many bits there are.
  package var count: Int { bits.count }

  /// Adds a number of so many bits, in two's complement where it is negative.
  package mutating func add(_ value: Int, _ length: Int) {
    for bit in stride(from: length - 1, through: 0, by: -1) { bits.append(value >> bit & 1 == 1) }
  }

  /// Adds a text of six-bit characters, filled up with `@`.
  package mutating func add(_ text: String, characters: Int) {
    var codes = text.utf8.map { Int($0) >= 64 ? Int($0) - 64 : Int($0) }
    while codes.count < characters { codes.append(0) }
    for code in codes.prefix(characters) { add(code, 6) }
  }

  /// Leaves out bits at the end.
  package mutating func removeLast(_ count: Int) { bits.removeLast(count) }

  /// The characters that stand for the bits, and how many bits at their end mean nothing.
  package var payload: (characters: String, fill: Int) {
    let fill = (6 - bits.count % 6) % 6
    let all = bits + [Bool](repeating: false, count: fill)
    var characters: [UInt8] = []
    for start in stride(from: 0, to: all.count, by: 6) {
      let sextet = all[start..<start + 6].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
      characters.append(UInt8(sextet < 40 ? sextet + 48 : sextet + 56))
    }
    return (String(decoding: characters, as: UTF8.self), fill)
  }

  /// The sentences of the message, of at most so many characters of payload each.
  package func sentences(
    talker: String = "AIVDM", sequence: Int = 1, channel: String = "A", most: Int = 60
  ) -> [String] {
    let (characters, fill) = payload
    let all = Array(characters.utf8)
    let pieces = stride(from: 0, to: max(all.count, 1), by: most).map { all[$0..<min($0 + most, all.count)] }
    return pieces.enumerated().map { place, piece in
      let number = pieces.count > 1 ? "\(sequence)" : ""
      let own = place == pieces.count - 1 ? fill : 0
      return Self.sentence(
        "\(talker),\(pieces.count),\(place + 1),\(number),\(channel),\(String(decoding: piece, as: UTF8.self)),\(own)")
    }
  }

  /// A sentence with its mark and checksum.
  package static func sentence(_ body: String, mark: String = "!") -> String { "\(mark)\(body)*\(checksum(body))" }

  /// A tag block with its checksum and its backslashes.
  package static func tagBlock(_ body: String) -> String { "\\\(body)*\(checksum(body))\\" }

  private static func checksum(_ body: String) -> String {
    let sum = body.utf8.reduce(0) { $0 ^ $1 }
    let digits = String(sum, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }
}
