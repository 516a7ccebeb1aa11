import JSON
import Platform
import Raster

/// A mapping from value to colour as JSON, so that a later picture can be compared with an earlier one.
package struct ScaleFile: Sendable {
  /// What the values count.
  let measure: Measure
  /// The mapping.
  let scale: ColorScale

  /// The file's text.
  package var text: String { value.text(pretty: true) + "\n" }

  /// The same as a member of another file.
  var value: JSONValue {
    .object([
      ("wakeprint_scale", 1),
      ("measure", .string(measure.rawValue)),
      ("unit", .string(measure.unit)),
      ("scaling", .string(scale.kind.rawValue)),
      ("minimum", .number(scale.minimum)),
      ("maximum", .number(scale.maximum)),
      ("knots", .array(scale.knots.map { .array([.number($0.value), .number($0.fraction)]) })),
    ])
  }

  /// A mapping of a measure.
  init(measure: Measure, scale: ColorScale) {
    self.measure = measure
    self.scale = scale
  }

  /// Reads a file that `text` wrote, or a film's `frames.json`; throws what is wrong with it.
  package init(path: String) throws(WakeprintError) {
    let bytes: [UInt8]
    do throws(FileHandle.Failure) {
      bytes = try ScaleFile.contents(path)
    } catch {
      throw WakeprintError(.noInput, "\(path): cannot be opened (\(error.words)); give a file that --save-scale wrote")
    }
    var value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw WakeprintError(.data, "\(path): is not a scale (\(error.sentence)); give a file that --save-scale wrote")
    }
    // A film's frames.json holds the scale among other things.
    if value["wakeprint_frames"] != nil, let scale = value["scale"] { value = scale }
    guard value["wakeprint_scale"]?.int == 1, let measure = Measure(rawValue: value["measure"]?.string ?? ""),
      let kind = ColorScale.Kind(rawValue: value["scaling"]?.string ?? ""),
      let minimum = value["minimum"]?.double, let maximum = value["maximum"]?.double,
      let knots = value["knots"]?.elements,
      let scale = ColorScale(
        kind: kind, minimum: minimum, maximum: maximum,
        knots: knots.compactMap { knot in
          guard let pair = knot.elements, pair.count == 2, let value = pair[0].double,
            let fraction = pair[1].double
          else { return nil }
          return ColorScale.Knot(value: value, fraction: fraction)
        }), scale.knots.count == knots.count
    else {
      throw WakeprintError(.data, "\(path): is not a scale; give a file that --save-scale wrote")
    }
    self.init(measure: measure, scale: scale)
  }

  private static func contents(_ path: String) throws(FileHandle.Failure) -> [UInt8] {
    let file = try FileHandle.reading(path)
    let limit = 256 << 20
    var bytes = [UInt8](repeating: 0, count: min(file.size, limit))
    let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(FileHandle.Failure) in
      try file.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    return Array(bytes[..<count])
  }
}
