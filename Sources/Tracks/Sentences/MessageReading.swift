/// What one message comes to, before its time is known.
enum MessageReading: Equatable, Sendable {
  /// Where a vessel is, and what it says of itself besides.
  case position(PositionReport, VesselSaying)
  /// What a vessel says of itself.
  case identity(mmsi: UInt32, VesselSaying)
  /// Nothing that is used, for a reason.
  case rejected(RejectReason)
}

extension MessageReading {
  /// What a message says that a track needs; what it says of its vessel only where `says`, which takes its time.
  init(_ message: AISMessage, says: Bool) {
    switch message {
    case .classAPosition(let report):
      self.init(
        report.mmsi, report.latitude, report.longitude, report.speed, report.course, second: report.second)
    case .classBPosition(let report): self.init(report.motion, .nothing)
    case .extendedClassB(let report):
      var saying = VesselSaying.nothing
      if says {
        saying.set(name: report.name)
        saying.set(shipType: report.shipType)
        saying.set(report.dimensions)
      }
      self.init(report.motion, saying)
    case .longRange(let report):
      self.init(
        report.mmsi, report.latitude, report.longitude, report.speed < 63 ? report.speed * 10 : 1_023,
        report.course < 360 ? report.course * 10 : 3_600, second: 60, unitsInDegree: 600)
    // A ship that was asked for the time says where it is; who asks others is no ship.
    case .baseStation(let report) where report.type == 11:
      self.init(report.mmsi, report.latitude, report.longitude, 1_023, 3_600, second: report.second)
    case .baseStation, .aircraftPosition, .aidToNavigation: self = .rejected(.notAVessel)
    case .staticAndVoyage(let data):
      var saying = VesselSaying.nothing
      if says {
        saying.set(name: data.name)
        saying.set(callSign: data.callSign)
        // Inland and other registers write their own numbers there.
        saying.imo = data.imo <= 9_999_999 ? data.imo : 0
        saying.set(shipType: data.shipType)
        saying.set(data.dimensions)
        saying.draught = Int32(data.draught) * 10
      }
      self = .identity(mmsi: data.mmsi, saying)
    case .staticPartA(let data):
      var saying = VesselSaying.nothing
      if says { saying.set(name: data.name) }
      self = .identity(mmsi: data.mmsi, saying)
    case .staticPartB(let data):
      var saying = VesselSaying.nothing
      if says {
        saying.set(callSign: data.callSign)
        saying.set(shipType: data.shipType)
        if let dimensions = data.dimensions { saying.set(dimensions) }
      }
      self = .identity(mmsi: data.mmsi, saying)
    case .other: self = .rejected(.noPosition)
    }
    if case .identity(let mmsi, _) = self {
      switch StationKind(sender: mmsi) {
      case .invalid: self = .rejected(.badMMSI)
      case .other: self = .rejected(.notAVessel)
      case .vessel: break
      }
    }
  }

  private init(_ motion: ClassBMotion, _ saying: VesselSaying) {
    self.init(
      motion.mmsi, motion.latitude, motion.longitude, motion.speed, motion.course, second: motion.second, saying)
  }

  private init(
    _ mmsi: UInt32, _ latitude: Int, _ longitude: Int, _ speed: Int, _ course: Int, second: Int,
    unitsInDegree: Int = 600_000, _ saying: VesselSaying = .nothing
  ) {
    guard
      let report = PositionReport(
        mmsi: mmsi, latitude: latitude, longitude: longitude, unitsInDegree: unitsInDegree, speed: speed,
        course: course, second: second)
    else {
      self = .rejected(.badPosition)
      return
    }
    self.init(report, saying)
  }

  /// A position, unless its sender is no vessel.
  init(_ report: PositionReport, _ saying: VesselSaying) {
    switch StationKind(sender: report.mmsi) {
    case .invalid: self = .rejected(.badMMSI)
    case .other: self = .rejected(.notAVessel)
    case .vessel: self = .position(report, saying)
    }
  }
}

extension StationKind {
  /// The kind of a message's sender. Numbers below the first coast station's (002010000) are nobody's.
  fileprivate init(sender mmsi: UInt32) { self.init(mmsi: mmsi, digits: mmsi < 2_010_000 ? 0 : 9) }
}

extension VesselSaying {
  fileprivate mutating func set(name: String) { set(.name, to: Array(name.utf8), allowsComma: false) }

  fileprivate mutating func set(callSign: String) { set(.callSign, to: Array(callSign.utf8), allowsComma: false) }

  fileprivate mutating func set(shipType: Int) {
    set(.vesselType, to: Array(String(shipType).utf8), allowsComma: false)
  }

  fileprivate mutating func set(_ dimensions: VesselDimensions) {
    length = Int32(dimensions.length) * 100
    width = Int32(dimensions.width) * 100
  }
}
