/// Numbers of the coastline file's format, which `Resources/ATTRIBUTION.md` describes.
enum CoastlineFormat {
  static let magic: [UInt8] = Array("WPC1".utf8)
  static let headerLength = 40
  static let ringLength = 24
  static let recordLength = 32
  static let checksumLength = 8
  /// A piece's flag: it begins a ring.
  static let firstFlag: UInt16 = 1
  /// A piece's flag: its edges are cuts through land, not coast.
  static let cutFlag: UInt16 = 4
}
