import Cartography
import JSON

/// The theme that a picture is drawn with, and the file that changed it.
struct PictureStyle: Sendable {
  /// The theme with the style's values.
  let theme: Theme
  private let file: CompanionFile?

  private static let limitInMegabytes = 1

  /// Takes the theme that a look names and lays its style over it.
  ///
  /// Throws where the style's file is not there, is no JSON, or has a key or a value that a style does not take.
  init(_ look: LookRequest) throws(WakeprintError) {
    let theme = Theme.named(look.theme)
    guard let path = look.style else {
      self.theme = theme
      file = nil
      return
    }
    let limit = Self.limitInMegabytes << 20
    let file = try CompanionFile(path, limit: limit, what: "colours, widths and fonts as JSON")
    guard file.bytes.count <= limit else {
      throw WakeprintError(
        .data, "\(path): is larger than \(Self.limitInMegabytes) MB; give a style, which is a few lines of JSON")
    }
    let style: JSONValue
    do throws(JSONError) {
      style = try JSONValue(parsing: file.bytes)
    } catch {
      throw WakeprintError(.data, "\(path): is \(error.sentence)")
    }
    do throws(CartographyError) {
      self.theme = try theme.styled(style)
    } catch {
      throw WakeprintError(.data, "\(path): \(error)")
    }
    self.file = file
  }

  /// What a record says of it, for `Provenance.extras`; nothing where the theme is used as it is.
  var extras: [(String, JSONValue)] {
    guard let file else { return [] }
    return [("theme", .string(theme.name)), ("style", .object(file.members))]
  }
}
