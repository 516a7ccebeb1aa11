import Behaviour
import JSON

/// What events and hotspots are written as.
enum EventFormat: Sendable {
  case geoJSON
  case csv

  /// The format that a name asks for. Throws a usage error for a name that asks for none.
  init(output: String) throws(WakeprintError) {
    let name = output.lowercased()
    if name.hasSuffix(".geojson") || name.hasSuffix(".json") {
      self = .geoJSON
    } else if name.hasSuffix(".csv") {
      self = .csv
    } else {
      throw WakeprintError(.usage, "\(output): is neither .geojson nor .csv; name one of them for events")
    }
  }

  /// The bytes of a file of events; a table has no room for the record of where they come from.
  func bytes(_ events: [Event], _ record: JSONValue, threads: Int) -> [UInt8] {
    switch self {
    case .geoJSON: EventWriter.geoJSON(events, provenance: record, threads: threads)
    case .csv: EventWriter.csv(events)
    }
  }

  /// The bytes of a file of hotspots.
  func bytes(_ hotspots: [Hotspot]) -> [UInt8] {
    switch self {
    case .geoJSON: HotspotFile.geoJSON(hotspots)
    case .csv: HotspotFile.csv(hotspots)
    }
  }
}
