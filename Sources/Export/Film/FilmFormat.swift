import Platform

/// What a film is written as, which the ending of its path says.
package enum FilmFormat: Sendable, Equatable {
  /// A folder of pictures: any path without an ending of another kind.
  case folder
  /// One file of frames without loss, `.apng`.
  case animatedPNG
  /// A video, `.mp4`, which ffmpeg makes.
  case video
  /// A film of 256 colours, `.gif`, which ffmpeg makes.
  case gif

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
    case "mp4": self = .video
    case "gif": self = .gif
    case _ where Self.otherEndings.contains(ending): throw .notAFilm(path: path, ending: "." + ending)
    default: self = .folder
    }
  }

  /// Endings of files that someone could expect a film to be, but that are not made.
  private static let otherEndings: Set<Substring> = [
    "png", "jpg", "jpeg", "webp", "tif", "tiff", "svg", "bmp", "webm", "mov", "avi", "mkv", "m4v", "mpg", "mpeg",
    "pmtiles", "mbtiles", "zip",
  ]

  /// Throws, before any work is spent, where a film of this format cannot be made: where ffmpeg is in none of some folders,
  /// which colons part, and for more frames a second than a GIF shows.
  package func check(
    path: String, framesPerSecond: Double, folders: String = ProgramPath.folders
  ) throws(ExportError) {
    switch self {
    case .folder, .animatedPNG: break
    case .video: _ = try FFmpeg.Place(path: path, folders: folders).program()
    case .gif:
      try GIFSink.check(FrameRate(framesPerSecond), path: path)
      _ = try FFmpeg.Place(path: path, folders: folders).program()
    }
  }

  /// Opens a film for writing.
  ///
  /// `key` identifies the job whose interrupted run may be gone on with, which a folder alone can be. Throws
  /// where the output cannot be made, as `check` does too.
  package func sink(
    path: String, force: Bool, resume: Bool, key: String, frameCount: Int, framesPerSecond: Double,
    metadata: PNGMetadata, folders: String = ProgramPath.folders
  ) throws(ExportError) -> any FilmSink {
    switch self {
    case .folder:
      try FrameFolderSink(path: path, force: force, resume: resume, key: key, metadata: metadata)
    case .animatedPNG:
      try AnimatedPNGSink(
        path: path, force: force, frameCount: frameCount, rate: FrameRate(framesPerSecond), metadata: metadata)
    case .video:
      try VideoSink(path: path, force: force, rate: FrameRate(framesPerSecond), metadata: metadata, folders: folders)
    case .gif: try GIFSink(path: path, force: force, rate: FrameRate(framesPerSecond), folders: folders)
    }
  }
}
