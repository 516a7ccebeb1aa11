/// A TrueType font of a few letters, each a square on the baseline, written table by table (OpenType 1.9).
package struct SmallFont {
  /// Font units to the em.
  package var unitsPerEm = 1000
  /// The letters, rising, and the side of each one's square in font units; the pen moves on by 100 more.
  package var letters: [(scalar: Unicode.Scalar, side: Int)]
  /// The family's name.
  package var family = "Small"

  /// A font of some letters.
  package init(_ letters: [(scalar: Unicode.Scalar, side: Int)], unitsPerEm: Int = 1000, family: String = "Small") {
    self.letters = letters.sorted { $0.scalar < $1.scalar }
    self.unitsPerEm = unitsPerEm
    self.family = family
  }

  /// The file.
  package var bytes: [UInt8] { SmallFont.file(tables, at: 0) }

  /// A collection of fonts.
  package static func collection(_ fonts: [SmallFont]) -> [UInt8] {
    var offset = 12 + 4 * fonts.count
    var header = Array("ttcf".utf8) + half(1) + half(0) + whole(fonts.count)
    var files: [UInt8] = []
    for font in fonts {
      header += whole(offset)
      let file = file(font.tables, at: offset)
      files += file
      offset += file.count
    }
    return header + files
  }

  private static func half(_ value: Int) -> [UInt8] { [UInt8(value >> 8 & 255), UInt8(value & 255)] }
  private static func whole(_ value: Int) -> [UInt8] { half(value >> 16) + half(value) }

  private static func file(_ tables: [(tag: String, bytes: [UInt8])], at start: Int) -> [UInt8] {
    var directory = whole(0x10000) + half(tables.count) + half(0) + half(0) + half(0)
    var offset = start + 12 + 16 * tables.count
    var body: [UInt8] = []
    for (tag, bytes) in tables {
      directory += Array(tag.utf8) + whole(0) + whole(offset) + whole(bytes.count)
      let padding = (4 - bytes.count % 4) % 4
      body += bytes + [UInt8](repeating: 0, count: padding)
      offset += bytes.count + padding
    }
    return directory + body
  }

  private var tables: [(tag: String, bytes: [UInt8])] {
    let (half, whole) = (SmallFont.half, SmallFont.whole)
    let count = letters.count + 1
    var glyf: [UInt8] = []
    var loca = whole(0) + whole(0)
    for letter in letters {
      let side = letter.side
      // One contour of four points on the curve, each with two-byte steps.
      glyf += half(1) + half(0) + half(0) + half(side) + half(side) + half(3) + half(0) + [1, 1, 1, 1]
      glyf += [0, 0, side, 0].flatMap(half)
      glyf += [0, side, 0, 65_536 - side].flatMap(half)
      glyf += [UInt8](repeating: 0, count: (4 - glyf.count % 4) % 4)
      loca += whole(glyf.count)
    }
    let groups = letters.enumerated().flatMap { number, letter in
      whole(Int(letter.scalar.value)) + whole(Int(letter.scalar.value)) + whole(number + 1)
    }
    let cmap =
      half(0) + half(1) + half(3) + half(10) + whole(12) + half(12) + half(0) + whole(16 + groups.count)
      + whole(0) + whole(letters.count) + groups
    let head =
      whole(0x10000) + whole(0x10000) + whole(0) + whole(0x5F0F_3CF5) + half(0) + half(unitsPerEm)
      + [UInt8](repeating: 0, count: 16) + half(0) + half(0) + half(unitsPerEm) + half(unitsPerEm) + half(0) + half(8)
      + half(2) + half(1) + half(0)
    let hhea =
      whole(0x10000) + half(unitsPerEm * 4 / 5) + half(65_536 - unitsPerEm / 5) + [UInt8](repeating: 0, count: 26)
      + half(count)
    let name = Array(family.utf8)
    return [
      ("cmap", cmap), ("glyf", glyf), ("head", head), ("hhea", hhea),
      ("hmtx", half(500) + half(0) + letters.flatMap { half($0.side + 100) + half(0) }), ("loca", loca),
      ("maxp", whole(0x10000) + half(count) + half(4) + half(1) + [UInt8](repeating: 0, count: 22)),
      (
        "name", half(0) + half(1) + half(18) + half(1) + half(0) + half(0) + half(1) + half(name.count) + half(0) + name
      ),
    ]
  }
}
