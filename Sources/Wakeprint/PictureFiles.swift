import Export
import Geography

/// The files that a picture and what belongs to it are written to.
struct PictureFiles: Sendable {
  /// The picture, or the numbers.
  let output: String
  /// Whether a world file and GDAL's auxiliary file stand beside a picture.
  let hasWorldFile: Bool
  /// The mapping from value to colour; nil writes none.
  let scale: String?
  /// The table of events on a page of its own; nil writes none.
  var key: String?
  /// The rejected rows; nil writes none.
  let rejects: String?

  /// All of them, in the order in which they are written.
  var paths: [String] { [output] + worldFiles + [scale, rejects, key].compactMap { $0 } }

  /// Writes them; `picture` holds the pixels of the whole picture in the map's grid.
  func write(
    _ bytes: [UInt8], picture: Viewport, scale file: ScaleFile?, rejects table: RejectsTable?, by writer: OutputWriter
  ) throws(WakeprintError) -> [WrittenOutput] {
    var written = [try writer.write(bytes, to: output)]
    let world = WorldFile(picture)
    for (path, text) in zip(worldFiles, [world.text, world.auxiliaryXML]) {
      written.append(try writer.write(text, to: path))
    }
    if let scale, let file { written.append(try writer.write(file.text, to: scale)) }
    if let rejects, let table { written.append(try writer.write(table.contents, to: rejects)) }
    return written
  }

  private var worldFiles: [String] {
    guard hasWorldFile, output.lowercased().hasSuffix(".png") else { return [] }
    return [WorldFile.worldFilePath(besidePNG: output), WorldFile.auxiliaryPath(besidePNG: output)]
  }
}
