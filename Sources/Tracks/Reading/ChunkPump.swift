import Platform

/// Gives out the inputs' content as chunks, in order; one caller at a time.
///
/// Lines of tables and logs are given out whole, for any worker to parse. What can only be read from its beginning on
/// is read here, and given out as rows.
package struct ChunkPump {
  private let sources: [InputSource]
  private let options: ReadOptions
  private let chunkSize: Int
  private var nextSource = 0
  private var nextIndex = 0
  private var open: OpenInput?
  private var isStopped = false
  private let pool: BufferPool
  /// Bytes taken from all inputs so far, as they are stored.
  package private(set) var bytesRead = 0

  /// The input being read.
  private struct OpenInput {
    let input: Int
    let source: InputSource
    let file: PackedFile
    /// The file's name, or `file:member`.
    var name: String
    var content: Content = .unknown
    var carried: [UInt8] = []
    var hasEnded = false
    /// Whether lines of the file in hand have been given out.
    var hasBegunLines = false
    var passedOver: [String] = []

    /// What has been found out of the file in hand.
    enum Content {
      case unknown
      case table(ColumnPlan, FoundFormat)
      case sentences(FoundFormat)
      case jsonLines(JSONLines, FoundFormat)
      case rows(RecordFeed, FormatCertainty)
    }
  }

  /// A pump before the first input.
  ///
  /// A chunk has about `options.chunkSize` bytes, and no less than the longest line; its bytes come from `pool`, a
  /// `BufferPool` of `bufferSize(options)`, and may be given back to it.
  package init(sources: [InputSource], options: ReadOptions, pool: BufferPool) {
    self.sources = sources
    self.options = options
    chunkSize = max(options.chunkSize, options.limits.longestLine)
    self.pool = pool
  }

  /// Bytes of a buffer: a chunk, what is carried over to it, a line end and the parser's padding.
  package static func bufferSize(_ options: ReadOptions) -> Int {
    max(options.chunkSize, options.limits.longestLine) + options.limits.longestLine + 1 + TableParser.padding
  }

  /// Gives out nothing more.
  mutating func stop() {
    isStopped = true
    open = nil
  }

  /// The next chunk, or nil when all inputs are through. Throws what is wrong with an input.
  package mutating func next() throws(TracksError) -> InputChunk? {
    while !isStopped {
      if open == nil {
        guard nextSource < sources.count else { return nil }
        open = try begin(sources[nextSource], input: nextSource)
        nextSource += 1
      }
      guard var current = open else { return nil }
      open = nil
      let before = current.file.progress.read
      let chunk = try read(&current)
      bytesRead += current.file.progress.read - before
      if !current.hasEnded { open = current }
      if let chunk { return chunk }
    }
    return nil
  }

  private func begin(_ source: InputSource, input: Int) throws(TracksError) -> OpenInput {
    let file = try PackedFile(source, limits: options.limits, leavesHashing: true)
    var current = OpenInput(input: input, source: source, file: file, name: source.name)
    guard try goOn(&current) else {
      throw .unusable(path: source.name, line: nil, why: "holds no file; give an archive with AIS positions")
    }
    return current
  }

  /// Goes to the next file of an input that may hold positions; false where there is none.
  private func goOn(_ current: inout OpenInput) throws(TracksError) -> Bool {
    while let member = try current.file.next() {
      current.name = member.isEmpty ? current.source.name : current.source.name + ":" + member
      current.content = .unknown
      guard !MemberName.holdsNoPositions(member) else {
        current.passedOver.append(member)
        continue
      }
      let start = try current.file.peek(FormatProbe.length)
      if start.isEmpty {
        guard !member.isEmpty else {
          throw .unusable(path: current.name, line: nil, why: "is empty; give a file with AIS positions")
        }
        current.passedOver.append(member)
        continue
      }
      try find(start, &current)
      current.hasBegunLines = false
      return true
    }
    return false
  }

  /// Finds out how a file is read that begins with some bytes.
  private func find(_ start: [UInt8], _ current: inout OpenInput) throws(TracksError) {
    let found =
      if let format = options.format {
        (format: format, certainty: FormatCertainty.told)
      } else {
        try FormatProbe.family(of: start, path: current.name)
      }
    if case .table(let path, let name) = current.source, found.format != .database {
      throw .unusable(
        path: path, line: nil, why: "is no database, so it has no table '\(name)'; name the file without it")
    }
    current.file.hashesPlainBytes = found.format != .table && found.format != .sentences
    switch found.format {
    case .table: break
    case .sentences: current.content = .sentences(FoundFormat(name: "nmea", certainty: found.certainty))
    case .json, .gpx, .database:
      if found.format == .json,
        let lines = JSONLines(start: start, path: current.name, limits: recordLimits, map: options.map)
      {
        current.file.hashesPlainBytes = false
        let format = FoundFormat(name: lines.formatName, certainty: found.certainty)
        current.content = .jsonLines(lines, format)
        return
      }
      let feed = RecordFeed(try reader(found.format, current), options: options, scope: nextIndex)
      current.content = .rows(feed, found.certainty)
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
  private func reader(_ format: InputFormat, _ current: OpenInput) throws(TracksError) -> any RecordReader {
    switch format {
    case .database:
      switch current.source {
      case .file(let path) where !current.file.isPacked:
        return try DatabaseRecordReader(path: path, table: nil, map: options.map)
      case .table(let path, let name):
        return try DatabaseRecordReader(path: path, table: name, map: options.map)
      default:
        throw .unusable(
          path: current.name, line: nil,
          why: "is a database, which can only be read from a file of its own; write it to one first")
      }
    case .gpx:
      return GPXRecordReader(bytes: current.file, path: current.name, limits: recordLimits, map: options.map)
    case .json, .table, .sentences:
      return JSONRecordReader(bytes: current.file, path: current.name, limits: recordLimits, map: options.map)
    }
  }

  private mutating func read(_ current: inout OpenInput) throws(TracksError) -> InputChunk? {
    if case .rows(let feed, let certainty) = current.content {
      return try readRows(feed, certainty, &current)
    }
    return try readLines(&current)
  }

  private mutating func readRows(
    _ feed: RecordFeed, _ certainty: FormatCertainty, _ current: inout OpenInput
  ) throws(TracksError) -> InputChunk? {
    // Behind lines that have been given out there is no beginning, and lines count from there.
    let isFirst = feed.rowsRead == 0 && !current.hasBegunLines
    let name = current.name
    var outcome = ReadOutcome()
    var isEnd = false
    do throws(TracksError) {
      (outcome, isEnd) = try feed.next()
    } catch {
      guard current.hasBegunLines else { throw error }
      outcome.failure = error
      current.hasEnded = true
    }
    let end = isEnd ? try endMember(&current) : nil
    defer { nextIndex += 1 }
    return InputChunk(
      index: nextIndex, input: current.input, table: name, content: .rows(outcome),
      format: FoundFormat(name: feed.formatName, certainty: certainty, columns: feed.columns), bytes: [], lineStart: 0,
      lineEnd: 0,
      hashed: 0, stored: current.file.takeUnhashed(), isFirst: isFirst, headerLines: 0, inputEnd: end)
  }

  /// Goes on behind the end of a file; what there is to say of the input where it was the last.
  private func endMember(_ current: inout OpenInput) throws(TracksError) -> InputChunk.InputEnd? {
    let isHashed = current.file.isPacked || current.file.hashesPlainBytes
    if try goOn(&current) { return nil }
    current.hasEnded = true
    // What stands behind the last row belongs to the hash too.
    if isHashed { _ = try current.file.finish() }
    return InputChunk.InputEnd(bytes: current.file.progress.read, passedOver: current.passedOver)
  }

  private mutating func readLines(_ current: inout OpenInput) throws(TracksError) -> InputChunk? {
    let limit = options.limits.longestLine
    var (bytes, count, isEnd) = try fill(current)
    var isFirst = false
    var lineStart = 0
    var headerLines = 0
    let content: InputChunk.Content
    let format: FoundFormat
    switch current.content {
    case .table(let plan, let found): (content, format) = (.table(plan), found)
    case .sentences(let found):
      (content, format) = (.sentences, found)
      isFirst = !current.hasBegunLines
    case .jsonLines(let lines, let found):
      (content, format) = (.jsonLines(lines), found)
      isFirst = !current.hasBegunLines
    case .unknown, .rows:
      isFirst = true
      let headerEnd = bytes[..<count].firstIndex(of: 10) ?? count
      guard headerEnd < count || isEnd else {
        if bytes[..<count].contains(13) { throw ColumnPlan.endsLinesWithReturns(current.name) }
        throw .unusable(
          path: current.name, line: 1,
          why: "is not a table of positions (no line end in \(count) bytes); give AIS as CSV, plain or compressed")
      }
      var length = headerEnd
      while length > 0, bytes[length - 1] == 13 { length -= 1 }
      var plan = try plan(bytes, header: length, current)
      if plan.slashDates == nil {
        plan.slashDates = try dateOrder(plan, bytes, from: plan.hasHeader ? headerEnd : 0, to: count, isEnd, current)
      }
      let found = FoundFormat(
        name: plan.layout.rawValue, certainty: plan.certainty, columns: plan.uses)
      current.content = .table(plan, found)
      (content, format) = (.table(plan), found)
      lineStart = plan.hasHeader ? min(headerEnd + 1, count) : 0
      headerLines = plan.hasHeader ? 1 : 0
    }
    current.hasBegunLines = true
    let fileBytes = count
    var lineEnd = count
    if isEnd {
      if count > 0, bytes[count - 1] != 10 {
        bytes[count] = 10
        lineEnd = count + 1
      }
      current.carried = []
    } else {
      lineEnd = bytes[..<count].lastIndex(of: 10).map { $0 + 1 } ?? 0
      var rest = Array(bytes[lineEnd..<count])
      if lineEnd == 0 || rest.count >= limit {
        guard case .jsonLines(let lines) = content else {
          throw .unusable(
            path: current.name, line: nil,
            why: "has a line of more than \(limit) bytes; give AIS as CSV, plain or compressed, or raise --limit line=")
        }
        // A feature may have as many positions as it likes on its line: from there on one is read after another.
        let left = lines.reader(of: PrecededBytes(rest, then: current.file))
        let feed = RecordFeed(left, options: options, scope: nextIndex, formatName: lines.formatName)
        current.content = .rows(feed, format.certainty)
        current.file.hashPlainBytes(from: rest)
        rest = []
      }
      current.carried = rest
    }
    let name = current.name
    let isPacked = current.file.isPacked
    let end = isEnd ? try endMember(&current) : nil
    defer { nextIndex += 1 }
    return InputChunk(
      index: nextIndex, input: current.input, table: name, content: content, format: format, bytes: bytes,
      lineStart: min(lineStart, lineEnd), lineEnd: lineEnd, hashed: isPacked ? 0 : isEnd ? fileBytes : lineEnd,
      stored: current.file.takeUnhashed(), isFirst: isFirst, headerLines: headerLines, inputEnd: end)
  }

  /// What was carried over and then fresh bytes, with room for a line end and the padding.
  private func fill(_ current: OpenInput) throws(TracksError) -> (bytes: [UInt8], count: Int, isEnd: Bool) {
    let room = chunkSize + options.limits.longestLine
    var bytes = pool.take()
    var count = current.carried.count
    try bytes.withUnsafeMutableBufferPointer { buffer throws(TracksError) in
      let all = UnsafeMutableRawBufferPointer(buffer)
      all.copyBytes(from: current.carried)
      let fresh = UnsafeMutableRawBufferPointer(rebasing: all[count..<min(count + chunkSize, room)])
      count += try current.file.read(into: fresh)
      all[count...].prefix(1 + TableParser.padding).initializeMemory(as: UInt8.self, repeating: 0)
    }
    return (bytes, count, count < min(current.carried.count + chunkSize, room))
  }

  private func plan(
    _ bytes: [UInt8], header length: Int, _ current: OpenInput
  ) throws(TracksError) -> ColumnPlan {
    try bytes.withUnsafeBufferPointer { buffer throws(TracksError) in
      try ColumnPlan(
        header: UnsafeBufferPointer(rebasing: buffer[..<length]), map: options.map, timeFormat: options.timeFormat,
        limits: options.limits, path: current.name)
    }
  }

  /// Which way round the dates of a table are, of which the first bytes are at hand; nil where it has none with slashes.
  ///
  /// Where those do not tell, the rest is gone through, which takes a file that can be read twice. Throws where no row
  /// tells, and where the first rows contradict one another; a later one that does is at fault.
  private func dateOrder(
    _ plan: ColumnPlan, _ bytes: [UInt8], from start: Int, to end: Int, _ isEnd: Bool, _ current: OpenInput
  ) throws(TracksError) -> TimeFormat? {
    var order = DateOrder(plan)
    // The last line may be cut off.
    let whole = isEnd ? end : bytes[..<end].lastIndex(of: 10) ?? start
    bytes.withUnsafeBufferPointer { order.look(at: UnsafeBufferPointer(rebasing: $0[start..<max(start, whole)])) }
    guard order.example != nil else { return nil }
    if let (one, other) = order.contradiction {
      throw .unusable(
        path: current.name, line: nil,
        why: "has dates both ways round, such as \(one) and \(other); say which are meant with --time-format dmy or mdy"
      )
    }
    if order.found == nil, !isEnd { try DateOrder.search(current.source, current.name, options.limits, &order) }
    guard let example = order.example, order.found == nil else { return order.found }
    throw .unusable(
      path: current.name, line: nil,
      why: "has dates such as \(example) that may be day or month first, and no row tells; "
        + "say which with --time-format dmy or mdy")
  }
}
