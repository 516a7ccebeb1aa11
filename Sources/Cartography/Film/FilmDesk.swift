import Raster

/// What a worker draws a film's frames on: the paper of the last one, of which the next one repaints what has changed.
package struct FilmDesk: Sendable {
  /// The whole picture but for the map; nil for a bare film.
  var paper: Pixmap?
  /// The picture as rows of sRGB bytes, red, green, blue.
  var bytes: [UInt8]
  /// The map of the last frame, whose memory the next one's may take.
  package var map: Pixmap?
  /// What the ticker on it shows; nil before the first.
  var ticker: FilmTicker.Key?

  /// Writes a part of the paper into the bytes.
  mutating func encode(_ box: PixelRect) {
    guard let paper else { return }
    paper.encodeRGB(box, into: &bytes, width: paper.width, x: box.x, y: box.y)
  }
}
