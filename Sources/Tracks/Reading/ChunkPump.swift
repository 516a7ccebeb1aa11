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
  /// What came along in folders and archives and is no recording.
  private(set) var passedOver: [PassedOver] = []
  /// Bytes taken from all inputs so far, as they are stored.
  package private(set) var bytesRead = 0

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
        nextSource += 1
        open = try begin(sources[nextSource - 1], input: nextSource - 1)
        if open == nil { continue }
      }
      guard var current = open else { return nil }
      open = nil
      let before = current.file.progress.read
      let chunk: InputChunk?
      do throws(TracksError) {
        chunk = try read(&current)
      } catch {
        try current.passOver(error)
        chunk = try current.goOn(scope: nextIndex) ? nil : try endBehindOthers(&current)
      }
      bytesRead += current.file.progress.read - before
      if !current.hasEnded { open = current }
      if let chunk { return chunk }
    }
    return nil
  }

  /// Opens an input at its first file that may hold positions; nil where it came along in a folder and holds none.
  private mutating func begin(_ source: InputSource, input: Int) throws(TracksError) -> OpenInput? {
    var current = try OpenInput(source, input: input, options: options)
    if try current.goOn(scope: nextIndex) { return current }
    _ = try endBehindOthers(&current)
    return nil
  }

  /// Ends an input behind files that are no recordings: the chunk that says so, nil where no chunk came before it.
  ///
  /// Throws where the user named it and there is nothing in it to be read.
  private mutating func endBehindOthers(_ current: inout OpenInput) throws(TracksError) -> InputChunk? {
    current.hasEnded = true
    let name = current.source.name
    guard let format = current.format else {
      let first = current.passedOver.first
      let why =
        first.map { $0.member.isEmpty ? $0.why : "holds no recording: \($0.member) \($0.why)" } ?? "holds no file"
      guard !current.source.isNamed else {
        throw .notARecording(path: name, line: nil, why: why, advice: OpenInput.advice)
      }
      passedOver.append(PassedOver(path: name, why: why))
      return nil
    }
    _ = try current.file.finish()
    defer { nextIndex += 1 }
    return InputChunk(
      index: nextIndex, input: current.input, table: name, content: .rows(ReadOutcome()), format: format, bytes: [],
      lineStart: 0, lineEnd: 0, hashed: 0, stored: current.file.takeUnhashed(), isFirst: false, headerLines: 0,
      inputEnd: end(of: current))
  }

  /// What there is to say of an input that has been read; what in it is no recording is noted.
  private mutating func end(of current: OpenInput) -> InputChunk.InputEnd {
    passedOver += current.passedOver.map { PassedOver(path: current.source.name + ":" + $0.member, why: $0.why) }
    return InputChunk.InputEnd(bytes: current.file.progress.read, passedOver: current.passedOver.map(\.member))
  }

  private mutating func read(_ current: inout OpenInput) throws(TracksError) -> InputChunk? {
    switch current.content {
    case .rows(let feed, let certainty): return try readRows(feed, certainty, &current)
    case .broken(let error, let format): return readBroken(error, format, &current, isFirst: false)
    case .unknown, .table, .sentences, .jsonLines: return try readLines(&current)
    }
  }

  /// What is wrong with the next line, which is known by its number when those before it have been counted.
  private func tooLong(_ name: String) -> TracksError {
    .unusable(
      path: name, line: 1,
      why: "is a line of more than \(options.limits.longestLine) bytes; give AIS as CSV, plain or compressed, "
        + "or raise --limit line=")
  }

  private mutating func readBroken(
    _ error: TracksError, _ format: FoundFormat, _ current: inout OpenInput, isFirst: Bool
  ) -> InputChunk {
    var outcome = ReadOutcome()
    outcome.failure = error
    current.hasEnded = true
    defer { nextIndex += 1 }
    return InputChunk(
      index: nextIndex, input: current.input, table: current.name, content: .rows(outcome), format: format, bytes: [],
      lineStart: 0, lineEnd: 0, hashed: 0, stored: [], isFirst: isFirst, headerLines: 0, inputEnd: nil)
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
    let format = FoundFormat(name: feed.formatName, certainty: certainty, columns: feed.columns)
    current.format = format
    let end = isEnd ? try endMember(&current) : nil
    defer { nextIndex += 1 }
    return InputChunk(
      index: nextIndex, input: current.input, table: name, content: .rows(outcome), format: format, bytes: [],
      lineStart: 0, lineEnd: 0, hashed: 0, stored: current.file.takeUnhashed(), isFirst: isFirst, headerLines: 0,
      inputEnd: end)
  }

  /// Goes on behind the end of a file; what there is to say of the input where it was the last.
  private mutating func endMember(_ current: inout OpenInput) throws(TracksError) -> InputChunk.InputEnd? {
    let isHashed = current.file.isPacked || current.file.hashesPlainBytes
    if try current.goOn(scope: nextIndex) { return nil }
    current.hasEnded = true
    // What stands behind the last row belongs to the hash too.
    if isHashed { _ = try current.file.finish() }
    return end(of: current)
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
    case .unknown, .rows, .broken:
      isFirst = true
      let headerEnd = bytes[..<count].firstIndex(of: 10) ?? count
      guard headerEnd < count || isEnd else {
        if bytes[..<count].contains(13) { throw ColumnPlan.endsLinesWithReturns(current.name) }
        throw .notARecording(
          path: current.name, line: 1,
          why: "is not a table of positions (no line end in \(count) bytes)",
          advice: ColumnPlan.advice)
      }
      var length = headerEnd
      while length > 0, bytes[length - 1] == 13 { length -= 1 }
      var plan = try current.plan(bytes, header: length)
      let rowsStart = plan.hasHeader ? min(headerEnd + 1, count) : 0
      if plan.slashDates == nil {
        plan.slashDates = try current.dateOrder(plan, bytes, from: rowsStart, to: count, isEnd)
      }
      let found = FoundFormat(
        name: plan.layout.rawValue, certainty: plan.certainty, columns: plan.uses)
      current.content = .table(plan, found)
      (content, format) = (.table(plan), found)
      lineStart = rowsStart
      headerLines = plan.hasHeader ? 1 : 0
    }
    // A line that was carried over has its end here, if anywhere.
    if case .jsonLines = content {
    } else if lineStart == 0, bytes[..<count].firstIndex(of: 10) ?? count > limit {
      return readBroken(tooLong(current.name), format, &current, isFirst: isFirst)
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
        if case .jsonLines(let lines) = content {
          // A feature may have as many positions as it likes on its line: from there on one is read after another.
          let left = lines.reader(of: PrecededBytes(rest, then: current.file))
          let feed = RecordFeed(left, options: options, scope: nextIndex, formatName: lines.formatName)
          current.content = .rows(feed, format.certainty)
          current.file.hashPlainBytes(from: rest)
        } else {
          current.content = .broken(tooLong(current.name), format)
        }
        rest = []
      }
      current.carried = rest
    }
    let name = current.name
    let isPacked = current.file.isPacked
    current.format = format
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
}
