/// What one object of JSON says: a feature, or a flat record.
struct JSONRecord {
  /// The fields that all its positions share.
  var fields = RecordRow()
  private(set) var positions = PositionTexts()
  private(set) var times = TimeTexts()
  private(set) var shape = GeometryShape.none
  /// Whether it has a `geometry` or `temporalGeometry` that is an object.
  private var hasGeometry = false
  /// Whether it has a `temporalGeometry`, which goes before a `geometry`.
  private var isMoving = false
  /// Whether there are times for a line's positions.
  var hasTimes: Bool { timesRank != .max }
  /// What the track is called by other members than the vessel's name; empty where not said.
  private(set) var trackName: [UInt8] = []
  private(set) var trackRank = UInt8.max
  /// Whether its `type` is Feature.
  private(set) var isFeature = false
  /// Whether its `type` is FeatureCollection, or it has `features`.
  var isCollection = false

  /// Whether it holds records, or might: a list that is empty or has objects in it.
  var holdsRecords = false
  /// Whether records out of it have been given out.
  var hasGivenRows = false

  /// Which roles it names, whether or not it has a value for them.
  private var named: UInt32 = 0
  private var ranks = [UInt8](repeating: .max, count: ColumnRole.allCases.count)
  private var timesRank = UInt8.max

  /// Makes it say nothing; `line` is where the object begins.
  mutating func clear(line: Int) {
    fields.clear()
    fields.line = line
    named = 0
    for index in ranks.indices { ranks[index] = .max }
    positions.clear()
    times.clear()
    timesRank = .max
    trackName.removeAll(keepingCapacity: true)
    trackRank = .max
    shape = .none
    hasGeometry = false
    isMoving = false
    isFeature = false
    isCollection = false
    holdsRecords = false
    hasGivenRows = false
  }

  /// Whether it says where something is, or tries to.
  var namesPlace: Bool { isGeographic || namesCoordinates }

  /// Whether it is a feature or a geometry.
  var isGeographic: Bool { shape != .none || isFeature }

  /// Whether it names latitude and longitude.
  var namesCoordinates: Bool { names(.latitude) && names(.longitude) }

  /// Whether it says, so far, where a vessel is, so that it is a row itself.
  var isPosition: Bool { namesPlace && says(.mmsi) }

  /// Whether it names anything that a position needs.
  var namesAnything: Bool {
    namesPlace || names(.latitude) || names(.longitude) || names(.time) || names(.mmsi)
  }

  /// Whether it names a role, whether or not it has a value for it.
  func names(_ role: ColumnRole) -> Bool { named & (1 << UInt32(role.index)) != 0 }

  /// Whether the user has said which member is this field, and the record has it.
  func isChosen(_ role: ColumnRole) -> Bool { ranks[role.index] <= RecordKey.chosenLoosely }

  /// Whether the record says this field.
  func says(_ role: ColumnRole) -> Bool { ranks[role.index] != .max }

  /// Takes over who the vessel is from an object that the record is within, where that says an MMSI and the record none.
  mutating func inherit(from holder: JSONRecord) {
    guard holder.says(.mmsi), !says(.mmsi) else { return }
    for role in ColumnRole.allCases where role == .mmsi || role.isIdentity {
      if holder.says(role), !says(role) {
        ranks[role.index] = holder.ranks[role.index]
        fields.set(role, to: holder.fields.field(role))
      }
    }
  }

  // MARK: Reading

  /// Reads the members of an object whose opening brace has been taken.
  ///
  /// Throws what the tokens throw, and `TracksError.unusable` for more positions than the limit.
  mutating func takeObject(_ tokens: inout JSONTokens, _ keys: inout RecordKeyTable, limit: Int) throws(TracksError) {
    while try tokens.next() == .key {
      let key = keys.key(tokens.text)
      try takeValue(of: key, try tokens.next(keepsText: key.isKnown), &tokens, &keys, limit: limit)
    }
  }

  /// Reads the value of a member directly in the record, of which the first token has been taken.
  mutating func takeValue(
    of key: RecordKey, _ token: JSONToken, _ tokens: inout JSONTokens, _ keys: inout RecordKeyTable, limit: Int
  ) throws(TracksError) {
    switch key.part {
    case .type where token == .string: takeType(tokens.text, key)
    case .geometry where token == .beginObject: try takeGeometry(&tokens, limit: limit)
    case .geometry where token == .null: if !hasGeometry { shape = .missing }
    case .temporalGeometry where token == .beginObject: try takeMoving(&tokens, limit: limit)
    case .coordinates where token == .beginArray:
      // A bare geometry, or a place in a flat record.
      if isFeature || hasGeometry { return try tokens.skip(from: token) }
      if shape == .none { shape = .point }
      positions.clear()
      try positions.take(&tokens, limit: limit)
    case .properties where token == .beginObject:
      while try tokens.next() == .key {
        let key = keys.key(tokens.text)
        try takeField(key, try tokens.next(keepsText: key.isKnown), &tokens, &keys, limit: limit)
      }
    case .features:
      isCollection = true
      try tokens.skip(from: token)
    default: try takeField(key, token, &tokens, &keys, limit: limit)
    }
  }

  private mutating func takeType(_ text: UnsafeBufferPointer<UInt8>, _ key: RecordKey) {
    if text.elementsEqual("Feature".utf8) {
      isFeature = true
    } else if text.elementsEqual("FeatureCollection".utf8) {
      isCollection = true
    } else if let named = GeometryShape(type: text) {
      if !hasGeometry { shape = named }
    } else {
      take(text, as: key)
    }
  }

  /// Reads the value of a member that is no part of a feature.
  private mutating func takeField(
    _ key: RecordKey, _ token: JSONToken, _ tokens: inout JSONTokens, _ keys: inout RecordKeyTable, limit: Int
  ) throws(TracksError) {
    if let role = key.role { named |= 1 << UInt32(role.index) }
    switch token {
    case .string, .number: if key.isKnown { take(tokens.text, as: key) }
    case .beginObject: try takeNested(key, &tokens, &keys, limit: limit)
    case .beginArray: try takeArray(key, &tokens, limit: limit)
    default: break
    }
  }

  /// Reads an object within the record, whose members are the record's own if its key says so.
  private mutating func takeNested(
    _ outer: RecordKey, _ tokens: inout JSONTokens, _ keys: inout RecordKeyTable, limit: Int
  ) throws(TracksError) {
    while try tokens.next() == .key {
      let key = keys.key(tokens.text, within: outer)
      try takeNestedValue(of: key, try tokens.next(keepsText: key.isKnown), &tokens, limit: limit)
    }
  }

  /// Reads the value of a member of an object within the record, of which the first token has been taken.
  mutating func takeNestedValue(
    of key: RecordKey, _ token: JSONToken, _ tokens: inout JSONTokens, limit: Int
  ) throws(TracksError) {
    if let role = key.role { named |= 1 << UInt32(role.index) }
    switch token {
    case .string, .number: if key.isKnown { take(tokens.text, as: key) }
    case .beginArray: try takeArray(key, &tokens, limit: limit)
    case .beginObject: try tokens.skip(from: token)
    default: break
    }
  }

  private mutating func takeArray(_ key: RecordKey, _ tokens: inout JSONTokens, limit: Int) throws(TracksError) {
    // A moving geometry's times are its own.
    guard key.timesRank != .max, key.timesRank <= timesRank, !isMoving else {
      return try tokens.skip(from: .beginArray)
    }
    timesRank = key.timesRank
    times.clear()
    try times.take(&tokens, limit: limit)
  }

  private mutating func take(_ text: UnsafeBufferPointer<UInt8>, as key: RecordKey) {
    // What is empty is not said, and shall not hide what is said by a name that is less good.
    guard !text.isEmpty else { return }
    if let role = key.role, key.rank <= ranks[role.index] {
      ranks[role.index] = key.rank
      fields.set(role, to: text)
    }
    if key.trackRank != .max, key.trackRank <= trackRank {
      trackRank = key.trackRank
      trackName.removeAll(keepingCapacity: true)
      trackName.append(contentsOf: text)
    }
  }

  // MARK: Geometries

  private mutating func takeGeometry(_ tokens: inout JSONTokens, limit: Int) throws(TracksError) {
    if isMoving { return try tokens.skip(from: .beginObject) }
    hasGeometry = true
    shape = .other
    positions.clear()
    while try tokens.next() == .key {
      let part = RecordKey.Part(tokens.text)
      let token = try tokens.next(keepsText: part == .type)
      switch (part, token) {
      case (.type, .string): shape = GeometryShape(type: tokens.text) ?? .other
      case (.coordinates, .beginArray):
        positions.clear()
        try positions.take(&tokens, limit: limit)
      default: try tokens.skip(from: token)
      }
    }
    // Points that move are a temporal geometry's.
    if shape == .moving { shape = .other }
  }

  private mutating func takeMoving(_ tokens: inout JSONTokens, limit: Int) throws(TracksError) {
    hasGeometry = true
    isMoving = true
    shape = .moving
    timesRank = RecordKey.chosen
    positions.clear()
    times.clear()
    try takeMember(&tokens, limit: limit)
  }

  /// Reads a moving geometry, or a collection of them, whose opening brace has been taken.
  private mutating func takeMember(_ tokens: inout JSONTokens, limit: Int) throws(TracksError) {
    var hasOwn = false
    while try tokens.next() == .key {
      let part = RecordKey.Part(tokens.text)
      let token = try tokens.next(keepsText: part == .type)
      switch (part, token) {
      case (.type, .string): if GeometryShape(type: tokens.text) != .moving { shape = .other }
      case (.coordinates, .beginArray):
        hasOwn = true
        try positions.take(&tokens, limit: limit)
      case (.datetimes, .beginArray):
        hasOwn = true
        try times.take(&tokens, limit: limit)
      case (.prisms, .beginArray):
        // Members that hold members are as deep as the tokens let them be.
        while true {
          let member = try tokens.next()
          if member == .endArray { break }
          if member == .beginObject {
            try takeMember(&tokens, limit: limit)
          } else {
            shape = .other
            try tokens.skip(from: member)
          }
        }
      default: try tokens.skip(from: token)
      }
    }
    if hasOwn {
      positions.endLine()
      times.endLine()
    }
  }
}
