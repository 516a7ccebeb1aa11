/// Where a film's frames go: a container that appears under its name only when it is whole.
///
/// Frames are encoded on several threads at once and appended by one caller in their order, from 0 on. After an error
/// nothing more can be appended. A sink that is let go without `finish`, or that has failed, leaves nothing behind, except
/// a folder that was to resume.
package protocol FilmSink: AnyObject, Sendable {
  /// What of a frame's work does not depend on other frames.
  func encode(_ frame: FilmFrame, number: Int) throws(ExportError) -> EncodedFrame

  /// Takes the next frame.
  func append(_ frame: EncodedFrame, number: Int) throws(ExportError)

  /// Whether an interrupted run has left this frame whole, so that it is neither made nor appended again; asked before
  /// any frame is appended.
  func holds(_ number: Int) throws(ExportError) -> Bool

  /// Writes what the container says of itself, the bytes of `frames.json` where it has that, and gives it its name.
  func finish(description: [UInt8]) throws(ExportError) -> TileSinkReport
}

/// A frame as its sink wants it.
package enum EncodedFrame: Sendable {
  /// A file's bytes.
  case png([UInt8])
  /// Pixels that depend on the frame before.
  case pixels(FilmFrame)
}
