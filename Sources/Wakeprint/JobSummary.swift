import Export
import Geography
import JSON
import Tracks

/// What a job read, found and wrote: the content of `--json`.
public struct JobSummary: Sendable {
  /// The command, such as `heatmap`.
  public var command: String
  /// The inputs in the order given.
  public var inputs: [InputReport] = []
  /// Files of folders and members of archives that were not read, since they are no recordings.
  public var passedOver: [PassedOver] = []
  /// Whether text for a person names all that was passed over, not one for all.
  public var namesAll = false
  /// Every row, used or not.
  public var rows = RowLedger()
  /// What the tracks hold.
  public var survey = TrackSurvey()
  /// Who, how often, when and where; nil where nobody asked.
  public var look: FirstLook?
  /// Vessel-time in milliseconds inside and outside the frame; nil where no density was made.
  public var observed: (inside: Int64, outside: Int64)?
  /// The box that the map's frame shows and its pixels; nil where nothing was drawn.
  public var frame: (box: BoundingBox, width: Int, height: Int)?
  /// The installed coastline that is shown; nil where the embedded basemap is, or none.
  var coastline: UsedCoastline?
  /// The events found; nil where none were looked for.
  public var events: EventCounts?
  /// The tiles written; nil where none were asked for.
  public var tiles: TileCounts?
  /// How many frames a film has; nil where none was asked for.
  public var frames: Int?
  /// What a film would come to; nil where it was made.
  public var estimate: FilmEstimate?
  /// Seconds that stages took, in their order. Never written into an output.
  public var stages: [(name: String, seconds: Double)] = []
  /// The files written.
  public var outputs: [WrittenOutput] = []
  /// Why nothing of what was read could be used; nil where something could.
  public var failure: WakeprintError?
  /// What a user should know, a sentence each.
  public var notes: [String] = []
  /// Seconds from begin to end. Never written into an output.
  public var elapsedSeconds = 0.0

  /// A summary of nothing yet.
  public init(command: String) { self.command = command }

  /// A summary of what was read.
  init(command: String, read: ReadResult) {
    self.command = command
    inputs = read.inputs
    rows = read.ledger
    survey = read.survey
    passedOver = read.passedOver
  }

  /// The summary as one JSON object.
  public var json: String { value.text(pretty: true) }

  var value: JSONValue {
    var members: [(String, JSONValue)] = [
      ("command", .string(command)),
      ("version", .string(wakeprintVersion)),
      ("inputs", .array(inputs.map(JobSummary.value))),
      (
        "passed_over",
        .array(passedOver.map { .object([("path", .string($0.path)), ("why", .string($0.why))]) })
      ),
      ("rows", JobSummary.value(rows)),
      ("vessels", .integer(Int64(survey.vessels))),
      ("separated_vessels", .integer(Int64(survey.separatedVessels))),
      ("tracks", .integer(Int64(survey.tracks))),
      ("voyages", .integer(Int64(survey.voyages))),
      ("segments", .integer(Int64(survey.segments))),
      ("gaps", .integer(Int64(survey.gaps))),
      ("jumps", .integer(Int64(survey.jumps))),
      ("time", JobSummary.value(survey.time)),
      ("bbox", survey.boundingBox.map(JobSummary.value) ?? .null),
    ]
    if let look { members.append(("look", look.value)) }
    if let observed {
      members.append(
        (
          "hours",
          .object([
            ("total", .number(JobSummary.hours(observed.inside + observed.outside))),
            ("inside", .number(JobSummary.hours(observed.inside))),
            ("outside", .number(JobSummary.hours(observed.outside))),
          ])
        ))
    }
    if let frame {
      members.append(
        (
          "frame",
          .object([
            ("bbox", JobSummary.value(frame.box)), ("width", .integer(Int64(frame.width))),
            ("height", .integer(Int64(frame.height))),
          ])
        ))
    }
    if let coastline { members.append(("coastline", coastline.value)) }
    if let events { members += events.members }
    if let tiles {
      members.append(
        (
          "tiles",
          .object([
            ("written", .integer(Int64(tiles.written))), ("empty", .integer(Int64(tiles.empty))),
            ("by_zoom", .object(tiles.byZoom.map { ("\($0.zoom)", .integer(Int64($0.written))) })),
          ])
        ))
    }
    if let frames { members.append(("frames", .integer(Int64(frames)))) }
    if let estimate { members.append(("estimate", estimate.value)) }
    members.append(("outputs", .array(outputs.map(JobSummary.value))))
    if !stages.isEmpty {
      members.append(("stages", .object(stages.map { ($0.name, .number(($0.seconds * 1000).rounded() / 1000)) })))
    }
    members.append(("elapsed_s", .number((elapsedSeconds * 1000).rounded() / 1000)))
    return .object(members)
  }

  static func hours(_ milliseconds: Int64) -> Double { Double(milliseconds) / 3_600_000 }

  static func value(_ input: InputReport) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("path", .string(input.path)), ("format", .string(input.format)), ("bytes", .integer(Int64(input.bytes))),
      ("rows", .unsigned(input.rows)), ("sha256", .string(input.sha256)),
    ]
    if let certainty = input.certainty { members.append(("certainty", .string(certainty.rawValue))) }
    if input.messages.contains(where: { $0 > 0 }) {
      let counts = input.messages.enumerated().filter { $0.element > 0 }
      members.append(("messages", .object(counts.map { ("\($0.offset)", .unsigned($0.element)) })))
    }
    if !input.passedOver.isEmpty { members.append(("passed_over", .array(input.passedOver.map { .string($0) }))) }
    if let columns = input.columns {
      members.append(
        (
          "columns",
          .array(
            columns.map { use in
              .object([
                ("name", .string(use.name)), ("role", use.role.map { .string($0.rawValue) } ?? .null),
              ])
            })
        ))
    }
    return .object(members)
  }

  static func value(_ output: WrittenOutput) -> JSONValue {
    .object([
      ("path", .string(output.path)), ("bytes", .integer(Int64(output.bytes))), ("sha256", .string(output.sha256)),
    ])
  }

  static func value(_ ledger: RowLedger) -> JSONValue {
    .object([
      ("read", .unsigned(ledger.read)), ("accepted", .unsigned(ledger.accepted)),
      (
        "rejected",
        .object(RejectReason.allCases.map { ($0.rawValue, .unsigned(ledger.rejected($0))) })
      ),
    ])
  }

  static func value(_ time: ClosedRange<Int64>?) -> JSONValue {
    .object([
      ("from", time.map { .string(TimeText.iso($0.lowerBound)) } ?? .null),
      ("to", time.map { .string(TimeText.iso($0.upperBound)) } ?? .null),
    ])
  }

  static func value(_ box: BoundingBox) -> JSONValue {
    .array([.number(box.west), .number(box.south), .number(box.east), .number(box.north)])
  }
}
