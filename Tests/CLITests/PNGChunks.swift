import Foundation

/// The chunks of a PNG by name, without any library.
struct PNGChunks {
  let names: [String]
  let contents: [String: Data]

  /// nil where the bytes are no whole PNG.
  init?(_ data: Data?) {
    guard let data, data.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    let bytes = [UInt8](data)
    var names: [String] = []
    var contents: [String: Data] = [:]
    var place = 8
    while place + 12 <= bytes.count {
      let length = PNGChunks.number(bytes[place..<place + 4])
      guard place + 12 + length <= bytes.count else { return nil }
      let name = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      names.append(name)
      contents[name, default: Data()] += Data(bytes[place + 8..<place + 8 + length])
      place += 12 + length
    }
    guard place == bytes.count, names.first == "IHDR", names.last == "IEND" else { return nil }
    self.names = names
    self.contents = contents
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

  private var header: [UInt8] { [UInt8](contents["IHDR"] ?? Data(count: 13)) }
  var width: Int { PNGChunks.number(header[0..<4]) }
  var height: Int { PNGChunks.number(header[4..<8]) }
  /// 2 is RGB, 3 palette, 6 RGBA.
  var colorType: UInt8 { header[9] }
}
