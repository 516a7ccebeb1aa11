import Digest
import Platform
import Synchronization

/// A film as a folder of pictures, `OUT/frame_000000.png` and onward, with `OUT/frames.json`.
///
/// The folder appears under its name only when it is whole, see `OutputFolder`. An interrupted run leaves what it has
/// made in `.OUT.wakeprint-tmp`; a run of the same job with `resume` keeps the whole frames of it and ends with the same
/// bytes as one without a stop.
package final class FrameFolderSink: FilmSink {
  private struct State: ~Copyable {
    var folder: OutputFolder?
    /// Hash and size of each frame's file, by number.
    var files: [Int: (digest: SHA256Digest, bytes: Int)] = [:]
  }

  private let path: String
  private let metadata: PNGMetadata
  private let state: Mutex<State>

  /// Opens a folder of frames for writing; `key` identifies the job: equal keys promise equal frames.
  ///
  /// With `force` an empty folder or a film's is replaced, never anything else. Throws as `OutputFolder.create`.
  package init(path: String, force: Bool, resume: Bool, key: String, metadata: PNGMetadata) throws(ExportError) {
    let folder = try OutputFolder.create(path: path, content: .frames, force: force, resume: resume, key: key)
    self.path = folder.path
    self.metadata = metadata
    state = Mutex(State(folder: consume folder))
  }

  /// Throws where opening would, and changes nothing.
  package static func check(path: String, force: Bool) throws(ExportError) {
    try OutputFolder.check(path: path, content: .frames, force: force)
  }

  /// The frame as a PNG that carries the film's description.
  package func encode(_ frame: FilmFrame, number: Int) throws(ExportError) -> EncodedFrame {
    .png(try frame.png(metadata))
  }

  package func holds(_ number: Int) throws(ExportError) -> Bool {
    try state.withLock { state throws(ExportError) in
      guard state.folder?.isResumed ?? false else { return false }
      do throws(FileHandle.Failure) {
        guard let bytes = try state.folder?.contents.bytes(of: FrameTree.name(of: number)) ?? nil,
          PNGAssembly.isWhole(bytes)
        else { return false }
        state.files[number] = (SHA256.digest(of: bytes), bytes.count)
        return true
      } catch {
        throw abandon(&state, error)
      }
    }
  }

  package func append(_ frame: EncodedFrame, number: Int) throws(ExportError) {
    guard case .png(let bytes) = frame else { preconditionFailure("a folder's frames are pictures") }
    try state.withLock { state throws(ExportError) in
      guard state.folder != nil else { throw .writeFailed(path: path, reason: "an earlier write failed") }
      do throws(FileHandle.Failure) {
        try state.folder?.contents.write(bytes, to: FrameTree.name(of: number))
        state.files[number] = (SHA256.digest(of: bytes), bytes.count)
      } catch {
        throw abandon(&state, error)
      }
    }
  }

  /// Writes `frames.json`, removes what is not of the film, and gives the folder its name; the report's hash is that of
  /// the lines `SHA256  PATH` of the frames in their order and of `frames.json`, as `sha256sum` writes them.
  package func finish(description: [UInt8]) throws(ExportError) -> TileSinkReport {
    try state.withLock { state throws(ExportError) in
      guard state.folder != nil else { throw .writeFailed(path: path, reason: "an earlier write failed") }
      var files = state.files.sorted { $0.key < $1.key }.map { (FrameTree.name(of: $0.key), $0.value) }
      files.append((FrameTree.description, (SHA256.digest(of: description), description.count)))
      var lines = SHA256()
      for (name, file) in files { lines.update(Array("\(file.digest.hexadecimal)  \(name)\n".utf8)) }
      do throws(FileHandle.Failure) {
        try state.folder?.contents.write(description, to: FrameTree.description)
        if state.folder?.isResumed ?? false {
          let kept = Set(state.files.keys.map(FrameTree.name)).union([FrameTree.description, ".job"])
          for name in try state.folder?.contents.names() ?? [] where !kept.contains(name) {
            try state.folder?.contents.remove(name)
          }
        }
      } catch {
        throw abandon(&state, error)
      }
      if let folder = state.folder.take() { try folder.commit() }
      return TileSinkReport(bytes: files.reduce(0) { $0 + $1.1.bytes }, sha256: lines.finish().hexadecimal)
    }
  }

  private func abandon(_ state: inout State, _ failure: FileHandle.Failure) -> ExportError {
    let isOwn = state.folder?.isOwn ?? false
    state.folder = nil
    return isOwn ? .writeFailed(path: path, reason: failure.words) : .outputContested(path: path)
  }
}
