/// Reads positions out of JSON of any of these kinds: GeoJSON (RFC 7946) and MF-JSON (OGC 19-045r3), features by
/// themselves, in collections, arrays or one after another; flat objects in arrays, within other objects, or one after
/// another.
///
/// A record is an object that names a place: latitude and longitude, or a geometry. Another object is a row, at fault,
/// where its list has had a record before it, or where it is one of the outermost and names a time or an MMSI: a header
/// or a list of links makes no row. Only one record is in memory at a time. Records of a list within an object that says
/// an MMSI before the list are of that vessel; where it says a place too, only those of a list that is called positions,
/// track or alike: in others what says no MMSI is no row, but a receiver or a port. Where each value has a line of its
/// own, one that is no JSON is a row at
/// fault, and costs only its line.
package struct JSONRecordReader: RecordReader {
  private var tokens: JSONTokens
  private let path: String
  private let limits: RecordLimits
  private var keys: RecordKeyTable

  /// What is open and not read as one, outermost first.
  private var frames: [Frame] = []
  /// The outermost object, which may hold lists of records.
  private var outer = JSONRecord()
  /// An object of a list.
  private var record = JSONRecord()
  /// The key of the member of `outer` that is being read.
  private var outerKey = RecordKey()

  /// The rows being given out, of `outer` or of `record`.
  private var rows = JSONRecordRows()
  private var isGiving = false
  private var isOfOuter = false
  private var tracks = RecordTracks()

  /// Whether the list in hand is of others than the vessel whose position it is within.
  private var isOfOthers = false

  private var outermostValues = 0
  /// The lines on which the last outermost value begins and ends.
  private var lastValue: (begin: Int, end: Int)?
  private var outermostHaveRows = false
  /// The line of the first row; nil before it.
  private var firstRowLine: Int?
  private var hasGivenRows = false
  private var hasUnusedObject = false
  private var hasFeatures = false
  private var hasMovingFeatures = false

  private enum Frame {
    /// A list; `isOutermost` within nothing but lists.
    case list(isOutermost: Bool, hasRows: Bool, isFresh: Bool)
    /// The outermost object at level 1, or an object within it.
    case holder(level: Int)
  }

  /// A reader of a stream; `map` has the user's own names for roles, dotted where a member is within another, which go
  /// before all that are known. `bufferSize` bytes are read at a time.
  ///
  /// `isWithinLines` begins behind some lines of a file of which each has a value, and one of them was a row.
  package init(
    bytes: any RecordBytes, path: String, limits: RecordLimits, map: [ColumnRole: String], bufferSize: Int = 1 << 16,
    isWithinLines: Bool = false
  ) {
    tokens = JSONTokens(bytes, path: path, limits: limits, bufferSize: bufferSize, isWithinLines: isWithinLines)
    self.path = path
    self.limits = limits
    keys = RecordKeyTable(map: map)
    outermostHaveRows = isWithinLines
    hasGivenRows = isWithinLines
  }

  /// Whether each value has had a line of its own and one of the outermost objects was a row: what comes is then read as
  /// a reader that begins within the lines would.
  var isReadByLines: Bool { tokens.hasLines && outermostHaveRows && firstRowLine == 1 }

  /// "geojson", "geojsonseq", "mf-json", "json" or "ndjson".
  package var formatName: String {
    let isSequence = outermostValues > 1 || tokens.hasSeparators
    if hasMovingFeatures { return "mf-json" }
    if hasFeatures { return isSequence ? "geojsonseq" : "geojson" }
    return isSequence ? "ndjson" : "json"
  }

  /// Reads the next row; false at the end. Throws `TracksError` as `RecordReader` says.
  package mutating func next(into row: inout RecordRow) throws(TracksError) -> Bool {
    while true {
      if isGiving {
        let isGiven = isOfOuter ? rows.next(of: &outer, into: &row) : rows.next(of: &record, into: &row)
        if isGiven {
          hasGivenRows = true
          if firstRowLine == nil { firstRowLine = row.line }
          return true
        }
        isGiving = false
      }
      let goesOn: Bool
      do throws(TracksError) {
        goesOn = try step()
      } catch {
        try leaveLine(after: error)
        continue
      }
      if !goesOn {
        guard hasGivenRows || !hasUnusedObject else { throw nothingFound() }
        return false
      }
    }
  }

  /// Makes a row at fault of a line that is no JSON; throws what was wrong where that is no matter of one line.
  private mutating func leaveLine(after error: TracksError) throws(TracksError) {
    guard tokens.hasLines, !tokens.isPastLimit, case .unusable = error else { throw error }
    let line = tokens.line
    let text = try tokens.leaveLine()
    frames.removeAll()
    giveMalformed(line: line, text: text)
  }

  /// Reads on until there may be rows; false at the end.
  private mutating func step() throws(TracksError) -> Bool {
    switch frames.last {
    case nil: return try stepInSequence()
    case .list: try stepInList()
    case .holder(let level): try stepInHolder(level)
    }
    if frames.isEmpty { lastValue?.end = tokens.line }
    return true
  }

  private mutating func stepInSequence() throws(TracksError) -> Bool {
    let token = try tokens.next()
    if token == .end { return false }
    if let last = lastValue, last.begin == last.end, tokens.line > last.end { tokens.hasLines = true }
    lastValue = (tokens.line, tokens.line)
    outermostValues = min(2, outermostValues + 1)
    switch token {
    case .beginObject:
      outer.clear(line: tokens.line)
      frames.append(.holder(level: 1))
    case .beginArray: frames.append(.list(isOutermost: true, hasRows: outermostHaveRows, isFresh: true))
    default: if outermostHaveRows { giveMalformed(line: tokens.line) }
    }
    return true
  }

  // MARK: Lists

  private mutating func stepInList() throws(TracksError) {
    guard case .list(let isOutermost, var hasRows, let isFresh) = frames.last else { return }
    switch try tokens.next() {
    case .endArray:
      frames.removeLast()
      if isFresh { outer.holdsRecords = true }
      return
    case .beginObject where isOutermost:
      // It may hold lists of its own, and is one of many just as an outermost object is.
      frames[frames.count - 1] = .list(isOutermost: true, hasRows: hasRows, isFresh: false)
      outer.clear(line: tokens.line)
      frames.append(.holder(level: 1))
    case .beginObject:
      outer.holdsRecords = true
      record.clear(line: tokens.line)
      try record.takeObject(&tokens, &keys, limit: limits.mostPositionsOfAFeature)
      if isOfOthers, !record.says(.mmsi) {
        // A receiver, a port: part of what the position says.
      } else if record.namesPlace || hasRows {
        hasRows = true
        outer.hasGivenRows = true
        record.inherit(from: outer)
        giveRecord()
      } else {
        hasUnusedObject = true
      }
      frames[frames.count - 1] = .list(isOutermost: isOutermost, hasRows: hasRows, isFresh: false)
    case .beginArray:
      outer.holdsRecords = true
      frames[frames.count - 1] = .list(isOutermost: isOutermost, hasRows: hasRows, isFresh: false)
      frames.append(.list(isOutermost: isOutermost, hasRows: false, isFresh: true))
    default:
      if hasRows { giveMalformed(line: tokens.line) }
      if isFresh { frames[frames.count - 1] = .list(isOutermost: isOutermost, hasRows: hasRows, isFresh: false) }
    }
  }

  // MARK: The outermost object

  private mutating func stepInHolder(_ level: Int) throws(TracksError) {
    guard try tokens.next() == .key else {
      frames.removeLast()
      if level == 1 { endOuter() }
      return
    }
    var key = RecordKey()
    switch level {
    case 1:
      key = keys.key(tokens.text)
      outerKey = key
    case 2: key = keys.key(tokens.text, within: outerKey)
    default: break
    }
    let token = try tokens.next(keepsText: key.isKnown)
    switch token {
    case .beginArray where key.timesRank == .max && key.part != .coordinates:
      isOfOthers = outer.isPosition && !key.holdsPositions
      let isFeatures = key.part == .features
      if isFeatures { outer.isCollection = true }
      frames.append(.list(isOutermost: false, hasRows: isFeatures, isFresh: true))
    case .beginObject where level > 1 || !key.part.isObject:
      frames.append(.holder(level: level + 1))
    default:
      let limit = limits.mostPositionsOfAFeature
      switch level {
      case 1: try outer.takeValue(of: key, token, &tokens, &keys, limit: limit)
      case 2: try outer.takeNestedValue(of: key, token, &tokens, limit: limit)
      default: try tokens.skip(from: token)
      }
    }
  }

  private mutating func endOuter() {
    if outer.isCollection {
      hasFeatures = true
      return
    }
    let isAlone = !outer.holdsRecords && !outer.hasGivenRows
    var haveRows = outermostHaveRows
    if case .list(_, let hasRows, _) = frames.last { haveRows = hasRows }
    if outer.namesPlace || (isAlone && (haveRows || outer.namesAnything)) {
      outermostHaveRows = true
      if !frames.isEmpty { frames[frames.count - 1] = .list(isOutermost: true, hasRows: true, isFresh: false) }
      giveOuter()
    } else if isAlone {
      hasUnusedObject = true
    }
  }

  // MARK: Rows

  private mutating func giveOuter() {
    if outer.isGeographic { hasFeatures = true }
    if outer.shape == .moving { hasMovingFeatures = true }
    rows =
      outer.isCollection
      ? .malformed : JSONRecordRows(of: outer, track: outer.says(.mmsi) ? nil : tracks.track(of: outer))
    isGiving = true
    isOfOuter = true
  }

  private mutating func giveRecord() {
    if record.isGeographic { hasFeatures = true }
    if record.shape == .moving { hasMovingFeatures = true }
    rows =
      record.isCollection
      ? .malformed : JSONRecordRows(of: record, track: record.says(.mmsi) ? nil : tracks.track(of: record))
    isGiving = true
    isOfOuter = false
  }

  /// Gives out a row that is none, of something that is no object.
  private mutating func giveMalformed(line: Int, text: [UInt8] = []) {
    record.clear(line: line)
    record.fields.faultText = text
    rows = .malformed
    isGiving = true
    isOfOuter = false
  }

  private func nothingFound() -> TracksError {
    .notARecording(
      path: path, line: nil,
      why: "no object in it says where something is (as lat and lon, or a geometry)",
      advice: "name its members with --map, as lat=NAME,lon=NAME,time=NAME,mmsi=NAME")
  }
}
