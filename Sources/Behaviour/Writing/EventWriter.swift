import Geography
import JSON
import Platform
import Tracks

/// Writes events as the files that `EventReader` reads; the same events give the same bytes.
package enum EventWriter {
  /// A FeatureCollection (RFC 7946), a feature a line.
  ///
  /// An encounter, loitering and a change of identity are points; a gap is the line from last to next sight, cut at 180
  /// degrees, or a point where it is open; a dark rendezvous is the area where it can have been.
  /// `provenance` says where the events come from; a foreign member that readers of GeoJSON pass over.
  package static func geoJSON(_ events: [Event], provenance: JSONValue? = nil, threads: Int = 1) -> [UInt8] {
    let record = provenance.map { ",\n\"provenance\":\($0.text())" } ?? ""
    let head = Array("{\"type\":\"FeatureCollection\"\(record),\n\"features\":[".utf8)
    let chunk = 128
    let chunks = concurrently(threads, mapping: (events.count + chunk - 1) / chunk, stride: 1) { number in
      var bytes: [UInt8] = []
      for place in number * chunk..<min(events.count, (number + 1) * chunk) {
        bytes.append(contentsOf: (place == 0 ? "\n" : ",\n").utf8)
        feature(events[place]).append(to: &bytes)
      }
      return bytes
    }
    var whole = head
    whole.reserveCapacity(chunks.reduce(head.count + 8) { $0 + $1.count })
    for chunk in chunks { whole += chunk }
    whole += (events.isEmpty ? "]}\n" : "\n]}\n").utf8
    return whole
  }

  private static func feature(_ event: Event) -> JSONValue {
    var properties = EventText(event: event).properties.map { ($0.name, $0.value) }
    properties.append(
      ("vessels", .array(event.vessels.map { .object(EventText.properties(of: $0).map { ($0.name, $0.value) }) })))
    properties.append(("reasons", .array(event.findings.reasons.map { .string($0) })))
    properties.append(("excluded", .array(event.findings.exclusions.map { .string($0) })))
    return .object([
      ("type", "Feature"), ("id", .string(event.id)), ("geometry", geometry(event)),
      ("properties", .object(properties)),
    ])
  }

  private static func geometry(_ event: Event) -> JSONValue {
    if event.kind == .darkRendezvous, let area = GeoJSONArea.geometry(of: event.findings.area) { return area }
    guard let end = event.reappearance else {
      return .object([("type", "Point"), ("coordinates", position(event.place))])
    }
    let parts = line(event.place, end).map { JSONValue.array($0.map(position)) }
    return parts.count == 1
      ? .object([("type", "LineString"), ("coordinates", parts[0])])
      : .object([("type", "MultiLineString"), ("coordinates", .array(parts))])
  }

  /// A line as one part, or as two that end and begin at 180 degrees.
  private static func line(_ from: Coordinate, _ to: Coordinate) -> [[Coordinate]] {
    guard abs(to.longitude - from.longitude) > 180 else { return [[from, to]] }
    let edge = from.longitude > 0 ? 180.0 : -180.0
    let whole = BoundingBox.wrapped(to.longitude - from.longitude)
    let share = whole == 0 ? 0 : (edge - from.longitude) / whole
    let latitude = from.latitude + (to.latitude - from.latitude) * share
    return [
      [from, Coordinate(latitude: latitude, longitude: edge)], [Coordinate(latitude: latitude, longitude: -edge), to],
    ]
  }

  private static func position(_ place: Coordinate) -> JSONValue {
    .array([EventText.number(place.longitude, 6), EventText.number(place.latitude, 6)])
  }

  /// Columns that every table has: those of all kinds, in the order of the kinds.
  private static let columns: [String] = {
    var names: [String] = []
    for kind in EventKind.allCases {
      let sample = Event(kind: kind, id: "", start: 0, end: 0, place: Coordinate(latitude: 0, longitude: 0))
      for name in EventText(event: sample).properties.map(\.name) where !names.contains(name) { names.append(name) }
    }
    return names + ["volume_estimate_bbl", "volume_low_bbl", "volume_high_bbl"]
  }()

  /// A table with a header and a row an event; fields that do not apply are empty, reasons are joined by "; ".
  ///
  /// Text that a spreadsheet would take for a formula is written as text.
  package static func csv(_ events: [Event]) -> [UInt8] {
    let vesselColumns = EventText.properties(of: EventVessel(mmsi: nil)).map(\.name)
    var header = columns
    for number in 1...2 { header += vesselColumns.map { "vessel\(number)_\($0)" } }
    header += ["reasons", "excluded"]
    var text = header.joined(separator: ",") + "\n"
    for event in events {
      var values: [String: JSONValue] = [:]
      for (name, value) in EventText(event: event).properties { values[name] = value }
      for (place, vessel) in event.vessels.prefix(2).enumerated() {
        for (name, value) in EventText.properties(of: vessel) { values["vessel\(place + 1)_\(name)"] = value }
      }
      values["reasons"] = .string(event.findings.reasons.joined(separator: "; "))
      values["excluded"] = .string(event.findings.exclusions.joined(separator: "; "))
      text += header.map { cell(values[$0] ?? .null) }.joined(separator: ",") + "\n"
    }
    return Array(text.utf8)
  }

  private static func cell(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): CSVText.cell(text)
    default: value.text()
    }
  }
}
