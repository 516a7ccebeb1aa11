import Export
import Tracks

/// Why a job could not be done: one sentence, and the kind that decides the exit code.
public struct WakeprintError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of failure it is; raw values are the exit codes of sysexits.h.
  public enum Kind: Int32, Sendable {
    /// The request contradicts itself or asks for what cannot be (64).
    case usage = 64
    /// The data is wrong: nothing usable in it, or a strict run met a bad row (65).
    case data = 65
    /// An input does not exist or cannot be read (66).
    case noInput = 66
    /// A needed program is missing (69).
    case unavailable = 69
    /// The output exists or cannot be created (73).
    case cannotCreate = 73
    /// Reading or writing failed midway (74).
    case inputOutput = 74
  }

  /// The kind.
  public let kind: Kind
  /// What is wrong and what to do, without the program's name.
  public let description: String

  /// A failure of a kind, in one sentence.
  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// A failure of reading.
  init(_ error: TracksError) {
    let kind: Kind =
      switch error {
      case .unreadable: .noInput
      case .unusable, .notARecording, .nothingUsable, .beyondLimit, .badRow: .data
      case .readFailed, .spillFailed, .rejectsFailed: .inputOutput
      }
    self.init(kind, error.description)
  }

  /// A failure of writing.
  init(_ error: ExportError) {
    let kind: Kind =
      switch error.kind {
      case .unusableRequest: .usage
      case .unusableData: .data
      case .cannotCreate: .cannotCreate
      case .writeFailed: .inputOutput
      case .programMissing: .unavailable
      }
    self.init(kind, error.description)
  }
}
