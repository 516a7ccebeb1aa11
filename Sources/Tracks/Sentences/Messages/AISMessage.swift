/// A message of AIS with its fields as they were sent (ITU-R M.1371-5, annex 8).
package enum AISMessage: Sendable, Equatable {
  /// Types 1, 2 and 3: position of a class A ship.
  case classAPosition(ClassAPosition)
  /// Types 4 and 11: time and position of a base station, or of a ship that was asked.
  case baseStation(BaseStationReport)
  /// Type 5: what a class A ship is and where it is bound.
  case staticAndVoyage(StaticAndVoyageData)
  /// Type 9: position of a search-and-rescue aircraft.
  case aircraftPosition(AircraftPosition)
  /// Type 18: position of a class B ship.
  case classBPosition(ClassBPosition)
  /// Type 19: position of a class B ship, and what it is.
  case extendedClassB(ExtendedClassBReport)
  /// Type 21: an aid to navigation.
  case aidToNavigation(AidToNavigationReport)
  /// Type 24, part A: what a class B ship is called.
  case staticPartA(StaticDataPartA)
  /// Type 24, part B: what a class B ship is.
  case staticPartB(StaticDataPartB)
  /// Type 27: position for satellites.
  case longRange(LongRangePosition)
  /// Any other type, which is counted and not looked into.
  case other(type: Int, mmsi: UInt32)

  /// Reads a message; nil where its bits are too few for its type, or its type is none.
  package init?(_ bits: PayloadBits) {
    guard bits.count >= 38 else { return nil }
    let type = Int(bits.unsigned(0, 6))
    let mmsi = UInt32(bits.unsigned(8, 30))
    switch type {
    case 1...3:
      guard bits.count >= 168 else { return nil }
      self = .classAPosition(ClassAPosition(bits, type: type))
    case 4, 11:
      guard bits.count >= 168 else { return nil }
      self = .baseStation(BaseStationReport(bits, type: type))
    case 5:
      // 424 by the standard; transmitters leave out the last bits, which say nothing.
      guard bits.count >= 422 else { return nil }
      self = .staticAndVoyage(StaticAndVoyageData(bits))
    case 9:
      guard bits.count >= 168 else { return nil }
      self = .aircraftPosition(AircraftPosition(bits))
    case 18:
      guard bits.count >= 168 else { return nil }
      self = .classBPosition(ClassBPosition(bits))
    case 19:
      guard bits.count >= 312 else { return nil }
      self = .extendedClassB(ExtendedClassBReport(bits))
    case 21:
      guard bits.count >= 272 else { return nil }
      self = .aidToNavigation(AidToNavigationReport(bits))
    case 24:
      guard bits.count >= 40 else { return nil }
      switch bits.unsigned(38, 2) {
      case 0:
        guard bits.count >= 160 else { return nil }
        self = .staticPartA(StaticDataPartA(bits))
      case 1:
        guard bits.count >= 162 else { return nil }
        self = .staticPartB(StaticDataPartB(bits))
      default: self = .other(type: type, mmsi: mmsi)
      }
    case 27:
      guard bits.count >= 96 else { return nil }
      self = .longRange(LongRangePosition(bits))
    case 6...8, 10, 12...17, 20, 22, 23, 25, 26: self = .other(type: type, mmsi: mmsi)
    default: return nil
    }
  }

  /// The message's type, 1...27.
  package var type: Int {
    switch self {
    case .classAPosition(let report): report.type
    case .baseStation(let report): report.type
    case .staticAndVoyage: 5
    case .aircraftPosition: 9
    case .classBPosition: 18
    case .extendedClassB: 19
    case .aidToNavigation: 21
    case .staticPartA, .staticPartB: 24
    case .longRange: 27
    case .other(let type, _): type
    }
  }
}
