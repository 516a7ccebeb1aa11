/// A point as a GeoPackage keeps it (OGC 12-128r18, 2.1.3): a header, then well-known binary.
struct GeoPackagePoint {
  /// Degrees east.
  let longitude: Double
  /// Degrees north.
  let latitude: Double

  /// Reads a blob; nil for what is no point, or an empty one.
  init?(_ blob: [UInt8]) {
    guard blob.count >= 8, blob[0] == UInt8(ascii: "G"), blob[1] == UInt8(ascii: "P") else { return nil }
    let flags = blob[3]
    let envelopes = [0, 32, 48, 48, 64]
    let kind = Int(flags >> 1 & 7)
    // Bit 4 says that the geometry is empty.
    guard kind < envelopes.count, flags & 0x10 == 0 else { return nil }
    let start = 8 + envelopes[kind]
    guard blob.count >= start + 21 else { return nil }
    let isLittle = blob[start] == 1
    func word(_ offset: Int, _ count: Int) -> UInt64 {
      let bytes = blob[(start + offset)..<(start + offset + count)]
      return (isLittle ? Array(bytes.reversed()) : Array(bytes)).reduce(0) { $0 << 8 | UInt64($1) }
    }
    // 1 is a point; thousands say that it has a height, a measure or both.
    guard word(1, 4) % 1_000 == 1, word(1, 4) < 4_000 else { return nil }
    longitude = Double(bitPattern: word(5, 8))
    latitude = Double(bitPattern: word(13, 8))
    guard longitude.isFinite, latitude.isFinite else { return nil }
  }
}
