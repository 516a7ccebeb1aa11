import Cartography
import JSON

/// A font file and where it comes from.
struct NamedFont: Sendable {
  /// The font.
  let typeface: Typeface
  private let file: CompanionFile

  /// The largest file that is read: fonts of all East Asian letters in ten weights have about 80 MB.
  static let limitInMegabytes = 160

  /// Reads a file; of a collection the face for a region, such as "KR", or the first.
  ///
  /// Throws where it is not there, and where it is no font.
  init(path: String, region: String?) throws(WakeprintError) {
    let limit = Self.limitInMegabytes << 20
    file = try CompanionFile(path, limit: limit, what: "TrueType or OpenType letters")
    guard file.bytes.count <= limit else {
      throw WakeprintError(.data, "\(path): is larger than \(Self.limitInMegabytes) MB; give a font of fewer letters")
    }
    do throws(CartographyError) {
      typeface = try Typeface(file.bytes, region: region)
    } catch {
      throw WakeprintError(.data, "\(path): \(error)")
    }
  }

  /// The file's name without folders.
  var name: String { file.name }

  /// What a record says of it.
  var value: JSONValue { .object(file.members) }
}
