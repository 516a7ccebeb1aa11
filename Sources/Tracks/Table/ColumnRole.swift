/// What a column of a position table says.
public enum ColumnRole: String, CaseIterable, Sendable {
  /// Identity of the sender: nine digits.
  case mmsi
  /// Instant of the position, or the time of day where the date has a column of its own.
  case time
  /// Degrees north.
  case latitude = "lat"
  /// Degrees east.
  case longitude = "lon"
  /// Speed over ground in knots.
  case speed = "sog"
  /// Course over ground in degrees.
  case course = "cog"
  /// The Danish "Type of mobile": tells ships from base stations and aids to navigation.
  case mobileType = "mobile"
  /// What the ship is for, as an AIS number or in words.
  case vesselType = "type"
  /// What the vessel is called.
  case name
  /// The number of the hull, which outlives names and flags.
  case imo
  /// What the vessel's radio is called by.
  case callSign = "callsign"
  /// Length over all in metres.
  case length
  /// Breadth in metres.
  case width
  /// How deep the vessel lies, in metres.
  case draught
  /// The AIS type of the message that the row comes from: tells what a vessel says of itself from where it is.
  case messageType = "message"
  /// The day of the position, where the time's column has only the time of day.
  case date
  /// Milliseconds of the second, where the time's column has none.
  case millisecond

  /// The role's place in `allCases`.
  var index: Int {
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
    case .messageType: 14
    case .date: 15
    case .millisecond: 16
    }
  }

  /// Whether a table without this column is of no use.
  public var isNeeded: Bool {
    switch self {
    case .mmsi, .time, .latitude, .longitude: true
    case .speed, .course, .mobileType, .vesselType, .name, .imo, .callSign, .length, .width, .draught,
      .messageType, .date, .millisecond:
      false
    }
  }

  /// Whether the column says who the sender is rather than where.
  var isIdentity: Bool {
    switch self {
    case .vesselType, .name, .imo, .callSign, .length, .width, .draught: true
    case .mmsi, .time, .latitude, .longitude, .speed, .course, .mobileType, .messageType, .date, .millisecond: false
    }
  }

  /// Header names that mean this, best first, as `normalized` writes them.
  var aliases: [String] {
    switch self {
    case .mmsi: ["mmsi", "ssvid", "vesselmmsi", "vesselssvid", "mmsinumber", "sourcemmsi", "userid"]
    case .time:
      [
        "basedatetime", "timestamp", "positiontimestamp", "tstamp", "datetime", "timestamputc", "datetimeutc", "time",
        "timeutc", "dtposutc", "epoch", "unixtime", "t", "ts", "msgtime", "positiontime", "positionreceived",
        "lastpositiontime", "receivedtime", "timereceived", "receivedat", "timestampexternal", "utc", "utctime",
        "eventtime", "locationtimestamp", "recordtime", "timestampms", "epochtime", "date",
      ]
    case .latitude: ["lat", "latitude", "positionlatitude", "latitudedegrees", "latdeg"]
    case .longitude: ["lon", "longitude", "positionlongitude", "longitudedegrees", "long", "lng", "londeg"]
    case .speed: ["sog", "speed", "positionspeed", "sogknots", "speedknots", "speedoverground"]
    case .course: ["cog", "course", "positioncourse", "cogdegrees", "courseoverground"]
    case .mobileType: ["typeofmobile"]
    case .date: ["date", "dateutc", "utcdate", "positiondate", "basedate", "messagedate"]
    case .millisecond: ["millisecond", "milliseconds"]
    case .messageType:
      ["messageid", "messagetype", "msgtype", "msgid", "aismessagetype", "aismsgtype", "messagenumber"]
    case .vesselType:
      [
        "vesseltype", "shiptype", "aistype", "vesseltypecode", "shiptypecode", "aisshiptype", "aisvesseltype",
        "shipandcargotype", "typeofship", "typeofvessel", "vesselclass", "vesselshiptype",
        "vesselshipandcargotype", "staticdatashiptype", "type",
      ]
    case .name: ["vesselname", "shipname", "nameofship", "nameofvessel", "staticdataname", "name"]
    case .imo: ["imo", "imonumber", "vesselimo", "shipimo", "staticdataimo", "imono"]
    case .callSign: ["callsign", "vesselcallsign", "shipcallsign", "staticdatacallsign", "radiocallsign"]
    case .length:
      ["length", "vessellength", "shiplength", "vesseldimensionslength", "lengthoverall", "loa", "lengthm"]
    case .width: ["width", "vesselwidth", "shipwidth", "vesseldimensionswidth", "beam", "breadth", "widthm"]
    case .draught:
      [
        "draught", "draft", "voyagedraught", "currentvoyagedraught", "vesseldraught", "vesseldraft", "currentdraught",
        "draughtm", "draftm",
      ]
    }
  }

  /// The role that a key of `--map` names, the field's other names for it included.
  public init?(mapKey: String) {
    switch mapKey.lowercased() {
    case "speed": self = .speed
    case "course": self = .course
    case "latitude": self = .latitude
    case "longitude": self = .longitude
    case "draft": self = .draught
    default:
      guard let role = ColumnRole(rawValue: mapKey.lowercased()) else { return nil }
      self = role
    }
  }

  /// A header name without case, spaces, underscores and signs, as aliases are compared.
  static func normalized(_ header: String) -> String {
    String(header.lowercased().unicodeScalars.filter { !" _#.-()\u{FEFF}".unicodeScalars.contains($0) })
  }
}
