import Cartography
import Platform

/// Looks for letters in the fonts of the system: in a short list of folders, only when letters are missing.
struct SystemFonts: Sendable {
  /// Where fonts are.
  let folders: [String]

  /// The user's own folders, then those of Debian and most other systems, then those of macOS.
  static var standard: SystemFonts {
    let own = homeFolder().map { ["\($0)/.local/share/fonts", "\($0)/.fonts", "\($0)/Library/Fonts"] } ?? []
    return SystemFonts(
      folders: own + ["/usr/local/share/fonts", "/usr/share/fonts", "/System/Library/Fonts", "/Library/Fonts"])
  }

  /// Fonts of many letters without serifs, the best first; names are those of Debian's packages and of macOS.
  private static let preferred = [
    "NotoSansCJK-Regular.ttc", "NotoSansCJK-VF.otf.ttc", "DroidSansFallbackFull.ttf", "DroidSansFallback.ttf",
    "NanumGothic.ttf", "wqy-zenhei.ttc", "wqy-microhei.ttc", "ipagp.ttf", "ipag.ttf", "VL-PGothic-Regular.ttf",
    "AppleSDGothicNeo.ttc", "ヒラギノ角ゴシック W3.ttc", "PingFang.ttc", "Hiragino Sans GB.ttc", "STHeiti Light.ttc",
    "Arial Unicode.ttf", "NotoSans-Regular.ttf", "DejaVuSans.ttf",
  ]
  /// The bold twins of some of these, in the same folder.
  private static let bold = [
    "NotoSansCJK-Regular.ttc": "NotoSansCJK-Bold.ttc", "NanumGothic.ttf": "NanumGothicBold.ttf",
    "NotoSans-Regular.ttf": "NotoSans-Bold.ttf", "DejaVuSans.ttf": "DejaVuSans-Bold.ttf",
    "ヒラギノ角ゴシック W3.ttc": "ヒラギノ角ゴシック W6.ttc",
  ]
  /// So many files are opened at most.
  private static let mostFiles = 200
  private static let deepestFolder = 4

  /// Fonts that together have as many of the letters as can be found, and the bold twins of those that have one.
  ///
  /// Files that cannot be read or are no fonts are passed over.
  func fonts(with letters: [Unicode.Scalar]) -> (regular: [NamedFont], bold: [NamedFont]) {
    var wanted = letters
    var found: (regular: [NamedFont], bold: [NamedFont]) = ([], [])
    guard !letters.isEmpty else { return found }
    let region = SystemFonts.region(of: letters)
    for path in candidates.prefix(SystemFonts.mostFiles) {
      if wanted.isEmpty { break }
      guard fileSize(path) <= NamedFont.limitInMegabytes << 20, let font = try? NamedFont(path: path, region: region)
      else { continue }
      let rest = wanted.filter { font.typeface.letter($0) == nil }
      guard rest.count < wanted.count else { continue }
      found.regular.append(font)
      if let twin = SystemFonts.bold[font.name],
        let bold = try? NamedFont(path: path.dropLast(font.name.count) + twin, region: region)
      {
        found.bold.append(bold)
      }
      wanted = rest
    }
    return found
  }

  /// The region after which collections name the face with the usual forms of some letters.
  private static func region(of letters: [Unicode.Scalar]) -> String? {
    func has(_ range: ClosedRange<UInt32>) -> Bool { letters.contains { range.contains($0.value) } }
    if has(0xAC00...0xD7A3) || has(0x1100...0x11FF) { return "KR" }
    if has(0x3040...0x30FF) { return "JP" }
    return has(0x2E80...0x9FFF) ? "SC" : nil
  }

  /// All font files: the preferred ones, then the others by path.
  private var candidates: [String] {
    var files: [(path: String, name: String)] = []
    for folder in folders { SystemFonts.collect(folder, depth: 0, into: &files) }
    func rank(_ name: String) -> Int {
      SystemFonts.preferred.firstIndex(of: name) ?? SystemFonts.preferred.count
    }
    return files.enumerated().sorted { (rank($0.element.name), $0.offset) < (rank($1.element.name), $1.offset) }
      .map(\.element.path)
  }

  private static func collect(_ folder: String, depth: Int, into files: inout [(path: String, name: String)]) {
    guard depth <= deepestFolder, files.count < 20_000, let names = namesInFolder(folder) else { return }
    for name in names {
      let path = folder + "/" + name
      switch PathKind(of: path) {
      case .folder: collect(path, depth: depth + 1, into: &files)
      case .file:
        let lowered = name.lowercased()
        if [".ttf", ".otf", ".ttc", ".otc"].contains(where: lowered.hasSuffix) { files.append((path, name)) }
      case .special, .missing: break
      }
    }
  }
}
