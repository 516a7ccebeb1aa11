import Cartography
import Export
import JSON
import Raster
import Tracks

extension FilmPlan {
  /// What each frame says of itself.
  var metadata: PNGMetadata {
    PNGMetadata(look: job.look, frame: job.frame, subject: "Vessel traffic, frame by frame", provenance: provenance)
  }

  /// Equal keys promise equal frames.
  var key: String { provenance.json }

  /// The text of `frames.json`.
  func description(_ frames: [FrameRecord]) -> [UInt8] {
    let size = overview.pictureViewport
    var members: [(String, JSONValue)] = [("wakeprint_frames", 1), ("count", .integer(Int64(frames.count)))]
    members += [
      ("width", .integer(Int64(size.width))), ("height", .integer(Int64(size.height))),
      ("bbox", JobSummary.value(overview.viewport.boundingBox)),
    ]
    members += film
    members.append(("scale", scaleFile?.value ?? .null))
    members.append(("frames", .array(frames.map(\.value))))
    return Array((JSONValue.object(members).text(pretty: true) + "\n").utf8)
  }

  /// How the film shows time.
  private var film: [(String, JSONValue)] {
    func seconds(_ milliseconds: Int64) -> JSONValue { .number(Double(milliseconds) / 1_000) }
    let density: JSONValue =
      switch job.time.density {
      case .window(let length): seconds(length)
      case .cumulative: "cumulative"
      case nil: .null
      }
    return [
      ("from", .string(TimeText.iso(timeline.span.lowerBound))),
      ("to", .string(TimeText.iso(timeline.span.upperBound))),
      ("every_s", seconds(timeline.step)), ("fps", .number(job.time.framesPerSecond)),
      ("trail_s", job.time.trail.map(seconds) ?? .null), ("window_s", density),
    ]
  }

  private var provenance: Provenance {
    Provenance(
      summary: summary, commandLine: job.commandLine, rule: job.input.rule, selection: job.input.reading.selection,
      density: shading.map { (job.density, $0.scale) },
      extras: Provenance.layers(
        density: shading != nil, colorKey: job.time.trail == nil ? nil : job.colorKey, events: material.sources)
        + material.extras + style.extras + [("film", .object(film))])
  }

  /// What the colours of density mean, to be used again; nil without density.
  var scaleFile: ScaleFile? { shading.map { ScaleFile(measure: job.density.measure, scale: $0.scale) } }
}
