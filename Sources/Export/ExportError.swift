/// Why an output could not be made or read back.
package enum ExportError: Error, Hashable, Sendable {
  /// Something stands at the path and may not be replaced.
  case outputExists(path: String)
  /// The path names a folder where a file is wanted.
  case outputIsFolder(path: String)
  /// Something stands at the path that is never replaced; `kind` says what ("a file").
  case outputIsOfAnotherKind(path: String, kind: String)
  /// The folder that should hold the output is not there.
  case folderMissing(path: String, folder: String)
  /// The system refuses to create the output.
  case cannotCreate(path: String, reason: String)
  /// Writing or finishing the output failed midway.
  case writeFailed(path: String, reason: String)
  /// Another run has replaced the unfinished output by its own.
  case outputContested(path: String)
  /// A picture without pixels, or with more than the format can hold.
  case unusableSize(format: String, width: Int, height: Int)
  /// The encoder refused; `reason` is the C library's.
  case encodingFailed(format: String, reason: String)
  /// A path whose ending asks for what no film is.
  case notAFilm(path: String, ending: String)
  /// More frames in a second than the format shows, of which there can be `framesPerSecond`.
  case tooFast(path: String, format: String, framesPerSecond: Int)
  /// A program that makes a kind of film, ".mp4", is nowhere to be found.
  case programMissing(program: String, format: String)
  /// A program that was making the output has failed; `reason` is its last word.
  case programFailed(path: String, program: String, reason: String)
  /// Bytes that are no whole picture of the format.
  case decodingFailed(format: String, reason: String)

  /// What kind of failure it is, for the exit code.
  package enum Kind: Sendable {
    /// The request cannot be met as it was made.
    case unusableRequest
    /// Data that should be read is wrong.
    case unusableData
    /// The output exists, or cannot be created.
    case cannotCreate
    /// Writing failed midway.
    case writeFailed
    /// A program that is needed is not there.
    case programMissing
  }

  /// The kind, for the exit code.
  package var kind: Kind {
    switch self {
    case .outputExists, .outputIsFolder, .outputIsOfAnotherKind, .folderMissing, .cannotCreate: .cannotCreate
    case .writeFailed, .outputContested, .encodingFailed, .programFailed: .writeFailed
    case .unusableSize, .notAFilm, .tooFast: .unusableRequest
    case .programMissing: .programMissing
    case .decodingFailed: .unusableData
    }
  }

  /// The file that the sentence is about, where there is one.
  package var path: String? {
    switch self {
    case .outputExists(let path), .outputIsFolder(let path), .outputIsOfAnotherKind(let path, _),
      .folderMissing(let path, _), .cannotCreate(let path, _), .writeFailed(let path, _), .outputContested(let path),
      .notAFilm(let path, _), .tooFast(let path, _, _), .programFailed(let path, _, _):
      path
    case .unusableSize, .encodingFailed, .programMissing, .decodingFailed: nil
    }
  }

  /// What is wrong and what to do; without the path, which stands before it.
  package var sentence: String {
    switch self {
    case .outputExists: "already exists; use --force to overwrite it"
    case .outputIsFolder: "is a folder; give the name of a file"
    case .outputIsOfAnotherKind(_, let kind): "is \(kind), which is never replaced; give the output another name"
    case .folderMissing(_, let folder): "the folder \(folder) does not exist; create it first"
    case .cannotCreate(_, let reason): "cannot be created (\(reason)); choose a place that you may write to"
    case .writeFailed(_, let reason):
      "could not be written to its end (\(reason)); make room or choose another place"
    case .outputContested: "is being written by another run; wait for its end or choose another name"
    case .unusableSize(let format, let width, let height):
      "a \(format) of \(width)x\(height) pixels cannot be made; choose a size that is larger than 0 and fits"
    case .encodingFailed(let format, let reason):
      "the \(format) could not be encoded: \(reason); try a smaller size"
    case .notAFilm(_, let ending): "a \(ending) is no film; name a folder, .apng, .mp4 or .gif"
    case .tooFast(_, let format, let most):
      "a \(format) shows at most \(most) frames a second; choose fewer, or name a folder, .apng or .mp4"
    case .programMissing(let program, let format):
      "\(program) is not there, which makes \(format); install the package \(program) (apt install \(program), "
        + "brew install \(program)), or name a folder or .apng"
    case .programFailed(_, let program, let reason):
      "could not be made by \(program) (\(reason)); see to that, or name a folder or .apng"
    case .decodingFailed(let format, let reason):
      "not a whole \(format): \(reason); make it or fetch it again"
    }
  }
}

extension ExportError: CustomStringConvertible {
  /// The path, where there is one, and the sentence.
  package var description: String {
    path.map { "\($0): \(sentence)" } ?? sentence
  }
}
