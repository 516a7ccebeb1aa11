/// The file `ports.bin` of `Resources/`: the ports of the World Port Index.
///
/// Little-endian. The letters `WPP1`; UInt32, the number of ports; for each Int32 latitude and longitude in whole 1e-5
/// degrees, two ASCII letters of ISO 3166-1, UInt8 length of the name, the name in UTF-8.
package enum PortTable {
  private static let headerLength = 8
  private static let recordLength = 11

  /// The ports of the file's bytes, in its order: by country, then name; the bytes come from the program itself and
  /// are trusted beyond the header.
  package static func ports(in bytes: UnsafeRawBufferPointer) -> [Port] {
    precondition(bytes.count >= headerLength && bytes.starts(with: Array("WPP1".utf8)))
    func word(_ offset: Int) -> Int32 {
      Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self))
    }
    let count = Int(word(4))
    var ports: [Port] = []
    ports.reserveCapacity(count)
    var at = headerLength
    for _ in 0..<count {
      let nameStart = at + recordLength
      let nameEnd = nameStart + Int(bytes[at + 10])
      ports.append(
        Port(
          name: String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self),
          countryCode: String(decoding: bytes[at + 8..<at + 10], as: UTF8.self),
          place: Coordinate(latitude: Double(word(at)) / 100_000, longitude: Double(word(at + 4)) / 100_000)))
      at = nameEnd
    }
    return ports
  }
}
