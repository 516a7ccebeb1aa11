import Cartography
import Export
import JSON
import Raster
import Tracks

/// Where a picture comes from, as the JSON that it carries: nothing in it depends on clock, threads or paths.
struct Provenance: Sendable {
  let summary: JobSummary
  let commandLine: [String]
  let rule: LegRule
  let selection: RowSelection
  /// What was counted and how it is coloured; nil where no density is drawn.
  let density: (request: DensityRequest, scale: ColorScale)?
  /// More that shaped the output.
  var extras: [(String, JSONValue)] = []

  /// One JSON object as text.
  var json: String { value.text() }

  /// One JSON object; inputs stand in the order of their names and hashes, so that the order given does not matter.
  var value: JSONValue {
    let inputs = summary.inputs.map { input in
      (name: input.path.split(separator: "/").last.map(String.init) ?? input.path, input: input)
    }.sorted { ($0.name, $0.input.sha256) < ($1.name, $1.input.sha256) }
    var members: [(String, JSONValue)] = [
      ("program", .string("wakeprint")),
      ("version", .string(wakeprintVersion)),
      ("command", .array(commandLine.map { .string($0) })),
      (
        "inputs",
        .array(
          inputs.map { name, input in
            .object([
              ("name", .string(name)), ("format", .string(input.format)), ("bytes", .integer(Int64(input.bytes))),
              ("rows", .unsigned(input.rows)), ("sha256", .string(input.sha256)),
            ])
          })
      ),
      ("rows", JobSummary.value(summary.rows)),
      ("vessels", .integer(Int64(summary.survey.vessels))),
      ("segments", .integer(Int64(summary.survey.segments))),
      ("gaps", .integer(Int64(summary.survey.gaps))),
      ("jumps", .integer(Int64(summary.survey.jumps))),
      ("time", JobSummary.value(summary.survey.time)),
      ("thresholds", thresholds),
    ]
    if !summary.passedOver.isEmpty { members.append(("passed_over", passedOver)) }
    if let density { members.append(("density", Provenance.value(density.request, density.scale))) }
    members += extras
    if let frame = summary.frame {
      members.append(
        (
          "frame",
          .object([
            ("crs", .string("EPSG:3857")), ("bbox", JobSummary.value(frame.box)),
            ("width", .integer(Int64(frame.width))), ("height", .integer(Int64(frame.height))),
          ])
        ))
    }
    if let coastline = summary.coastline { members.append(("coastline", coastline.value)) }
    if let observed = summary.observed {
      members.append(("hours_inside", .number(JobSummary.hours(observed.inside))))
      members.append(("hours_outside", .number(JobSummary.hours(observed.outside))))
    }
    return .object(members)
  }

  /// What came along with the inputs and was not read, in the order of names.
  private var passedOver: JSONValue {
    let files = summary.passedOver.map { file in
      // A member keeps its own folders, those of the archive are the machine's.
      let (archive, member) = (file.path.prefix { $0 != ":" }, file.path.drop { $0 != ":" })
      return (name: String(archive.split(separator: "/").last ?? archive) + member, why: file.why)
    }.sorted { ($0.name, $0.why) < ($1.name, $1.why) }
    return .array(files.map { .object([("name", .string($0.name)), ("why", .string($0.why))]) })
  }

  /// Which layers an output shows, for `extras`.
  static func layers(density: Bool, colorKey: TrackColorKey?, events: [EventSource]) -> [(String, JSONValue)] {
    var shown: [JSONValue] = []
    if density { shown.append("density") }
    if colorKey != nil { shown.append("tracks") }
    if !events.isEmpty { shown.append("events") }
    return [
      ("layers", .array(shown)), ("color_by", colorKey.map { .string($0.rawValue) } ?? .null),
      ("events", events.value),
    ]
  }

  private var thresholds: JSONValue {
    .object([
      ("gap_after_s", .number(Double(rule.gapAfterMilliseconds) / 1_000)),
      ("max_speed_kn", .number(rule.maximumSpeedInKnots)),
      ("from", selection.fromMilliseconds.map { .string(TimeText.iso($0)) } ?? .null),
      ("to", selection.toMilliseconds.map { .string(TimeText.iso($0)) } ?? .null),
      ("mmsi", selection.vessels.map { .array($0.sorted().map { .integer(Int64($0)) }) } ?? .null),
    ])
  }

  private static func value(_ density: DensityRequest, _ scale: ColorScale) -> JSONValue {
    let smoothing: JSONValue =
      switch density.smoothing {
      case .pixels(let deviation): .string("\(deviation)px")
      case .metres(let metres): .string("\(metres)m")
      case nil: .null
      }
    return .object([
      ("measure", .string(density.measure.rawValue)), ("unit", .string(density.measure.unit)),
      ("scaling", .string(scale.kind.rawValue)), ("minimum", .number(scale.minimum)),
      ("maximum", .number(scale.maximum)), ("smoothing", smoothing),
      ("knots", .array(scale.knots.map { .array([.number($0.value), .number($0.fraction)]) })),
    ])
  }
}
