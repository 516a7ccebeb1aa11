/// What the name of a JSON object's member means.
struct RecordKey {
  /// Which field it is; nil: none.
  var role: ColumnRole?
  /// How good a name for the role it is: the member with the lowest says the field, among equals the last.
  var rank = UInt8.max
  /// How good a name for the times of a line's positions it is, lowest best; `max`: none.
  var timesRank = UInt8.max
  /// How good a name for what the track is called it is, lowest best; `max`: none.
  var trackRank = UInt8.max
  /// Whether a list of this name has positions of the vessel that its object is of.
  var holdsPositions = false
  /// Which part of a feature it is.
  var part = Part.other

  /// Its place in the table of keys, by which what is within the member is looked up.
  var entry = RecordKey.notKept

  /// The place of a key that is not kept.
  static let notKept = -1

  /// Parts that the specifications of features name.
  enum Part {
    case other, type, geometry, coordinates, temporalGeometry, datetimes, prisms, properties, features

    /// Whether the part is an object that is read as one.
    var isObject: Bool {
      switch self {
      case .geometry, .temporalGeometry, .properties: true
      case .other, .type, .coordinates, .datetimes, .prisms, .features: false
      }
    }

    /// The part that a name stands for, which the specifications spell in one way only.
    init(_ name: UnsafeBufferPointer<UInt8>) {
      self =
        switch String(decoding: name.prefix(32), as: UTF8.self) {
        case "type": .type
        case "geometry": .geometry
        case "coordinates": .coordinates
        case "temporalGeometry": .temporalGeometry
        case "datetimes": .datetimes
        case "prisms": .prisms
        case "properties": .properties
        case "features": .features
        default: .other
        }
    }
  }

  /// Whether it means anything.
  var isKnown: Bool { role != nil || timesRank != .max || trackRank != .max || part != .other }

  /// The rank of a name that the user has given.
  static let chosen: UInt8 = 0
  /// The rank of a name that is the one that the user has given but for case and signs.
  static let chosenLoosely: UInt8 = 1
  /// Ranks of tracks' names from which on they are names of features, and no name for what a single point belongs to.
  static let featuresOwn: UInt8 = 50
}
