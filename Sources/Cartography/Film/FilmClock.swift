import Raster
import Tracks

/// An instant in UTC as it stands on a film: each figure in a place of its own, so that nothing moves while time runs.
struct FilmClock: Sendable {
  /// How much larger than the title it is.
  private static let sizeInTitles = 1.25

  /// Size of its letters, pixels to the em.
  let size: Double
  /// From the first figure's place to the end of "UTC", in pixels.
  private(set) var width = 0.0

  private enum Weight { case quiet, loud }
  /// A place for a letter or a word.
  private struct Slot {
    var x: Double
    var width: Double
  }

  private let face: ClockFace
  private var slots: [Slot] = []
  private let quietFigures: [TextLine]
  private let loudFigures: [TextLine]
  /// January first; those that do not come among them.
  private let months: [TextLine]
  private let colon: TextLine
  private let zone: TextLine

  /// A clock in the letters of a picture.
  init(_ face: ClockFace, _ measures: LayoutMeasures) {
    let size = measures.titleSize * Self.sizeInTitles
    let quiet = TextStyle(measures.fonts.regular, size: size)
    let loud = TextStyle(measures.fonts.semibold, size: size)
    self.face = face
    self.size = size
    quietFigures = (0...9).map { TextLine("\($0)", quiet) }
    loudFigures = (0...9).map { TextLine("\($0)", loud) }
    months = DateText.months.map { TextLine($0, quiet) }
    colon = TextLine(":", loud)
    zone = TextLine("UTC", quiet)
    place(space: 0.26 * size)
  }

  /// Gives each letter its place, from left to right.
  private mutating func place(space: Double) {
    let quiet = quietFigures.map(\.width).max() ?? 0
    let loud = loudFigures.map(\.width).max() ?? 0
    func add(_ widths: Double..., behind gap: Double = 0) {
      if !slots.isEmpty { width += gap }
      for own in widths {
        slots.append(Slot(x: width, width: own))
        width += own
      }
    }
    if face.hasLongDays { add(quiet) }
    add(quiet)
    add(face.months.map { months[$0 - 1].width }.max() ?? 0, behind: space)
    add(quiet, quiet, quiet, quiet, behind: space)
    add(loud, loud, colon.width, loud, loud, behind: 2.4 * space)
    if face.showsSeconds { add(colon.width, loud, loud) }
    add(zone.width, behind: space)
  }

  /// The letters of an instant in the order of their places; nil where a place stays empty.
  private func letters(at milliseconds: Int64) -> [(line: TextLine, weight: Weight)?] {
    let (days, ofDay) = milliseconds.quotientAndRemainderFloored(by: 86_400_000)
    let date = Calendar.date(days: Int(days))
    func figures(_ number: Int, _ count: Int, _ weight: Weight) -> [(line: TextLine, weight: Weight)?] {
      var rest = max(number, 0)
      var letters: [(line: TextLine, weight: Weight)?] = []
      for _ in 0..<count {
        letters.insert(((weight == .loud ? loudFigures : quietFigures)[rest % 10], weight), at: 0)
        rest /= 10
      }
      return letters
    }
    let seconds = Int(ofDay / 1_000)
    var letters = figures(date.day, face.hasLongDays ? 2 : 1, .quiet)
    if face.hasLongDays, date.day < 10 { letters[0] = nil }
    letters.append((months[date.month - 1], .quiet))
    letters += figures(date.year, 4, .quiet)
    letters += figures(seconds / 3_600, 2, .loud) + [(colon, .loud)] + figures(seconds / 60 % 60, 2, .loud)
    if face.showsSeconds { letters += [(colon, .loud)] + figures(seconds % 60, 2, .loud) }
    letters.append((zone, .quiet))
    return letters
  }

  /// Draws an instant with its right end and its baseline at a place.
  func draw(at milliseconds: Int64, on pixmap: inout Pixmap, right: Double, baseline: Double, theme: Theme) {
    var (quiet, loud) = (Path(), Path())
    for (slot, letter) in zip(slots, letters(at: milliseconds)) {
      guard let letter else { continue }
      let x = right - width + slot.x + (slot.width - letter.line.width) / 2
      let path = letter.line.path(at: Point(x: x, y: baseline))
      if letter.weight == .loud { loud.append(path) } else { quiet.append(path) }
    }
    theme.quietInk.draw(quiet, on: &pixmap)
    theme.textInk.draw(loud, on: &pixmap)
  }
}
