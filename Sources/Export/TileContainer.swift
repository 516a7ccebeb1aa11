/// The containers that tiles can be written to.
package enum TileContainer: String, Sendable, CaseIterable {
  /// Files in folders: `OUT/{z}/{x}/{y}.png`, and `OUT/tiles.json`.
  case folder
  /// One file, MBTiles 1.3.
  case mbtiles
  /// One file, PMTiles 3.
  case pmtiles

  /// The container that an output's extension asks for, in capitals or not; a folder for any other.
  package init(of path: String) {
    self = Self.files.first { $0.hasExtension(path) } ?? .folder
  }

  /// An output's path without its container's extension, and without slashes at its end.
  package static func stem(of path: String) -> String {
    guard let container = files.first(where: { $0.hasExtension(path) }) else {
      return FilePlace.withoutFinalSlashes(path)
    }
    return String(path.dropLast(container.rawValue.count + 1))
  }

  /// Whether a run that was interrupted can be gone on with; a file is always made anew.
  package var canResume: Bool { self == .folder }

  /// Opens an output for tiles; the container is the path's.
  ///
  /// `resume` and `key`, the job's name among all jobs, are for folders, see `FolderTileSink`. Throws before any work is
  /// done when the output exists and may not be replaced, and when it cannot be created.
  package static func sink(
    path: String, force: Bool, resume: Bool, key: String
  ) throws(ExportError) -> any TileSink {
    switch TileContainer(of: path) {
    case .folder: try FolderTileSink(path: path, force: force, resume: resume, key: key)
    case .mbtiles: try MBTilesSink(path: path, force: force)
    case .pmtiles: try PMTilesSink(path: path, force: force)
    }
  }

  /// Throws where an output cannot be made, before any work is spent on it; what an interrupted run left stays.
  package static func check(path: String, force: Bool) throws(ExportError) {
    switch TileContainer(of: path) {
    case .folder: try OutputFolder.check(path: path, force: force)
    case .mbtiles, .pmtiles: _ = try OutputFile.createOutOfOrder(path: path, force: force)
    }
  }

  private static let files: [TileContainer] = [.mbtiles, .pmtiles]

  /// Whether a path ends in a name before this container's extension.
  private func hasExtension(_ path: String) -> Bool {
    let (_, name) = FilePlace.split(path)
    return name.utf8.count > rawValue.utf8.count + 1 && name.lowercased().hasSuffix("." + rawValue)
  }
}
