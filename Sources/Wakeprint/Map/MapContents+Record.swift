import Cartography
import JSON

extension MapContents {
  /// What a record says of it, for `Provenance.extras`.
  var extras: [(String, JSONValue)] {
    let ticks: JSONValue =
      switch tick {
      case .automatic: "auto"
      case .none: .null
      case .every(let milliseconds): .number(Double(milliseconds) / 1000)
      }
    return [
      ("layer_order", .array(layers.map { .string($0.rawValue) })), ("tick_s", ticks),
      ("reach_at_kn", showsReach ? .number(darkSpeedInKnots) : .null),
      ("hotspots", hotspots.map { .string($0.rawValue) } ?? .null),
      ("hotspot_radius_m", hotspots == nil ? .null : .number(hotspotRadiusInMetres)),
      ("inset", inset.map(JobSummary.value) ?? .null),
    ]
  }
}
