import Geography

/// How tracks are read.
public struct ReadOptions: Sendable {
  /// Which rows are wanted.
  public var selection = RowSelection()
  /// Columns named by the user (header name, or number from 1), by role.
  public var map: [ColumnRole: String] = [:]
  /// Which legs between two fixes count as observed, for the survey.
  public var rule = LegRule()
  /// Whether speed and course are kept as reported; a density needs neither.
  public var keepsSpeedAndCourse = true
  /// Whether the vessels' types are kept; only colours ask for them.
  public var keepsVesselType = false
  /// Whether what rows say of who their vessels are is kept: names, numbers, sizes and draughts, the type among them.
  public var keepsIdentity = false
  /// Whether ships that share an MMSI become separate tracks, and positions that none of them reached are rejected as
  /// `teleport`; the `rule` says how fast a ship is. Speed and course are then read, whatever is said of keeping them.
  public var separatesVessels = false
  /// Which way round dates with slashes are.
  public var timeFormat = TimeFormat.auto
  /// The format of all inputs, where it is not to be found from their content.
  public var format: InputFormat?
  /// How much of anything an input may have.
  public var limits = ReadLimits()
  /// When a log begins whose sentences say no time, in milliseconds since 1970; nil where that is not known.
  public var logStart: Int64?
  /// Whether inputs of which no row can be used are a result like others, which says why, and no error.
  public var allowsNothing = false
  /// Whether the first row at fault ends the run.
  public var isStrict = false
  /// Workers, at least 1; the result does not depend on it.
  public var threads = 1
  /// Bytes of working data before runs go to disk; the result does not depend on it.
  public var memory = 4_000_000_000
  /// Whether rejected rows are wanted one by one.
  public var namesRejectedRows = false
  /// Bytes read at a time.
  package var chunkSize = 1 << 20

  /// The defaults.
  public init() {}
}

/// How far reading has come.
public struct ReadProgress: Sendable {
  /// Bytes read of all inputs, as they are stored.
  public var bytesRead: Int
  /// Bytes of all inputs that have a size, 0 where none is known.
  public var bytesInAll: Int
}

/// One input as it was read.
public struct InputReport: Sendable, Equatable {
  /// The path as given or found; `-` for standard input.
  public let path: String
  /// The layout found.
  public let format: String
  /// Bytes as stored.
  public let bytes: Int
  /// Rows read, used or not.
  public let rows: UInt64
  /// SHA-256 of the bytes as stored, in hexadecimal.
  public let sha256: String
  /// How sure the format is; nil where nobody asked.
  public var certainty: FormatCertainty?
  /// The columns or fields, and what they were taken to mean; nil where the format itself says what it holds. Of an
  /// archive's members those of the last.
  public var columns: [ColumnUse]?
  /// Messages by AIS type, 0...27 (0: no such type); empty where rows are no messages.
  public var messages: [UInt64] = []
  /// Members of an archive that were passed over, since they are no recordings, hidden or empty.
  public var passedOver: [String] = []

  /// An input from what is known of it.
  package init(path: String, format: String, bytes: Int, rows: UInt64, sha256: String) {
    self.path = path
    self.format = format
    self.bytes = bytes
    self.rows = rows
    self.sha256 = sha256
  }
}

/// A row that was not used.
public struct RejectedRow: Sendable, Equatable {
  /// The file, or `file:member`.
  public let path: String
  /// The line, from 1, the header counted.
  public let line: Int
  /// Why.
  public let reason: RejectReason
  /// What of the row is to blame, as it stands in the input; empty where that is the whole row.
  public let value: String

  /// A row of a file.
  package init(path: String, line: Int, reason: RejectReason, value: String = "") {
    self.path = path
    self.line = line
    self.reason = reason
    self.value = value
  }
}

/// What reading came to.
public struct ReadResult: Sendable {
  /// The tracks.
  public let tracks: TrackSet
  /// What the tracks hold, by the rule of the options.
  public let survey: TrackSurvey
  /// Every row, used or not.
  public let ledger: RowLedger
  /// The inputs in the order given.
  public let inputs: [InputReport]
  /// Files of folders and members of archives that were not read, since they are no recordings.
  public let passedOver: [PassedOver]
  /// Why no row can be used; nil where one can.
  public var nothingUsable: TracksError?
}

extension ReadResult {
  /// No tracks, about places and a time that something else is known of: where nothing but events is to be drawn.
  package static func withoutTracks(places: [Coordinate], time: ClosedRange<Int64>?) -> ReadResult {
    ReadResult(
      tracks: TrackSet(vessels: [], storage: .memory(TrackSet.KeptStore(FixStore(namesRows: false)))),
      survey: TrackSurvey(places: places, time: time), ledger: RowLedger(), inputs: [], passedOver: [])
  }
}
