/// The input that is being read: which of its files is in hand, and what has been found out of it.
struct OpenInput {
  /// Its place among all inputs, from 0.
  let input: Int
  let source: InputSource
  let file: PackedFile
  /// How it is read.
  let options: ReadOptions
  /// The file's name, or `file:member`.
  var name: String
  /// The name in an archive; "" for the only file.
  var member = ""
  /// The format of the last chunk given out; nil before the first.
  var format: FoundFormat?
  var content: Content = .unknown
  var carried: [UInt8] = []
  var hasEnded = false
  /// Whether lines of the file in hand have been given out.
  var hasBegunLines = false
  /// The first bytes of the file in hand where it is taken for a table, for want of anything better.
  private var tableStart: [UInt8] = []
  /// Members that are no recordings, and why.
  var passedOver: [(member: String, why: String)] = []

  /// What has been found out of the file in hand.
  enum Content {
    case unknown
    case table(ColumnPlan, FoundFormat)
    case sentences(FoundFormat)
    case jsonLines(JSONLines, FoundFormat)
    case rows(RecordFeed, FormatCertainty)
    /// What is wrong with the line that comes next, as line 1.
    case broken(TracksError, FoundFormat)
  }

  /// What to do where nothing can be read.
  static let advice = "give a file with AIS positions"

  /// Opens an input; nothing of it is in hand before the first `goOn`.
  init(_ source: InputSource, input: Int, options: ReadOptions) throws(TracksError) {
    self.input = input
    self.source = source
    self.options = options
    name = source.name
    file = try PackedFile(source, limits: options.limits, leavesHashing: true)
  }

  /// Goes to the next file that may hold positions; false where there is none. No other file's tracks without a number
  /// have the scope.
  mutating func goOn(scope: Int) throws(TracksError) -> Bool {
    while let member = try file.next() {
      self.member = member
      name = member.isEmpty ? source.name : source.name + ":" + member
      content = .unknown
      tableStart = []
      do throws(TracksError) {
        if MemberName.isHidden(member) {
          throw .notARecording(path: name, line: nil, why: "is hidden", advice: "give it by itself")
        }
        let start = try file.peek(FormatProbe.length)
        if start.isEmpty {
          throw .notARecording(path: name, line: nil, why: "is empty", advice: Self.advice)
        }
        try find(start, scope: scope)
      } catch {
        try passOver(error)
        continue
      }
      hasBegunLines = false
      return true
    }
    return false
  }

  /// Notes that the file in hand is no recording; throws any other error, and this one where the user named the file.
  mutating func passOver(_ error: TracksError) throws(TracksError) {
    guard case .notARecording(_, _, let why, _) = error, !source.isNamed || !member.isEmpty else {
      throw error
    }
    if let line = FormatProbe.recordingBehind(tableStart) {
      throw .unusable(
        path: name, line: line, why: "a recording seems to begin here, behind something else; remove what is before it")
    }
    passedOver.append((member, why))
  }

  /// Finds out how a file is read that begins with some bytes.
  private mutating func find(_ start: [UInt8], scope: Int) throws(TracksError) {
    let found =
      if let format = options.format {
        (format: format, certainty: FormatCertainty.told)
      } else {
        try FormatProbe.family(of: start, path: name)
      }
    if case .table(let path, let name) = source, found.format != .database {
      throw .unusable(
        path: path, line: nil, why: "is no database, so it has no table '\(name)'; name the file without it")
    }
    file.hashesPlainBytes = found.format != .table && found.format != .sentences
    switch found.format {
    case .table: if options.format == nil { tableStart = start }
    case .sentences: content = .sentences(FoundFormat(name: "nmea", certainty: found.certainty))
    case .json, .gpx, .database:
      if found.format == .json,
        let lines = JSONLines(start: start, path: name, limits: recordLimits, map: options.map)
      {
        file.hashesPlainBytes = false
        let format = FoundFormat(name: lines.formatName, certainty: found.certainty)
        content = .jsonLines(lines, format)
        return
      }
      let feed = RecordFeed(try reader(found.format), options: options, scope: scope)
      content = .rows(feed, found.certainty)
    }
  }

  /// What the options allow records.
  private var recordLimits: RecordLimits {
    var limits = RecordLimits()
    limits.deepestLevel = options.limits.deepestLevel
    limits.longestText = options.limits.longestLine
    limits.mostPositionsOfAFeature = options.limits.mostPositionsOfAFeature
    return limits
  }

  /// The reader of a format that is no table of lines.
  private func reader(_ format: InputFormat) throws(TracksError) -> any RecordReader {
    switch format {
    case .database:
      switch source {
      case .file(let path) where !file.isPacked, .found(let path) where !file.isPacked:
        return try DatabaseRecordReader(path: path, table: nil, map: options.map)
      case .table(let path, let name):
        return try DatabaseRecordReader(path: path, table: name, map: options.map)
      default:
        throw .notARecording(
          path: name, line: nil,
          why: "is a database, which can only be read from a file of its own", advice: "write it to one first")
      }
    case .gpx:
      return GPXRecordReader(bytes: file, path: name, limits: recordLimits, map: options.map)
    case .json, .table, .sentences:
      return JSONRecordReader(bytes: file, path: name, limits: recordLimits, map: options.map)
    }
  }
}
