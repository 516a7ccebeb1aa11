import Geography
import Tracks

extension EventFields {
  static let startNames = ["start", "starttime", "starttimestamp", "startutc", "begin", "first", "firstseen"]
  static let endNames = ["end", "endtime", "endtimestamp", "endutc", "last", "lastseen"]
  static let countNames = ["count", "eventcount", "events"]
  static let latitudeNames = ["latitude", "lat", "meanlatitude", "meanlat", "positionlat", "positionlatitude"]
  static let longitudeNames = [
    "longitude", "lon", "lng", "long", "meanlongitude", "meanlon", "positionlon", "positionlongitude",
  ]
  static let fromLatitudeNames = ["fromlatitude", "fromlat", "startlatitude", "startlat", "gapoffpositionlat"]
  static let fromLongitudeNames = ["fromlongitude", "fromlon", "startlongitude", "startlon", "gapoffpositionlon"]
  private static let toLatitudeNames = ["tolatitude", "tolat", "endlatitude", "endlat", "gaponpositionlat"]
  private static let toLongitudeNames = ["tolongitude", "tolon", "endlongitude", "endlon", "gaponpositionlon"]
  static let typeNames = ["type", "eventtype", "kind"]
  /// Names that only encounters have, in tables that hold nothing else and so do not say.
  private static let encounterNames = [
    "fishingvesselmmsi", "encountervesselssvid", "encountervesselname", "encountermediandistancekilometers",
    "mediandistancekm", "mediandistancem",
  ]

  /// What the fields say together with the place that a geometry gives, if there is one.
  func record(shape: EventShape?) throws(EventRejectReason) -> EventRecord {
    if isHotspot() { return .hotspot(try hotspot(shape: shape)) }
    guard let kind = kind() else { throw .unknownType }
    return .event(try event(kind, shape: shape))
  }

  private func kind() -> EventKind? {
    guard let type = text(Self.typeNames) else {
      return text(Self.encounterNames) != nil ? .encounter : nil
    }
    switch Self.normalized(type) {
    case "encounter", "transfer", "rendezvous": return .encounter
    case "loitering": return .loitering
    case "gap", "aisgap": return .gap
    case "darkrendezvous": return .darkRendezvous
    case "identitychange": return .identityChange
    default: return nil
    }
  }

  private func event(_ kind: EventKind, shape: EventShape?) throws(EventRejectReason) -> Event {
    guard let start = instant(Self.startNames), let end = self.end(after: start), end >= start else { throw .badTime }
    let (place, reappearance) = try places(kind, shape: shape)
    let vessels = try vessels()
    let identity = ([TimeText.iso(start)] + vessels.compactMap { $0.mmsi.map(String.init) }).joined(separator: "-")
    var findings = findings()
    if kind == .darkRendezvous, let shape, shape.isArea { findings.area = shape.points }
    return Event(
      kind: kind, id: text(["id", "eventid"]) ?? "\(kind.rawValue)-\(identity)", start: start, end: end, place: place,
      reappearance: reappearance, vessels: vessels, findings: findings)
  }

  private func end(after start: Int64) -> Int64? {
    if text(Self.endNames) != nil { return instant(Self.endNames) }
    guard let hours = number(["durationh", "durationhr", "durationhours", "duration"]), (0...1e6).contains(hours)
    else { return nil }
    return start + Int64((hours * 3_600_000).rounded())
  }

  func instant(_ names: [String]) -> Int64? {
    guard let text = text(names), let instant = TimeText.milliseconds(text), (0..<1 << 42).contains(instant)
    else { return nil }
    return instant
  }

  private func places(
    _ kind: EventKind, shape: EventShape?
  ) throws(EventRejectReason) -> (Coordinate, Coordinate?) {
    guard kind == .gap else {
      return (try middle(of: shape), nil)
    }
    if let shape, let first = shape.points.first, let last = shape.points.last, !shape.isArea, shape.points.count > 1 {
      return (first, last)
    }
    let to = try place(Self.toLatitudeNames, Self.toLongitudeNames)
    if let from = try place(Self.fromLatitudeNames, Self.fromLongitudeNames) { return (from, to) }
    return (try middle(of: shape), to)
  }

  func middle(of shape: EventShape?) throws(EventRejectReason) -> Coordinate {
    if let shape {
      // An area's middle is only where the file does not say better.
      guard shape.isArea, let place = try? place(Self.latitudeNames, Self.longitudeNames) else { return shape.middle }
      return place
    }
    guard let place = try place(Self.latitudeNames, Self.longitudeNames) else { throw .badPosition }
    return place
  }

  /// The place that two columns give; nil where both are empty.
  private func place(_ latitudes: [String], _ longitudes: [String]) throws(EventRejectReason) -> Coordinate? {
    if text(latitudes) == nil, text(longitudes) == nil { return nil }
    guard let latitude = number(latitudes), let longitude = number(longitudes),
      let place = EventShape.place(latitude: latitude, longitude: longitude)
    else { throw .badPosition }
    return place
  }

  /// The names under which the vessel of a number, from 1, has its MMSI.
  private static func identityNames(_ number: Int) -> [String] {
    let own = ["vessel\(number)mmsi", "vessel\(number)ssvid"]
    return switch number {
    case 1: own + ["vesselmmsi", "vesselssvid", "fishingvesselmmsi", "mmsi", "ssvid"]
    case 2: own + ["encountervesselssvid", "encountervesselmmsi", "transshipmentvesselmmsi"]
    default: own
    }
  }

  /// What the fields say that a reason is about.
  func blame(_ reason: EventRejectReason) -> String {
    func joined(_ texts: [String?]) -> String { texts.compactMap { $0 }.joined(separator: " ") }
    switch reason {
    case .malformed: return ""
    case .unknownType: return text(Self.typeNames) ?? ""
    case .badTime, .outsideTime: return joined([text(Self.startNames), text(Self.endNames)])
    case .badPosition: return joined([text(Self.latitudeNames), text(Self.longitudeNames)])
    case .badMMSI, .outsideSelection:
      let said = (1...Self.mostVessels).compactMap { text(Self.identityNames($0)) }
      return joined(reason == .badMMSI ? said.filter { Self.identity($0) == nil } : said)
    }
  }

  private func vessels() throws(EventRejectReason) -> [EventVessel] {
    var vessels: [EventVessel] = []
    for number in 1...Self.mostVessels {
      let key = "vessel\(number)"
      let isFirst = number == 1
      let mmsi = text(Self.identityNames(number))
      let name = text(
        [key + "name"] + (isFirst ? ["vesselname", "shipname"] : number == 2 ? ["encountervesselname"] : []))
      if mmsi == nil, name == nil { break }
      let identity = mmsi.flatMap(Self.identity)
      if mmsi != nil, identity == nil { throw .badMMSI }
      var vessel = EventVessel(mmsi: identity, name: name ?? "")
      describe(&vessel, key)
      vessels.append(vessel)
    }
    return vessels
  }

  /// An identity of at most nine digits; a spreadsheet's fraction of zeros is let pass.
  static func identity(_ text: String) -> UInt32? {
    guard let number = Double(text), (1..<1_000_000_000).contains(number) else { return nil }
    return UInt32(exactly: number)
  }
}
