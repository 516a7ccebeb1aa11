import Geography
import JSON
import Tracks

/// What event files say of an event, by name, so that GeoJSON and CSV cannot differ.
struct EventText {
  let event: Event

  /// What every event has and what its kind adds, in the order in which it is written; nothing unknown but null.
  var properties: [(name: String, value: JSONValue)] {
    let findings = event.findings
    var properties: [(String, JSONValue)] = [
      ("type", .string(event.kind.rawValue)),
      ("id", .string(event.id)),
      ("start", .string(TimeText.iso(event.start))),
      ("end", .string(TimeText.iso(event.end))),
      ("duration_h", EventText.number(event.durationInHours, 4)),
      ("latitude", EventText.number(event.place.latitude, 6)),
      ("longitude", EventText.number(event.place.longitude, 6)),
    ]
    switch event.kind {
    case .encounter:
      properties += [
        ("median_distance_m", EventText.number(findings.medianDistanceInMetres, 1)),
        ("min_distance_m", EventText.number(findings.minimumDistanceInMetres, 1)),
        ("median_speed_kn", EventText.number(findings.medianSpeedInKnots, 2)),
        ("together_h", EventText.number(findings.togetherInHours, 3)),
      ]
    case .loitering: properties.append(("median_speed_kn", EventText.number(findings.medianSpeedInKnots, 2)))
    case .gap:
      properties += [
        ("end_latitude", EventText.number(event.reappearance?.latitude, 6)),
        ("end_longitude", EventText.number(event.reappearance?.longitude, 6)),
        ("distance_km", EventText.number(findings.distanceInMetres.map { $0 / 1000 }, 3)),
        ("implied_speed_kn", EventText.number(findings.impliedSpeedInKnots, 2)),
        ("heard_nearby", findings.heardNearby.first.map { .integer(Int64($0)) } ?? .null),
        ("open", .bool(findings.isOpen)),
      ]
    case .darkRendezvous:
      properties += [
        ("rank", findings.rank.map { .integer(Int64($0)) } ?? .null),
        ("longest_stay_h", EventText.number(findings.longestStayInHours, 3)),
        ("area_km2", EventText.number(findings.areaInSquareKilometres, 0)),
        ("heard_nearby", findings.heardNearby.min().map { .integer(Int64($0)) } ?? .null),
      ]
    case .identityChange:
      properties += [
        ("field", findings.changedField.map { .string($0) } ?? .null),
        ("before", findings.before.map { .string($0) } ?? .null),
        ("after", findings.after.map { .string($0) } ?? .null),
      ]
    }
    if event.kind != .identityChange {
      properties += [
        ("distance_to_shore_km", EventText.number(findings.distanceToShoreInMetres.map { $0 / 1000 }, 3)),
        ("distance_to_port_km", EventText.number(findings.distanceToPortInMetres.map { $0 / 1000 }, 3)),
        ("port", findings.port.map { .string($0) } ?? .null),
        ("confidence", EventText.number(findings.confidence, 2)),
      ]
    }
    if let volume = findings.volume {
      properties += [
        ("volume_estimate_bbl", EventText.number(volume.best, 0)),
        ("volume_low_bbl", EventText.number(volume.low, 0)),
        ("volume_high_bbl", EventText.number(volume.high, 0)),
      ]
    }
    return properties
  }

  /// What is said of a vessel, in the order in which it is written.
  static func properties(of vessel: EventVessel) -> [(name: String, value: JSONValue)] {
    func text(_ value: String) -> JSONValue { value.isEmpty ? .null : .string(value) }
    return [
      ("mmsi", vessel.mmsi.map { .integer(Int64($0)) } ?? .null),
      ("name", text(vessel.name)),
      ("imo", vessel.imo.map { .integer(Int64($0)) } ?? .null),
      ("call_sign", text(vessel.callSign)),
      ("flag", vessel.flag.map { .string($0.alpha3) } ?? .null),
      ("type", text(vessel.type)),
      ("length_m", number(vessel.lengthInMetres, 1)),
      ("beam_m", number(vessel.beamInMetres, 1)),
      ("last_reported", vessel.lastReported.map { .string(TimeText.iso($0)) } ?? .null),
      ("watchlisted", .bool(vessel.isWatchlisted)),
      ("note", text(vessel.note)),
      ("draught_before", number(vessel.draughtBefore, 1)),
      ("draught_after", number(vessel.draughtAfter, 1)),
    ]
  }

  /// A number rounded to so many decimals, so that the last bits of a computation do not stand in a file.
  static func number(_ value: Double?, _ decimals: Int) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    let scale = [1, 10, 100, 1e3, 1e4, 1e5, 1e6][decimals]
    let rounded = (value * scale).rounded() / scale
    return decimals == 0 ? .integer(Int64(rounded)) : .number(rounded == 0 ? 0 : rounded)
  }
}
