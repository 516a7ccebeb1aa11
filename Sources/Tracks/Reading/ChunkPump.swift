import Platform

/// Gives out the inputs' tables as chunks of whole lines, in order; one caller at a time.
package struct ChunkPump {
  private let sources: [InputSource]
  private let map: [ColumnRole: String]
  private let timeFormat: TimeFormat
  private let chunkSize: Int
  private var nextSource = 0
  private var nextIndex = 0
  private var table: OpenTable?
  private var isStopped = false
  private let pool: BufferPool
  /// Bytes taken from all inputs so far, as they are stored.
  package private(set) var bytesRead = 0

  /// A line longer than this is no table's: 1 MiB.
  package static let longestLine = 1 << 20

  /// The table being read.
  private struct OpenTable {
    let input: Int
    let raw: ByteStream
    let archive: ArchiveStream?
    var name: String
    var plan: ColumnPlan?
    var carried: [UInt8] = []
    var hasEnded = false
  }

  /// A pump before the first input.
  ///
  /// A chunk has about `options.chunkSize` bytes, and no less than the longest line; its bytes come from `pool`, a
  /// `BufferPool` of `bufferSize(options)`, and may be given back to it.
  package init(sources: [InputSource], options: ReadOptions, pool: BufferPool) {
    self.sources = sources
    map = options.map
    timeFormat = options.timeFormat
    chunkSize = max(options.chunkSize, Self.longestLine)
    self.pool = pool
  }

  /// Bytes of a buffer: a chunk, what is carried over to it, a line end and the parser's padding.
  package static func bufferSize(_ options: ReadOptions) -> Int {
    max(options.chunkSize, longestLine) + longestLine + 1 + TableParser.padding
  }

  /// Gives out nothing more.
  mutating func stop() {
    isStopped = true
    table = nil
  }

  /// The next chunk, or nil when all inputs are through. Throws what is wrong with an input.
  package mutating func next() throws(TracksError) -> TableChunk? {
    while !isStopped {
      if table == nil {
        guard nextSource < sources.count else { return nil }
        table = try open(sources[nextSource], input: nextSource)
        nextSource += 1
      }
      guard var current = table else { return nil }
      table = nil
      let before = current.raw.bytesRead
      let chunk = try read(&current)
      bytesRead += current.raw.bytesRead - before
      if !current.hasEnded { table = current }
      if let chunk { return chunk }
    }
    return nil
  }

  private func open(_ source: InputSource, input: Int) throws(TracksError) -> OpenTable {
    let raw = try ByteStream(source)
    let start = try raw.peek(8)
    guard !start.isEmpty else {
      throw .unusable(path: raw.name, line: nil, why: "is empty; give a file with AIS positions")
    }
    guard ArchiveStream.recognises(start) else {
      return OpenTable(input: input, raw: raw, archive: nil, name: raw.name)
    }
    let archive = try ArchiveStream(raw)
    guard let member = try archive.nextMember() else {
      throw .unusable(path: raw.name, line: nil, why: "holds no file; give an archive with AIS positions")
    }
    return OpenTable(
      input: input, raw: raw, archive: archive, name: member.isEmpty ? raw.name : raw.name + ":" + member)
  }

  private mutating func read(_ table: inout OpenTable) throws(TracksError) -> TableChunk? {
    var (bytes, count, isEnd) = try fill(table)
    if isEnd, count == 0, table.plan == nil {
      throw .unusable(path: table.name, line: nil, why: "is empty; give a file with AIS positions")
    }
    let isFirst = table.plan == nil
    var lineStart = 0
    let plan: ColumnPlan
    if let known = table.plan {
      plan = known
    } else {
      let headerEnd = bytes[..<count].firstIndex(of: 10) ?? count
      guard headerEnd < count || isEnd else {
        throw .unusable(
          path: table.name, line: 1,
          why: "is not a table of positions (no line end in \(count) bytes); give AIS as CSV, plain or compressed")
      }
      var length = headerEnd
      while length > 0, bytes[length - 1] == 13 { length -= 1 }
      plan = try Self.plan(bytes, length, map: map, timeFormat: timeFormat, path: table.name)
      table.plan = plan
      lineStart = plan.hasHeader ? min(headerEnd + 1, count) : 0
    }
    let fileBytes = count
    var lineEnd = count
    if isEnd {
      if count > 0, bytes[count - 1] != 10 {
        bytes[count] = 10
        lineEnd = count + 1
      }
    } else {
      guard let stop = bytes[..<count].lastIndex(of: 10).map({ $0 + 1 }), count - stop < Self.longestLine else {
        throw .unusable(
          path: table.name, line: nil,
          why: "has a line of more than \(Self.longestLine) bytes; give AIS as CSV, plain or compressed")
      }
      lineEnd = stop
      table.carried = Array(bytes[stop..<count])
    }
    var hasNextMember = false
    let name = table.name
    if isEnd {
      table.carried = []
      if let archive = table.archive {
        if let member = try archive.nextMember() {
          table.name = table.raw.name + ":" + member
          table.plan = nil
          hasNextMember = true
        } else {
          try archive.drain()
        }
      }
      table.hasEnded = !hasNextMember
    }
    let isArchive = table.archive != nil
    let end =
      table.hasEnded
      ? TableChunk.InputEnd(bytes: table.raw.bytesRead, sha256: isArchive ? table.raw.finishHash() : nil) : nil
    defer { nextIndex += 1 }
    return TableChunk(
      index: nextIndex, input: table.input, table: name, plan: plan, bytes: bytes,
      lineStart: min(lineStart, lineEnd), lineEnd: lineEnd,
      hashed: isArchive ? 0 : isEnd ? fileBytes : lineEnd, isFirst: isFirst, inputEnd: end)
  }

  /// What was carried over and then fresh bytes, with room for a line end and the padding.
  private func fill(_ table: OpenTable) throws(TracksError) -> (bytes: [UInt8], count: Int, isEnd: Bool) {
    let room = chunkSize + Self.longestLine
    var bytes = pool.take()
    var count = table.carried.count
    try bytes.withUnsafeMutableBufferPointer { buffer throws(TracksError) in
      let all = UnsafeMutableRawBufferPointer(buffer)
      all.copyBytes(from: table.carried)
      let fresh = UnsafeMutableRawBufferPointer(rebasing: all[count..<min(count + chunkSize, room)])
      if let archive = table.archive {
        count += try archive.read(into: fresh)
      } else {
        count += try table.raw.read(into: fresh)
      }
      all[count...].prefix(1 + TableParser.padding).initializeMemory(as: UInt8.self, repeating: 0)
    }
    return (bytes, count, count < min(table.carried.count + chunkSize, room))
  }

  private static func plan(
    _ bytes: [UInt8], _ length: Int, map: [ColumnRole: String], timeFormat: TimeFormat, path: String
  ) throws(TracksError) -> ColumnPlan {
    try bytes.withUnsafeBufferPointer { buffer throws(TracksError) in
      try ColumnPlan(
        header: UnsafeBufferPointer(rebasing: buffer[..<length]), map: map, timeFormat: timeFormat, path: path)
    }
  }
}
