import JSON
import Raster

/// An object of a theme's data whose values are read strictly by their keys; errors name the key with its path.
struct ThemeSection {
  /// The widths that lines may have, in hairlines.
  static let widths = 0.0...100

  private let value: JSONValue
  /// "tracks.casing"; empty for the whole theme.
  private let path: String

  /// The whole of a theme.
  init(theme: JSONValue) { self.init(value: theme, path: "") }

  private init(value: JSONValue, path: String) {
    self.value = value
    self.path = path
  }

  /// An object within this one.
  func section(_ key: String) throws(CartographyError) -> ThemeSection {
    guard let value = value[key], case .object = value else { throw wrong(key, "an object") }
    return ThemeSection(value: value, path: name(key))
  }

  /// A colour: "#RRGGBB", "#RRGGBBAA" or "#RRGGBB 14%".
  func color(_ key: String) throws(CartographyError) -> Color {
    guard let color = value[key]?.string.flatMap(Color.init(themeText:)) else {
      throw wrong(key, "a colour: \"#RRGGBB\", \"#RRGGBBAA\" or \"#RRGGBB 14%\"")
    }
    return color
  }

  /// So many colours, both ends inclusive.
  func colors(_ key: String, count: ClosedRange<Int>) throws(CartographyError) -> [Color] {
    let colors = value[key]?.elements?.map { $0.string.flatMap(Color.init(themeText:)) } ?? []
    let read = colors.compactMap { $0 }
    guard read.count == colors.count, count.contains(read.count) else {
      let number = count.count == 1 ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
      throw wrong(key, "a list of \(number) colours like \"#5B6B9E\"")
    }
    return read
  }

  /// A number of a range, both ends inclusive.
  func number(_ key: String, in range: ClosedRange<Double>) throws(CartographyError) -> Double {
    guard let number = value[key]?.double, range.contains(number) else {
      throw wrong(key, "a number from \(Self.text(range.lowerBound)) to \(Self.text(range.upperBound))")
    }
    return number
  }

  /// A whole number of a range.
  func count(_ key: String, in range: ClosedRange<Int>) throws(CartographyError) -> Int {
    guard let number = value[key]?.int, range.contains(number) else {
      throw wrong(key, "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// Lengths of dash, space and so on, in hairlines; none for a solid line.
  func dashes(_ key: String) throws(CartographyError) -> [Double] {
    let lengths = value[key]?.elements?.map(\.double)
    guard let lengths, lengths.count <= 16, lengths.allSatisfy({ $0.map { (0.1...1000).contains($0) } ?? false }) else {
      throw wrong(key, "a list of up to 16 lengths from 0.1 to 1000, dash, space and so on; [] for a solid line")
    }
    return lengths.compactMap { $0 }
  }

  /// One of some words.
  func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, as: Word.Type
  ) throws(CartographyError) -> Word where Word.RawValue == String {
    guard let word = value[key]?.string.flatMap(Word.init(rawValue:)) else {
      throw wrong(key, "one of " + Word.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))
    }
    return word
  }

  /// One of some names.
  func name(_ key: String, of names: [String]) throws(CartographyError) -> String {
    guard let name = value[key]?.string, names.contains(name) else {
      throw wrong(key, "one of " + names.map { "\"\($0)\"" }.joined(separator: ", "))
    }
    return name
  }

  /// A list of up to 16 paths.
  func paths(_ key: String) throws(CartographyError) -> [String] {
    let paths = value[key]?.elements?.map(\.string)
    guard let paths, paths.count <= 16, paths.allSatisfy({ $0.map { !$0.isEmpty && !$0.contains("\0") } ?? false })
    else { throw wrong(key, "a list of up to 16 font files, such as [\"house.ttf\"]") }
    return paths.compactMap { $0 }
  }

  private func name(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

  private func wrong(_ key: String, _ wanted: String) -> CartographyError {
    let found = value[key]?.text() ?? "missing"
    return .unusableStyle(
      "'\(name(key))' is \(found.count <= 40 ? found : found.prefix(40) + "…"); write \(wanted)")
  }

  private static func text(_ number: Double) -> String { Int(exactly: number).map { "\($0)" } ?? "\(number)" }
}

extension Color {
  /// A colour as themes write it, nil where the text is none.
  ///
  /// "#RRGGBB" is opaque; AA is the opacity in 255ths, and a percentage behind a space may have a fraction. Opacities
  /// hold in linear light.
  init?(themeText text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, first.utf8.first == UInt8(ascii: "#") else { return nil }
    let digits = first.dropFirst()
    guard digits.utf8.allSatisfy({ ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66) || ($0 >= 0x30 && $0 <= 0x39) }),
      digits.utf8.count == 6 || (digits.utf8.count == 8 && parts.count == 1), let number = UInt32(digits, radix: 16)
    else { return nil }
    if digits.utf8.count == 8 {
      self.init(number >> 8, alpha: Double(number & 255) / 255)
    } else if parts.count == 2 {
      guard parts[1].utf8.last == UInt8(ascii: "%"), let first = parts[1].utf8.first, first >= 0x30, first <= 0x39,
        let percentage = Double(parts[1].dropLast()), (0...100).contains(percentage)
      else { return nil }
      self.init(number, alpha: percentage / 100)
    } else {
      self.init(number)
    }
  }
}
