import Cartography
import JSON

/// The fonts of a picture: those that the user names, the program's own, and the system's for letters that these lack.
struct PictureFonts: Sendable {
  /// The faces.
  private(set) var faces: Typefaces
  /// What a user should know, a sentence each.
  private(set) var notes: [String] = []
  private var named: [NamedFont] = []
  private var found: [NamedFont] = []

  /// The fonts that a look names, else those of its style, whose paths begin in `folder`, the style's own.
  ///
  /// Fonts of a look are for all three faces. Throws where one is not there, and where it is no font.
  init(_ look: LookRequest, style: FontFiles, folder: String) throws(WakeprintError) {
    faces = .embedded
    if !look.fonts.isEmpty {
      let fonts = try read(look.fonts, folder: "")
      faces.regular = PictureFonts.chain(fonts, faces.regular)
      faces.semibold = PictureFonts.chain(fonts, faces.semibold)
      faces.italic = PictureFonts.chain(fonts, faces.italic)
      return
    }
    let regular = try read(style.regular, folder: folder)
    let semibold = style.semibold.isEmpty ? regular : try read(style.semibold, folder: folder)
    let italic = style.italic.isEmpty ? regular : try read(style.italic, folder: folder)
    faces.regular = PictureFonts.chain(regular, faces.regular)
    faces.semibold = PictureFonts.chain(semibold, faces.semibold)
    faces.italic = PictureFonts.chain(italic, faces.italic)
  }

  /// Adds fonts of the system for letters of some texts that no font has yet, and notes which are missing even so.
  mutating func cover(_ texts: [String], from system: SystemFonts = .standard) {
    let missing = MissingLetters(of: texts, in: faces.regular)
    guard !missing.notes.isEmpty else { return }
    let fonts = system.fonts(with: missing.lacking)
    if !fonts.regular.isEmpty {
      found += fonts.regular + fonts.bold
      faces.semibold = faces.semibold.followed(by: fonts.bold.map(\.typeface))
      faces = faces.followed(by: fonts.regular.map(\.typeface))
      let names = fonts.regular.map(\.name).joined(separator: ", ")
      notes.append(
        "letters that the typeface lacks are from \(names) of this system: the record names the file, and elsewhere they may differ"
      )
    }
    notes += MissingLetters(of: texts, in: faces.regular).notes
  }

  /// What a record says of them, for `Provenance.extras`; nothing where all letters are the program's own.
  var extras: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    if !named.isEmpty { members.append(("fonts", .array(named.map(\.value)))) }
    if !found.isEmpty { members.append(("fonts_of_the_system", .array(found.map(\.value)))) }
    return members
  }

  private mutating func read(_ paths: [String], folder: String) throws(WakeprintError) -> [Typeface] {
    var typefaces: [Typeface] = []
    for path in paths {
      let font = try NamedFont(path: path.hasPrefix("/") ? path : folder + path, region: nil)
      if !named.contains(where: { $0.value == font.value }) { named.append(font) }
      typefaces.append(font.typeface)
    }
    return typefaces
  }

  private static func chain(_ fonts: [Typeface], _ own: Typeface) -> Typeface {
    guard let first = fonts.first else { return own }
    return first.followed(by: fonts.dropFirst() + [own])
  }
}
