/// A zip archive whose members are stored as they are (APPNOTE 6.3, 4.3).
package enum StoredZip {
  /// The bytes of an archive of members.
  package static func bytes(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
    var (archive, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, content) in members {
      let offset = archive.count
      let common =
        words([20, 0, 0, 0, 0x21]) + long(crc(content)) + long(UInt32(content.count)) + long(UInt32(content.count))
        + words([UInt16(name.utf8.count), 0])
      archive += long(0x0403_4B50) + common + Array(name.utf8) + content
      directory += long(0x0201_4B50) + words([20]) + common + words([0, 0, 0]) + long(0) + long(UInt32(offset))
      directory += Array(name.utf8)
    }
    let count = UInt16(members.count)
    return archive + directory + long(0x0605_4B50) + words([0, 0, count, count]) + long(UInt32(directory.count))
      + long(UInt32(archive.count)) + words([0])
  }

  private static func words(_ values: [UInt16]) -> [UInt8] { values.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }

  private static func long(_ value: UInt32) -> [UInt8] { words([UInt16(value & 0xFFFF), UInt16(value >> 16)]) }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 != 0 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
