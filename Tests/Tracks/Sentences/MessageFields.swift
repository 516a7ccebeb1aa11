import JSON
import Tracks

/// The fields of messages under the names that gpsd gave them, which most decoders use.
enum MessageFields {
  /// Fields of a message under the names of the other decoder's JSON.
  static func of(_ message: AISMessage) -> [String: JSONValue] {
    func degrees(_ value: Int, _ unit: Double) -> JSONValue { .number(Double(value) / unit) }
    func tenths(_ value: Int) -> JSONValue { .number(Double(value) / 10) }
    func whole(_ value: some BinaryInteger) -> JSONValue { .integer(Int64(value)) }
    func size(_ dimensions: VesselDimensions) -> [String: JSONValue] {
      [
        "to_bow": whole(dimensions.toBow), "to_stern": whole(dimensions.toStern), "to_port": whole(dimensions.toPort),
        "to_starboard": whole(dimensions.toStarboard),
      ]
    }
    func padded(_ value: Int, _ digits: Int = 2) -> String {
      String(repeating: "0", count: max(0, digits - "\(value)".count)) + "\(value)"
    }
    func motion(_ m: ClassBMotion) -> [String: JSONValue] {
      [
        "repeat": whole(m.repeatIndicator), "mmsi": whole(m.mmsi), "reserved": whole(m.reserved),
        "speed": tenths(m.speed), "accuracy": .bool(m.isAccurate), "lon": degrees(m.longitude, 600_000),
        "lat": degrees(m.latitude, 600_000), "course": tenths(m.course), "heading": whole(m.heading),
        "second": whole(m.second),
      ]
    }
    switch message {
    case .classAPosition(let m):
      return [
        "repeat": whole(m.repeatIndicator), "mmsi": whole(m.mmsi), "status": whole(m.status), "speed": tenths(m.speed),
        "accuracy": .bool(m.isAccurate), "lon": degrees(m.longitude, 600_000), "lat": degrees(m.latitude, 600_000),
        "course": tenths(m.course), "heading": whole(m.heading), "second": whole(m.second),
        "maneuver": whole(m.manoeuvre), "raim": .bool(m.isIntegrityMonitored), "radio": whole(m.radio),
      ]
    case .baseStation(let m):
      return [
        "repeat": whole(m.repeatIndicator), "mmsi": whole(m.mmsi), "accuracy": .bool(m.isAccurate),
        "timestamp": .string(
          "\(padded(m.year, 4))-\(padded(m.month))-\(padded(m.day))T\(padded(m.hour)):\(padded(m.minute)):\(padded(m.second))Z"
        ),
        "lon": degrees(m.longitude, 600_000), "lat": degrees(m.latitude, 600_000), "epfd": whole(m.positionDevice),
        "raim": .bool(m.isIntegrityMonitored), "radio": whole(m.radio),
      ]
    case .staticAndVoyage(let m):
      return [
        "repeat": whole(m.repeatIndicator), "mmsi": whole(m.mmsi), "imo": whole(m.imo), "ais_version": whole(m.version),
        "callsign": .string(m.callSign), "shipname": .string(m.name), "shiptype": whole(m.shipType),
        "epfd": whole(m.positionDevice), "draught": tenths(m.draught), "destination": .string(m.destination),
        "eta": .string(
          "\(padded(m.arrivalMonth))-\(padded(m.arrivalDay))T\(padded(m.arrivalHour)):\(padded(m.arrivalMinute))Z"),
        "dte": whole(m.lacksTerminal ? 1 : 0),
      ].merging(size(m.dimensions)) { a, _ in a }
    case .aircraftPosition(let m):
      return [
        "repeat": whole(m.repeatIndicator), "mmsi": whole(m.mmsi), "alt": whole(m.altitude), "speed": whole(m.speed),
        "accuracy": .bool(m.isAccurate), "lon": degrees(m.longitude, 600_000), "lat": degrees(m.latitude, 600_000),
        "course": tenths(m.course), "second": whole(m.second), "regional": whole(m.regional),
        "dte": whole(m.lacksTerminal ? 1 : 0), "raim": .bool(m.isIntegrityMonitored),
      ]
    case .classBPosition(let m):
      return [
        "regional": whole(m.regional), "cs": .bool(m.isCarrierSense),
        "display": .bool(m.hasDisplay), "dsc": .bool(m.hasDSC), "band": .bool(m.hasBand),
        "msg22": .bool(m.takesMessage22), "raim": .bool(m.isIntegrityMonitored), "radio": whole(m.radio),
      ].merging(motion(m.motion)) { a, _ in a }
    case .extendedClassB(let m):
      return [
        "regional": whole(m.regional), "shipname": .string(m.name),
        "shiptype": whole(m.shipType), "epfd": whole(m.positionDevice), "raim": .bool(m.isIntegrityMonitored),
        "assigned": .bool(m.isAssigned),
      ].merging(size(m.dimensions)) { a, _ in a }.merging(motion(m.motion)) { a, _ in a }
    case .aidToNavigation(let m):
      return [
        "repeat": whole(m.repeatIndicator), "mmsi": whole(m.mmsi), "aid_type": whole(m.kind), "name": .string(m.name),
        "lon": degrees(m.longitude, 600_000), "lat": degrees(m.latitude, 600_000), "accuracy": .bool(m.isAccurate),
        "epfd": whole(m.positionDevice), "second": whole(m.second), "regional": whole(m.regional),
        "off_position": .bool(m.isOffPosition), "raim": .bool(m.isIntegrityMonitored),
        "virtual_aid": .bool(m.isVirtual),
      ].merging(size(m.dimensions)) { a, _ in a }
    case .staticPartA(let m): return ["mmsi": whole(m.mmsi), "shipname": .string(m.name)]
    case .staticPartB(let m):
      return [
        "mmsi": whole(m.mmsi), "shiptype": whole(m.shipType), "model": whole(m.model), "serial": whole(m.serial),
        "callsign": .string(m.callSign),
      ].merging(m.dimensions.map(size) ?? [:]) { a, _ in a }
    case .longRange(let m):
      return [
        "repeat": whole(m.repeatIndicator), "mmsi": whole(m.mmsi), "accuracy": .bool(m.isAccurate),
        "lon": degrees(m.longitude, 600), "lat": degrees(m.latitude, 600), "speed": whole(m.speed),
        "course": whole(m.course), "raim": .bool(m.isIntegrityMonitored),
      ]
    case .other(_, let mmsi): return ["mmsi": whole(mmsi)]
    }
  }
}
