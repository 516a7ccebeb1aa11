import Cartography
import Export
import JSON
import Raster

/// A tile set's legend as JSON, for web pages that draw it themselves.
enum TileLegend {
  /// The legend of a density: colours from the least value to the greatest, ticks, and the scale itself.
  static func value(_ legend: Legend, request: DensityRequest, _ shading: DensityShading) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("measure", .string(request.measure.rawValue)), ("unit", .string(legend.unit)),
      ("scaling", .string(shading.scale.kind.rawValue)), ("minimum", .number(shading.scale.minimum)),
      ("maximum", .number(shading.scale.maximum)), ("colors", .array(shading.palette.dropFirst().map(color))),
      (
        "ticks",
        .array(legend.ticks.map { .object([("fraction", .number($0.fraction)), ("label", .string($0.text))]) })
      ),
    ]
    if let text = legend.textBelow { members.append(("below", .string(text))) }
    if let text = legend.textAbove { members.append(("above", .string(text))) }
    return .object(members)
  }

  /// A colour as CSS writes it: `#rrggbbaa`.
  static func color(_ entry: PaletteEntry) -> JSONValue {
    let digits = [entry.red, entry.green, entry.blue, entry.alpha].map { channel in
      let text = String(channel, radix: 16)
      return text.count < 2 ? "0" + text : text
    }
    return .string("#" + digits.joined())
  }
}
