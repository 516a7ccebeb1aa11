import Cartography
import JSON

/// The theme that a picture is drawn with, its fonts, and the files that shaped both.
struct PictureStyle: Sendable {
  /// The theme with the style's values and the fonts.
  private(set) var theme: Theme
  private var fonts: PictureFonts
  private let file: CompanionFile?

  private static let limitInMegabytes = 1

  /// Takes the theme that a look names, lays its style over it and opens the fonts that both name.
  ///
  /// Throws where a file is not there; where the style is no JSON, or has a key or a value that a style does not take;
  /// and where a font is none.
  init(_ look: LookRequest) throws(WakeprintError) {
    var theme = Theme.named(look.theme)
    file = try look.style.map { path throws(WakeprintError) in
      let file = try CompanionFile(path, limit: Self.limitInMegabytes << 20, what: "colours, widths and fonts as JSON")
      theme = try PictureStyle.styled(theme, by: file)
      return file
    }
    let folder = look.style.map { $0.split(separator: "/", omittingEmptySubsequences: false).dropLast() } ?? []
    fonts = try PictureFonts(
      look, style: theme.fontFiles, folder: folder.isEmpty ? "" : folder.joined(separator: "/") + "/")
    theme.fonts = fonts.faces
    self.theme = theme
  }

  /// The same with fonts of the system for letters of some texts that the fonts so far lack.
  func covering(_ texts: [String]) -> PictureStyle {
    var style = self
    style.fonts.cover(texts)
    style.theme.fonts = style.fonts.faces
    return style
  }

  /// What a user should know, a sentence each.
  var notes: [String] { fonts.notes }

  /// What a record says of it, for `Provenance.extras`; nothing where the theme is used as it is.
  var extras: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    if let file { members += [("theme", .string(theme.name)), ("style", .object(file.members))] }
    return members + fonts.extras
  }

  private static func styled(_ theme: Theme, by file: CompanionFile) throws(WakeprintError) -> Theme {
    guard file.bytes.count <= limitInMegabytes << 20 else {
      throw WakeprintError(
        .data, "\(file.path): is larger than \(limitInMegabytes) MB; give a style, which is a few lines of JSON")
    }
    let style: JSONValue
    do throws(JSONError) {
      style = try JSONValue(parsing: file.bytes)
    } catch {
      throw WakeprintError(.data, "\(file.path): is \(error.sentence)")
    }
    do throws(CartographyError) {
      return try theme.styled(style)
    } catch {
      throw WakeprintError(.data, "\(file.path): \(error)")
    }
  }
}
