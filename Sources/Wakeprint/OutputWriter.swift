import Digest
import Export
import Platform

/// Writes whole outputs under their names and says what was written.
struct OutputWriter: Sendable {
  /// Whether an existing output may be replaced.
  let force: Bool

  /// Throws where an output cannot be made, before any work is spent on it.
  func check(_ path: String) throws(WakeprintError) {
    do throws(ExportError) {
      _ = try OutputFile.create(path: path, force: force)
    } catch {
      throw WakeprintError(error)
    }
  }

  /// Throws where two outputs share a name, an output is one of the inputs, or an output cannot be made.
  func check(_ outputs: [String], inputs: [String]) throws(WakeprintError) {
    try checkNames(outputs, inputs: inputs)
    for path in outputs { try check(path) }
  }

  private func checkNames(_ outputs: [String], inputs: [String]) throws(WakeprintError) {
    let names = outputs.map(FilePlace.canonical)
    for (index, path) in outputs.enumerated() {
      guard !names[..<index].contains(names[index]) else {
        throw WakeprintError(.usage, "\(path): is named for two outputs; give each a name of its own")
      }
      // --force is leave to replace an earlier output, never the evidence itself.
      if let output = identity(path), inputs.contains(where: { identity($0) == output }) {
        throw WakeprintError(.usage, "\(path): is an input and would be overwritten; give the output another name")
      }
    }
  }

  private func identity(_ path: String) -> [UInt64]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino)]
  }

  /// Writes bytes as a file that appears whole or not at all.
  func write(_ bytes: [UInt8], to path: String) throws(WakeprintError) -> WrittenOutput {
    do throws(ExportError) {
      try OutputFile.write(bytes, to: path, force: force)
    } catch {
      throw WakeprintError(error)
    }
    return WrittenOutput(path: path, bytes: bytes.count, sha256: SHA256.digest(of: bytes).hexadecimal)
  }

  /// Writes bytes that do not have their name yet.
  func prepare(_ bytes: [UInt8], for path: String) throws(WakeprintError) -> PreparedOutput {
    try PreparedOutput(bytes, path: path, force: force)
  }

  /// Writes text as UTF-8.
  func write(_ text: String, to path: String) throws(WakeprintError) -> WrittenOutput {
    try write(Array(text.utf8), to: path)
  }
}

// MARK: - Tiles

extension OutputWriter {
  /// Throws where a file that several containers of one stem share stands there with other bytes.
  func checkShared(_ path: String, _ bytes: [UInt8]) throws(WakeprintError) {
    guard !force, identity(path) != nil else { return }
    let old = try? FileHandle.contents(of: path, atMost: bytes.count + 1)
    if old != bytes { try check(path) }
  }

  /// Throws where a container of tiles cannot be made or would take what it must not, before any work is spent on it.
  ///
  /// `files` are written beside it. Of containers with one stem, `shared` may stand there already: `checkShared` looks
  /// at it when its bytes are known.
  func check(
    tiles path: String, files: [String], sharing shared: String, inputs: [String]
  ) throws(WakeprintError) {
    try checkNames([path] + files + [shared], inputs: inputs)
    do throws(ExportError) {
      try TileContainer.check(path: path, force: force)
    } catch {
      throw WakeprintError(error)
    }
    try checkOutside(path, files + inputs)
    for file in files { try check(file) }
    if identity(shared) == nil { try check(shared) }
  }

  /// Throws where a file lies in a folder that is replaced as a whole.
  private func checkOutside(_ path: String, _ others: [String]) throws(WakeprintError) {
    let inside = FilePlace.canonical(path) + "/"
    for other in others where FilePlace.canonical(other).hasPrefix(inside) {
      throw WakeprintError(.usage, "\(other): lies in the output \(path); give the output another name")
    }
  }

  /// Opens a container of tiles; `key` names the job whose interrupted run may be gone on with.
  func tileSink(_ path: String, resumes: Bool, key: String) throws(WakeprintError) -> any TileSink {
    do throws(ExportError) {
      return try TileContainer.sink(path: path, force: force, resume: resumes, key: key)
    } catch {
      throw WakeprintError(error)
    }
  }

  /// Gives a container of tiles its name.
  func finish(
    _ sink: any TileSink, _ metadata: TileSetMetadata, path: String
  ) throws(WakeprintError) -> WrittenOutput {
    do throws(ExportError) {
      let report = try sink.finish(metadata)
      return WrittenOutput(path: path, bytes: report.bytes, sha256: report.sha256)
    } catch {
      throw WakeprintError(error)
    }
  }
}

// MARK: - Films

extension OutputWriter {
  /// Throws where a film cannot be made or would take what it must not, before any work is spent on it.
  func check(film path: String, isFolder: Bool, files: [String], inputs: [String]) throws(WakeprintError) {
    guard isFolder else { return try check([path] + files, inputs: inputs) }
    try checkNames([path] + files, inputs: inputs)
    do throws(ExportError) {
      try FrameFolderSink.check(path: path, force: force)
    } catch {
      throw WakeprintError(error)
    }
    try checkOutside(path, files + inputs)
    for file in files { try check(file) }
  }
}
