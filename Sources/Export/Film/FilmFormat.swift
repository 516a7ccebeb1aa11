/// What a film is written as, which the ending of its path says.
package enum FilmFormat: Sendable, Equatable {
  /// A folder of pictures: any path without an ending of another kind.
  case folder
  /// One file of frames without loss, `.apng`.
  case animatedPNG

  /// The format that a path's ending asks for, in capitals or not; throws where it asks for what no film is.
  package init(path: String) throws(ExportError) {
    let (_, name) = FilePlace.split(path)
    let parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    // A hidden name, and one that ends in a point, have no ending.
    guard parts.count > 1, let ending = parts.last, !ending.isEmpty, parts.count > 2 || !parts[0].isEmpty else {
      self = .folder
      return
    }
    switch ending {
    case "apng": self = .animatedPNG
    case _ where Self.otherEndings.contains(ending): throw .notAFilm(path: path, ending: "." + ending)
    default: self = .folder
    }
  }

  /// Endings of files that someone could expect a film to be, but that are not made.
  private static let otherEndings: Set<Substring> = [
    "png", "jpg", "jpeg", "webp", "tif", "tiff", "svg", "bmp", "webm", "mov", "avi", "mkv", "m4v", "mpg", "mpeg",
    "pmtiles", "mbtiles", "zip",
  ]

  /// Opens a film for writing.
  ///
  /// `key` identifies the job whose interrupted run may be gone on with, which a folder alone can be.
  package func sink(
    path: String, force: Bool, resume: Bool, key: String, frameCount: Int, framesPerSecond: Double,
    metadata: PNGMetadata
  ) throws(ExportError) -> any FilmSink {
    switch self {
    case .folder:
      try FrameFolderSink(path: path, force: force, resume: resume, key: key, metadata: metadata)
    case .animatedPNG:
      try AnimatedPNGSink(
        path: path, force: force, frameCount: frameCount, rate: FrameRate(framesPerSecond), metadata: metadata)
    }
  }
}
