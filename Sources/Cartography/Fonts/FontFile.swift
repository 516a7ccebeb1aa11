import Raster
import Synchronization

/// One font, unscaled and unhinted, whose letters are read when they are first asked for.
///
/// A letter follows from the file alone, so that neither the order of the questions nor the threads they come from show.
final class FontFile: Sendable {
  let unitsPerEm: Double
  let ascent: Double
  let descent: Double
  /// Height of a flat capital above the baseline, in font units.
  let capHeight: Double
  /// Height of a flat small letter above the baseline, in font units.
  let xHeight: Double
  /// Font units to a size's em: capitals of all fonts are as tall as those of the program's own at the same size.
  let unitsPerSize: Double
  let kerning: KerningTable
  private let open: Mutex<OpenFont>

  /// Capitals of Open Sans as a share of the em, for which layouts leave room.
  private static let capShare = 1462.0 / 2048

  /// Opens a font; see `OpenFont`.
  init(_ source: FontSource, region: String? = nil) throws(CartographyError) {
    var font = try OpenFont(source, region: region)
    let units = font.unitsPerEm
    unitsPerEm = units
    ascent = font.ascent
    descent = font.descent
    kerning = KerningTable(font.kerning())
    let cap = font.letter(("H" as Unicode.Scalar).value)?.glyph.outline.points.map(\.y).max()
    let low = font.letter(("x" as Unicode.Scalar).value)?.glyph.outline.points.map(\.y).max()
    capHeight = cap ?? font.ascent * 0.7
    xHeight = low ?? font.ascent * 0.5
    // Within reason: what a font calls H may be anything.
    let share = source.isEmbedded ? 1 : cap.map { FontFile.capShare * units / $0 } ?? 1
    unitsPerSize = units / (share > 0.7 && share < 1.4 ? share : 1)
    open = Mutex(font)
  }

  /// A scalar's letter, nil where the font has none.
  func letter(_ scalar: UInt32) -> OpenFont.Letter? { open.withLock { $0.letter(scalar) } }
}
