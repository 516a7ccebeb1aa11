/// What a film is written as, which the ending of its path says.
package enum FilmFormat: Sendable, Equatable {
  /// A folder of pictures: any path without an ending of another kind.
  case folder

  /// Throws where a path's ending asks for what no film is.
  package init(path: String) throws(ExportError) {
    self = .folder
  }

  /// Opens a film for writing.
  ///
  /// `key` identifies the job whose interrupted run may be gone on with, which a folder alone can be.
  package func sink(
    path: String, force: Bool, resume: Bool, key: String, frameCount: Int, framesPerSecond: Double,
    metadata: PNGMetadata
  ) throws(ExportError) -> any FilmSink {
    try FrameFolderSink(path: path, force: force, resume: resume, key: key, metadata: metadata)
  }
}
