import Cartography
import Export
import JSON
import Raster

/// What the colours and marks of a tile set mean, as JSON for web pages and as a picture.
struct TileLegend: Sendable {
  let request: DensityRequest
  let density: DensityShading?
  let tracks: (key: TrackColorKey, legend: TrackLegend)?
  let events: CategoryLegend?

  /// What the set shows, in a sentence.
  var description: String {
    var words: [String] = []
    if density != nil { words.append(request.measure.unit) }
    if let tracks { words.append("tracks, coloured by \(tracks.key.rawValue)") }
    if events != nil { words.append("events") }
    let text = words.joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// One member for each layer.
  var value: JSONValue {
    var members: [(String, JSONValue)] = []
    if let density { members.append(("density", value(density))) }
    if let tracks {
      members.append(
        (
          "tracks",
          .object([
            ("color_by", .string(tracks.key.rawValue)), ("title", .string(tracks.legend.title)),
            ("entries", .array(tracks.legend.entries.map(TileLegend.value))),
            ("gap", TileLegend.value(tracks.legend.gap)),
          ])
        ))
    }
    if let events {
      members.append(
        (
          "events",
          .object([
            ("title", .string(events.title)), ("labels", .array(events.entries.map { .string($0.label) })),
          ])
        ))
    }
    return .object(members)
  }

  /// The legend as a picture of its own.
  func picture(title: String, theme: Theme) -> LegendPicture {
    var parts: [LegendPicture.Part] = []
    if let density { parts.append(.density(density.legend(unit: request.measure.unit))) }
    if let tracks { parts.append(.categories(CategoryLegend(tracks.legend))) }
    if let events { parts.append(.categories(events)) }
    return LegendPicture(title: title, parts: parts, theme: theme, scale: 2)
  }

  private func value(_ shading: DensityShading) -> JSONValue {
    let legend = shading.legend(unit: request.measure.unit)
    var members: [(String, JSONValue)] = [
      ("measure", .string(request.measure.rawValue)), ("unit", .string(legend.unit)),
      ("scaling", .string(shading.scale.kind.rawValue)), ("minimum", .number(shading.scale.minimum)),
      ("maximum", .number(shading.scale.maximum)),
      ("colors", .array(shading.palette.dropFirst().map { .string(TileLegend.css($0)) })),
      (
        "ticks",
        .array(legend.ticks.map { .object([("fraction", .number($0.fraction)), ("label", .string($0.text))]) })
      ),
    ]
    if let text = legend.textBelow { members.append(("below", .string(text))) }
    if let text = legend.textAbove { members.append(("above", .string(text))) }
    return .object(members)
  }

  private static func value(_ entry: TrackLegend.Entry) -> JSONValue {
    .object([("label", .string(entry.label)), ("color", .string(css(PaletteEntry(entry.color))))])
  }

  /// A colour as CSS writes it: `#rrggbbaa`.
  private static func css(_ entry: PaletteEntry) -> String {
    let digits = [entry.red, entry.green, entry.blue, entry.alpha].map { channel in
      let text = String(channel, radix: 16)
      return text.count < 2 ? "0" + text : text
    }
    return "#" + digits.joined()
  }
}
