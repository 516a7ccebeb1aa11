extension ColumnRole {
  /// How many roles there are.
  static let slots = ColumnRole.allCases.count

  /// The role's place in `allCases`.
  var slot: Int {
    switch self {
    case .mmsi: 0
    case .time: 1
    case .latitude: 2
    case .longitude: 3
    case .speed: 4
    case .course: 5
    case .mobileType: 6
    case .vesselType: 7
    case .name: 8
    case .imo: 9
    case .callSign: 10
    case .length: 11
    case .width: 12
    case .draught: 13
    }
  }
}
