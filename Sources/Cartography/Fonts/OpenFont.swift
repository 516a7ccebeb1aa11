import CFreeType
import Raster

/// A font file that FreeType holds open, and what was read of it so far, in font units.
struct OpenFont: ~Copyable {
  private let library: FT_Library
  private let face: FT_Face
  /// FreeType reads from it as long as the face is open; nil for a file that the program carries.
  private let copy: UnsafeMutableRawBufferPointer?
  /// By scalar; nil for one that the font does not have.
  private var letters: [UInt32: Letter?] = [:]

  /// A glyph and its number in the file.
  struct Letter {
    var index: Int
    var glyph: Glyph
  }

  /// Opens a file; of a collection the first face, or the first whose family's name ends with `region`, such as "KR".
  init(_ source: FontSource, region: String?) throws(CartographyError) {
    var bytes = source.bytes
    var copy: UnsafeMutableRawBufferPointer?
    if case .bytes(let file) = source {
      let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: file.count, alignment: 16)
      memory.copyBytes(from: file)
      copy = memory
      bytes = UnsafeRawBufferPointer(memory)
    }
    do throws(CartographyError) {
      (library, face) = try OpenFont.open(bytes, region: region)
    } catch {
      copy?.deallocate()
      throw error
    }
    self.copy = copy
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
    copy?.deallocate()
  }

  /// Font units to the em.
  var unitsPerEm: Double { Double(face.pointee.units_per_EM) }
  /// Height of the tallest letters above the baseline.
  var ascent: Double { Double(face.pointee.ascender) }
  /// Depth of the lowest letters below the baseline, positive.
  var descent: Double { -Double(face.pointee.descender) }

  /// A scalar's letter, nil where the font has none or its outline cannot be read.
  mutating func letter(_ scalar: UInt32) -> Letter? {
    if let known = letters[scalar] { return known }
    let number = FT_Get_Char_Index(face, FT_ULong(scalar))
    var letter: Letter?
    if number != 0 {
      letter = glyph(number).map { Letter(index: Int(number), glyph: $0) }
    } else if scalar == 0x207B {
      letter = raisedMinus()
    }
    letters[scalar] = .some(letter)
    return letter
  }

  /// The bytes of the `kern` table, empty where there is none.
  ///
  /// FreeType trusts the 16-bit length of the subtable, which large tables overflow, and loses the pairs behind it.
  func kerning() -> [UInt8] {
    let tag = FT_ULong(0x6B65_726E)
    var length: FT_ULong = 0
    guard FT_Load_Sfnt_Table(face, tag, 0, nil, &length) == 0, length > 0, length < 1 << 24 else { return [] }
    var table = [UInt8](repeating: 0, count: Int(length))
    return FT_Load_Sfnt_Table(face, tag, 0, &table, &length) == 0 ? table : []
  }

  private static func open(
    _ bytes: UnsafeRawBufferPointer, region: String?
  ) throws(CartographyError) -> (FT_Library, FT_Face) {
    var opened: FT_Library?
    let code = FT_Init_FreeType(&opened)
    guard code == 0, let library = opened else { throw .unreadableTypeface(code: Int(code)) }
    do throws(CartographyError) {
      let first = try face(library, bytes, 0)
      guard let region, first.pointee.num_faces > 1 else { return (library, first) }
      for number in 1..<min(first.pointee.num_faces, 64) {
        guard let other = try? face(library, bytes, number) else { continue }
        if let name = other.pointee.family_name, String(cString: name).hasSuffix(" " + region) {
          FT_Done_Face(first)
          return (library, other)
        }
        FT_Done_Face(other)
      }
      return (library, first)
    } catch {
      FT_Done_FreeType(library)
      throw error
    }
  }

  private static func face(
    _ library: FT_Library, _ bytes: UnsafeRawBufferPointer, _ number: FT_Long
  ) throws(CartographyError) -> FT_Face {
    var opened: FT_Face?
    let start = bytes.assumingMemoryBound(to: FT_Byte.self).baseAddress
    let code = FT_New_Memory_Face(library, start, FT_Long(bytes.count), number, &opened)
    guard code == 0, let face = opened else { throw .unreadableTypeface(code: Int(code)) }
    // Pictures of letters do not scale; a font without Unicode names no letter; and OpenType's em has 16 to 16,384 units.
    let isScalable = face.pointee.face_flags & FT_Long(FT_FACE_FLAG_SCALABLE) != 0
    guard isScalable, face.pointee.charmap != nil, face.pointee.charmap.pointee.encoding == FT_ENCODING_UNICODE,
      (16...16_384).contains(face.pointee.units_per_EM)
    else {
      FT_Done_Face(face)
      throw .unreadableTypeface(code: Int(FT_Err_Unknown_File_Format))
    }
    return face
  }

  private func glyph(_ number: FT_UInt) -> Glyph? {
    guard FT_Load_Glyph(face, number, FT_Int32(FT_LOAD_NO_SCALE)) == 0, let slot = face.pointee.glyph else {
      return nil
    }
    var outline = Path()
    if slot.pointee.format == FT_GLYPH_FORMAT_OUTLINE, slot.pointee.outline.n_points > 0 {
      var pen = OpenFont.pen
      let code = withUnsafeMutablePointer(to: &outline) {
        FT_Outline_Decompose(&slot.pointee.outline, &pen, UnsafeMutableRawPointer($0))
      }
      guard code == 0 else { return nil }
    }
    return Glyph(outline: outline, advance: Double(slot.pointee.metrics.horiAdvance))
  }

  /// U+207B, which powers of ten need and few fonts have, from the minus at the height of a raised two.
  private mutating func raisedMinus() -> Letter? {
    guard let minus = letter(0x2212)?.glyph, let two = letter(0xB2)?.glyph, let bounds = two.outline.bounds,
      let line = minus.outline.bounds
    else { return nil }
    let scale = 0.6
    let raise = (bounds.min.y + bounds.max.y) / 2 - scale * (line.min.y + line.max.y) / 2
    return Letter(
      index: Int(face.pointee.num_glyphs),
      glyph: Glyph(
        outline: minus.outline.mapPoints { Point(x: $0.x * scale, y: $0.y * scale + raise) },
        advance: minus.advance * scale))
  }

  private static var pen: FT_Outline_Funcs {
    FT_Outline_Funcs(
      move_to: { to, path in OpenFont.with(to, path) { $0.move(to: $1) } },
      line_to: { to, path in OpenFont.with(to, path) { $0.line(to: $1) } },
      conic_to: { control, to, path in
        guard let control else { return 1 }
        return OpenFont.with(to, path) { $0.quad(to: $1, control: OpenFont.point(control.pointee)) }
      },
      cubic_to: { first, second, to, path in
        guard let first, let second else { return 1 }
        return OpenFont.with(to, path) {
          $0.cubic(to: $1, control1: OpenFont.point(first.pointee), control2: OpenFont.point(second.pointee))
        }
      },
      shift: 0, delta: 0)
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
