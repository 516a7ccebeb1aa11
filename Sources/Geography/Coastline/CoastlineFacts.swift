/// What an installed coastline says of itself.
package struct CoastlineFacts: Hashable, Sendable {
  /// The words that its licence asks for on a picture.
  package var attribution: String
  /// The name of the file that it was made from, without its folder.
  package var fileName: String
  /// That file's SHA-256 in hexadecimal.
  package var fileSHA256: String
  /// Polygons that were taken in.
  package var polygons: Int
  /// Vertices of their rings.
  package var vertices: Int

  /// The facts; line ends and other control characters of words become question marks.
  package init(attribution: String, fileName: String, fileSHA256: String, polygons: Int, vertices: Int) {
    func printable(_ text: String) -> String {
      String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? "?" : $0 }))
    }
    self.attribution = printable(attribution)
    self.fileName = printable(fileName)
    self.fileSHA256 = printable(fileSHA256)
    self.polygons = polygons
    self.vertices = vertices
  }

  /// The words as the file holds them: a line each.
  var words: [UInt8] { Array([attribution, fileName, fileSHA256].joined(separator: "\n").utf8) }

  /// The facts out of a file's words and numbers; nil where the words are not three lines.
  init?(words: UnsafeRawBufferPointer, polygons: Int, vertices: Int) {
    let lines = String(decoding: words, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 3 else { return nil }
    self.init(
      attribution: String(lines[0]), fileName: String(lines[1]), fileSHA256: String(lines[2]), polygons: polygons,
      vertices: vertices)
  }
}
