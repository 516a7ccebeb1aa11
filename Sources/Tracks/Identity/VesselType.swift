/// What a vessel is for, in the few classes that AIS tells apart well enough to colour.
public enum VesselType: UInt8, CaseIterable, Sendable {
  /// Freighters, container ships, bulk carriers.
  case cargo
  /// Ships and barges for liquids.
  case tanker
  /// Ferries and cruise ships.
  case passenger
  /// Fishing, and the processing of fish at sea.
  case fishing
  /// Tugs and ships that tow.
  case tug
  /// Pilots, tenders, dredgers, divers, anti-pollution and medical craft.
  case service
  /// Military, law enforcement, search and rescue.
  case government
  /// High-speed craft and wing-in-ground craft.
  case highSpeed
  /// Sailing and pleasure craft.
  case pleasure
  /// Said to be something else.
  case other
  /// Nothing said.
  case unknown

  /// The class as a legend writes it.
  public var name: String {
    switch self {
    case .cargo: "cargo"
    case .tanker: "tanker"
    case .passenger: "passenger"
    case .fishing: "fishing"
    case .tug: "tug, towing"
    case .service: "pilot, port and work craft"
    case .government: "military, police, rescue"
    case .highSpeed: "high-speed craft"
    case .pleasure: "pleasure, sailing"
    case .other: "other"
    case .unknown: "type not known"
    }
  }

  /// The class of a number: 0...99 as AIS sends it (ITU-R M.1371-5, table 53), 1001...1025 as MarineCadastre writes the
  /// services of the US Coast Guard's register; `unknown` for 0 and for numbers that mean nothing.
  ///
  /// A tank barge (1023) counts as a tanker: the class says what a vessel carries, not how it moves.
  public init(code: Int) {
    switch code {
    case 20...29, 40...49: self = .highSpeed
    case 30, 1001, 1002: self = .fishing
    case 31, 32, 52, 1025: self = .tug
    case 33, 34, 50, 53, 54, 58, 1005, 1010, 1011: self = .service
    case 35, 51, 55, 1021: self = .government
    case 36, 37, 1019: self = .pleasure
    case 60...69, 1012...1015: self = .passenger
    case 70...79, 1003, 1004, 1016: self = .cargo
    case 80...89, 1017, 1023, 1024: self = .tanker
    case 1...19, 38, 39, 56, 57, 59, 90...99, 100...255, 1006...1009, 1018, 1020, 1022: self = .other
    default: self = .unknown
    }
  }
}
