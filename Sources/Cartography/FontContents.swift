import CFreeType
import Raster

/// What one pass of FreeType over a font file finds, in font units.
struct FontContents {
  var unitsPerEm = 0.0
  var ascent = 0.0
  var descent = 0.0
  var glyphs: [Glyph] = []
  var glyphOfScalar: [UInt32: Int] = [:]
  /// The bytes of the `kern` table, empty where there is none.
  var kerning: [UInt8] = []

  /// Opens, reads and closes the font.
  init(_ file: UnsafeRawBufferPointer) throws(CartographyError) {
    let bytes = file.assumingMemoryBound(to: FT_Byte.self)
    var library: FT_Library?
    var code = FT_Init_FreeType(&library)
    guard code == 0 else { throw .unreadableTypeface(code: Int(code)) }
    defer { FT_Done_FreeType(library) }
    var opened: FT_Face?
    code = FT_New_Memory_Face(library, bytes.baseAddress, FT_Long(bytes.count), 0, &opened)
    guard code == 0, let face = opened else { throw .unreadableTypeface(code: Int(code)) }
    defer { FT_Done_Face(face) }
    guard face.pointee.units_per_EM > 0 else {
      throw .unreadableTypeface(code: Int(FT_Err_Unknown_File_Format))
    }
    unitsPerEm = Double(face.pointee.units_per_EM)
    ascent = Double(face.pointee.ascender)
    descent = -Double(face.pointee.descender)
    readCharacters(face)
    readGlyphs(face)
    readKerning(face)
    addRaisedMinus()
  }

  /// Top of a letter's outline, nil where the font has no such letter.
  func height(of letter: Unicode.Scalar) -> Double? {
    guard let index = glyphOfScalar[letter.value] else { return nil }
    return glyphs[index].outline.points.map(\.y).max()
  }

  private mutating func readCharacters(_ face: FT_Face) {
    var index: FT_UInt = 0
    var character = FT_Get_First_Char(face, &index)
    while index != 0 {
      glyphOfScalar[UInt32(character)] = Int(index)
      character = FT_Get_Next_Char(face, character, &index)
    }
  }

  private mutating func readGlyphs(_ face: FT_Face) {
    let needed = Set(glyphOfScalar.values)
    let count = Int(face.pointee.num_glyphs)
    glyphs = Array(repeating: Glyph(outline: Path(), advance: 0), count: count)
    var pen = FT_Outline_Funcs(
      move_to: { to, path in
        FontContents.with(to, path) { $0.move(to: $1) }
      },
      line_to: { to, path in
        FontContents.with(to, path) { $0.line(to: $1) }
      },
      conic_to: { control, to, path in
        guard let control else { return 1 }
        return FontContents.with(to, path) { $0.quad(to: $1, control: FontContents.point(control.pointee)) }
      },
      cubic_to: { first, second, to, path in
        guard let first, let second else { return 1 }
        return FontContents.with(to, path) {
          $0.cubic(
            to: $1, control1: FontContents.point(first.pointee), control2: FontContents.point(second.pointee))
        }
      },
      shift: 0, delta: 0)
    for index in 0..<count where needed.contains(index) {
      guard FT_Load_Glyph(face, FT_UInt(index), FT_Int32(FT_LOAD_NO_SCALE)) == 0,
        let slot = face.pointee.glyph
      else { continue }
      var outline = Path()
      if slot.pointee.format == FT_GLYPH_FORMAT_OUTLINE, slot.pointee.outline.n_points > 0 {
        withUnsafeMutablePointer(to: &outline) {
          _ = FT_Outline_Decompose(&slot.pointee.outline, &pen, UnsafeMutableRawPointer($0))
        }
      }
      glyphs[index] = Glyph(outline: outline, advance: Double(slot.pointee.metrics.horiAdvance))
    }
  }

  /// Makes U+207B, which powers of ten need and few fonts have, from the minus at the height of a raised two.
  private mutating func addRaisedMinus() {
    guard glyphOfScalar[0x207B] == nil, let minus = glyphOfScalar[0x2212], let two = glyphOfScalar[0xB2],
      let bounds = glyphs[two].outline.bounds, let line = glyphs[minus].outline.bounds
    else { return }
    let scale = 0.6
    let raise = (bounds.min.y + bounds.max.y) / 2 - scale * (line.min.y + line.max.y) / 2
    glyphOfScalar[0x207B] = glyphs.count
    glyphs.append(
      Glyph(
        outline: glyphs[minus].outline.mapPoints { Point(x: $0.x * scale, y: $0.y * scale + raise) },
        advance: glyphs[minus].advance * scale))
  }

  private mutating func readKerning(_ face: FT_Face) {
    // FreeType trusts the 16-bit length of the subtable, which large tables overflow, and loses the pairs behind it.
    let tag = FT_ULong(0x6B65_726E)
    var length: FT_ULong = 0
    guard FT_Load_Sfnt_Table(face, tag, 0, nil, &length) == 0, length > 0 else { return }
    var table = [UInt8](repeating: 0, count: Int(length))
    if FT_Load_Sfnt_Table(face, tag, 0, &table, &length) == 0 { kerning = table }
  }

  private static func point(_ vector: FT_Vector) -> Point {
    Point(x: Double(vector.x), y: Double(vector.y))
  }

  private static func with(
    _ to: UnsafePointer<FT_Vector>?, _ path: UnsafeMutableRawPointer?, _ step: (inout Path, Point) -> Void
  ) -> Int32 {
    guard let to, let path else { return 1 }
    step(&path.assumingMemoryBound(to: Path.self).pointee, point(to.pointee))
    return 0
  }
}
