/// Why tracks could not be read; `description` is the sentence for the user.
public enum TracksError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The input does not exist or may not be read.
  case unreadable(path: String, why: String)
  /// Reading failed midway.
  case readFailed(path: String, why: String)
  /// What is in the input cannot be used; `line` counts from 1.
  case unusable(path: String, line: Int?, why: String)
  /// The content is of another kind than a recording, or of a kind that is not read: an error for what the user named,
  /// and for what came along in a folder or an archive the reason to pass it over, where `advice` is no use.
  case notARecording(path: String, line: Int?, why: String, advice: String)
  /// All inputs have been read to their ends, and no row can be used.
  case nothingUsable(path: String, why: String)
  /// All inputs together have more of something than the limits allow.
  case beyondLimit(why: String)
  /// `--strict`: a row at fault.
  case badRow(path: String, line: Int, reason: RejectReason)
  /// The work file for data beyond `--memory` cannot be made or written.
  case spillFailed(path: String, why: String)
  /// The file for rejected rows could not be written.
  case rejectsFailed(path: String, why: String)

  /// The same of a line that many further down.
  func movedDown(_ lines: Int) -> TracksError {
    guard case .unusable(let path, .some(let line), let why) = self else { return self }
    return .unusable(path: path, line: line + lines, why: why)
  }

  /// One sentence: where, what is wrong, what to do; nothing in it acts on a terminal, whatever the input holds.
  public var description: String { SaidText.shown(words) }

  private var words: String {
    switch self {
    case .unreadable(let path, let why): "\(path): cannot be opened (\(why)); check the path and its permissions"
    case .readFailed(let path, let why): "\(path): reading failed midway (\(why)); check the file or the disk"
    case .unusable(let path, let line, let why):
      line.map { "\(path):\($0): \(why)" } ?? "\(path): \(why)"
    case .notARecording(let path, let line, let why, let advice):
      (line.map { "\(path):\($0): \(why)" } ?? "\(path): \(why)") + "; " + advice
    case .nothingUsable(let path, let why): "\(path): \(why)"
    case .beyondLimit(let why): "the inputs \(why)"
    case .badRow(let path, let line, let reason):
      "\(path):\(line): \(reason.rawValue): \(reason.words); correct the row or run without --strict"
    case .spillFailed(let path, let why):
      "\(path): work data could not be stored (\(why)); free space there, set TMPDIR or raise --memory"
    case .rejectsFailed(let path, let why):
      "\(path): rejected rows could not be written (\(why)); check the folder and its free space"
    }
  }
}
