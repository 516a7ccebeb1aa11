/// A script whose letters join, reorder, stack or run from right to left, which is not done here.
struct ShapedScript: Hashable, Sendable {
  /// What a user is told: "Arabic".
  let name: String

  /// The script of a scalar; nil for scripts whose letters stand one beside the other from left to right.
  init?(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    guard value >= 0x590, let range = ShapedScript.ranges.first(where: { $0.0.contains(value) }) else { return nil }
    name = range.1
  }

  /// Blocks of Unicode 16 by script.
  private static let ranges: [(ClosedRange<UInt32>, String)] = [
    (0x590...0x5FF, "Hebrew"), (0x600...0x6FF, "Arabic"), (0x700...0x74F, "Syriac"), (0x750...0x77F, "Arabic"),
    (0x780...0x7BF, "Thaana"), (0x7C0...0x7FF, "N’Ko"), (0x800...0x86F, "Semitic"), (0x870...0x8FF, "Arabic"),
    (0x900...0x97F, "Devanagari"), (0x980...0x9FF, "Bengali"), (0xA00...0xA7F, "Gurmukhi"),
    (0xA80...0xAFF, "Gujarati"), (0xB00...0xB7F, "Oriya"), (0xB80...0xBFF, "Tamil"), (0xC00...0xC7F, "Telugu"),
    (0xC80...0xCFF, "Kannada"), (0xD00...0xD7F, "Malayalam"), (0xD80...0xDFF, "Sinhala"), (0xE00...0xE7F, "Thai"),
    (0xE80...0xEFF, "Lao"), (0xF00...0xFFF, "Tibetan"), (0x1000...0x109F, "Burmese"), (0x1780...0x17FF, "Khmer"),
    (0x1800...0x18AF, "Mongolian"), (0x1A20...0x1AAF, "Tai Tham"), (0x1B00...0x1B7F, "Balinese"),
    (0xA8E0...0xA8FF, "Devanagari"), (0xA980...0xA9DF, "Javanese"), (0xA9E0...0xA9FF, "Burmese"),
    (0xAA60...0xAA7F, "Burmese"), (0xFB1D...0xFB4F, "Hebrew"), (0xFB50...0xFDFF, "Arabic"),
    (0xFE70...0xFEFE, "Arabic"), (0x10800...0x10FFF, "Semitic"), (0x11000...0x1107F, "Brahmi"),
    (0x1E800...0x1EFFF, "right-to-left"),
  ]
}
