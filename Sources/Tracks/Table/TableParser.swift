import Platform

/// Turns a chunk of whole lines of a table into fixes, at the speed of memory where the spelling is usual.
package struct TableParser {
  private let plan: ColumnPlan
  private let selection: RowSelection
  /// Whether each fix shall carry the line it came from, and each rejected row be kept.
  private let namesRows: Bool
  /// Whether days have a column of their own.
  private let hasDates: Bool
  /// Whether a row with too many fields is to be read with care.
  private let countsFields: Bool
  /// Where rows say who their vessel is; nil where they do not or nobody asks.
  private let identity: IdentityColumns?

  /// A parser for tables of a plan.
  package init(_ options: ReadOptions, plan: ColumnPlan) {
    var unwanted: [ColumnRole] = options.keepsSpeedAndCourse ? [] : [.speed, .course]
    if !options.keepsVesselType { unwanted.append(.vesselType) }
    // They are read behind the position: whatever they say, a row counts or does not as it would without them.
    unwanted += ColumnRole.allCases.filter { $0.isIdentity && $0 != .vesselType }
    let positions = plan.without(unwanted)
    self.plan = positions
    hasDates = positions.hasDates
    countsFields = positions.mayBeShifted || positions.mayBeShiftedBehind || !positions.hasTextsBehind
    identity = options.keepsIdentity ? IdentityColumns(plan, positions: positions) : nil
    selection = options.selection
    namesRows = options.namesRejectedRows
  }

  /// Parses a chunk's lines.
  package func parse(_ chunk: borrowing InputChunk) -> ReadOutcome {
    var nothing: IdentityGatherer?
    return parse(chunk, identities: &nothing)
  }

  /// Parses a chunk's lines; what they say of who their vessels are is gathered where there is something to gather it.
  func parse(_ chunk: borrowing InputChunk, identities: inout IdentityGatherer?) -> ReadOutcome {
    if let identity { identities?.begin(identity) }
    return chunk.bytes.withUnsafeBufferPointer {
      let outcome = parse(UnsafeBufferPointer(rebasing: $0[chunk.lineStart..<chunk.lineEnd]), identities: &identities)
      if let identity { identities?.takeIn(identity) }
      return outcome
    }
  }

  /// Bytes that must be readable behind the last line end.
  static let padding = 32 + SaidBytes.mostBytes

  /// Parses lines: `bytes` ends with a line end and has `padding` more bytes behind its count.
  private func parse(_ bytes: UnsafeBufferPointer<UInt8>, identities: inout IdentityGatherer?) -> ReadOutcome {
    var outcome = ReadOutcome()
    guard var p = bytes.baseAddress else { return outcome }
    let end = p + bytes.count
    var rowsExpected = bytes.count / 80 + 64
    while p < end {
      var vessels: [UInt32] = []
      var rows: [UInt64] = []
      var count = 0
      let capacity = rowsExpected
      let fixes = [Fix](unsafeUninitializedCapacity: capacity) { fixBuffer, fixCount in
        vessels = [UInt32](unsafeUninitializedCapacity: capacity) { vesselBuffer, vesselCount in
          rows = [UInt64](unsafeUninitializedCapacity: namesRows ? capacity : 0) { rowBuffer, rowCount in
            count = fill(
              from: &p, to: end, vessels: vesselBuffer, fixes: fixBuffer, rows: rowBuffer, capacity: capacity,
              outcome: &outcome, identities: &identities)
            rowCount = namesRows ? count : 0
          }
          vesselCount = count
        }
        fixCount = count
      }
      outcome.batches.append(FixBatch(vessels: vessels, fixes: fixes, rows: rows))
      outcome.ledger.accept(count)
      rowsExpected = Int(end - p) / 16 + 64
    }
    return outcome
  }

  private func fill(
    from start: inout UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>,
    vessels: UnsafeMutableBufferPointer<UInt32>, fixes: UnsafeMutableBufferPointer<Fix>,
    rows: UnsafeMutableBufferPointer<UInt64>, capacity: Int, outcome: inout ReadOutcome,
    identities: inout IdentityGatherer?
  ) -> Int {
    guard let vesselBase = vessels.baseAddress, let fixBase = fixes.baseAddress else { return 0 }
    let rowBase = rows.baseAddress
    var date = DateMemory()
    var p = start
    var count = 0
    let from = selection.fromMilliseconds ?? .min
    let to = selection.toMilliseconds ?? .max
    let wanted = selection.vessels
    plan.steps.withUnsafeBufferPointer { steps in
      while p < end && count < capacity {
        let line = p
        let reading: RowReading
        // Where the fields that the quick path has not read begin.
        var rest = line
        var isQuick = false
        if let quick = quickReading(&p, steps: steps, date: &date) {
          reading = quick
          rest = p
          isQuick = true
          p = lineEnd(p, end) + 1
        } else {
          let stop = lineEnd(line, end)
          p = stop + 1
          var length = stop - line
          while length > 0, line[length - 1] == 13 || line[length - 1] == 32 { length -= 1 }
          if length == 0 {
            outcome.lines += 1
            continue
          }
          reading = RowReading(UnsafeBufferPointer(start: line, count: length), plan: plan)
        }
        switch reading {
        case .fix(let mmsi, let fix, let type):
          let instant = fix.milliseconds
          if instant < from || instant >= to {
            reject(.outsideTime, line, p, &outcome)
          } else if let wanted, !wanted.contains(mmsi) {
            reject(.outsideSelection, line, p, &outcome)
          } else {
            (vesselBase + count).initialize(to: mmsi)
            (fixBase + count).initialize(to: fix)
            if namesRows { rowBase.map { ($0 + count).initialize(to: UInt64(outcome.lines)) } }
            count += 1
            if type != .unknown { outcome.types.add(type, of: mmsi, at: instant) }
            if let identity {
              let isBehind = isQuick && identity.start > 0
              var stop = p - 1
              while stop > line, stop[-1] == 13 || stop[-1] == 32 { stop -= 1 }
              identities?.take(
                identity, from: isBehind ? rest : line, column: isBehind ? identity.start : 0, to: stop, of: mmsi,
                at: instant)
            }
          }
        case .identity(let mmsi, let instant):
          if let reason = selection.reason(mmsi, at: instant) {
            reject(reason, line, p, &outcome)
          } else {
            outcome.ledger.accept(1)
            if let identity { take(identity, from: line, to: p - 1, from..<max(from, to), wanted, into: &identities) }
          }
        case .rejected(let reason):
          reject(reason, line, p, &outcome)
          // Static messages have no position, and yet say who their vessel is.
          if reason == .badPosition, let identity {
            take(identity, from: line, to: p - 1, from..<max(from, to), wanted, into: &identities)
          }
        }
        outcome.lines += 1
      }
    }
    start = p
    return count
  }

  @inline(never)
  private func take(
    _ identity: IdentityColumns, from line: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, _ time: Range<Int64>,
    _ wanted: Set<UInt32>?, into identities: inout IdentityGatherer?
  ) {
    var stop = end
    while stop > line, stop[-1] == 13 || stop[-1] == 32 { stop -= 1 }
    guard let sender = RowReading.sender(UnsafeBufferPointer(start: line, count: stop - line), plan: plan),
      time.contains(sender.milliseconds), wanted?.contains(sender.mmsi) ?? true
    else { return }
    identities?.take(identity, from: line, column: 0, to: stop, of: sender.mmsi, at: sender.milliseconds)
  }

  @inline(__always)
  private func lineEnd(_ p: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    guard let found = memchr(p, 10, end - p) else { return end }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
  }

  @inline(never)
  private func reject(
    _ reason: RejectReason, _ line: UnsafePointer<UInt8>, _ next: UnsafePointer<UInt8>, _ outcome: inout ReadOutcome
  ) {
    outcome.reject(reason, line: outcome.lines, isNamed: namesRows) {
      var end = next - 1
      while end > line, end[-1] == 13 { end -= 1 }
      return RowBlame.value(UnsafeBufferPointer(start: line, count: end - line), plan: plan, reason)
    }
  }

  /// Reads a row in its usual spelling; nil leaves it to `RowReading`. `p` ends somewhere in the row's last field read.
  @inline(__always)
  private func quickReading(
    _ p: inout UnsafePointer<UInt8>, steps: UnsafeBufferPointer<ColumnPlan.Step>, date: inout DateMemory
  ) -> RowReading? {
    let delimiter = plan.delimiter
    let dayFirst = plan.slashDates == .dayFirst
    var mmsi: UInt32 = 0
    var time: Int64 = 0
    var ownDay: Int64 = 0
    var ofSecond: Int64 = 0
    var isOfNoVessel = false
    var saysDay = !hasDates
    var delimiters = 0
    var latitude: Int32 = 0
    var longitude: Int32 = 0
    var speed = Fix.noSpeed
    var course = Fix.noCourse
    var type = VesselType.unknown
    for step in steps {
      var fieldsToSkip = step.fieldsToSkip
      while fieldsToSkip > 0 {
        let byte = p[0]
        if byte == delimiter {
          fieldsToSkip -= 1
        } else if byte == 10 || byte == UInt8(ascii: "\"") {
          return nil
        }
        p += 1
      }
      switch step.role {
      case .mmsi:
        guard let number = QuickScan.nineDigits(&p) else { return nil }
        mmsi = number
      case .time:
        if hasDates, p[2] == UInt8(ascii: ":") {
          guard let ofDay = QuickScan.clock(p) else { return nil }
          time = ofDay
          p += 8
        } else {
          guard let day = date.milliseconds(p, dayFirst: dayFirst), p[10] == UInt8(ascii: "T") || p[10] == 32,
            let ofDay = QuickScan.clock(p + 11)
          else { return nil }
          time = day + ofDay
          saysDay = true
          p += 19
        }
        if p[0] == UInt8(ascii: ".") {
          var scale: Int64 = 100
          p += 1
          guard p[0] &- 48 <= 9 else { return nil }
          while p[0] &- 48 <= 9 {
            time += Int64(p[0] &- 48) * scale
            scale /= 10
            p += 1
          }
        }
        if p[0] == UInt8(ascii: "Z") { p += 1 }
      case .latitude:
        guard let value = QuickScan.degrees(&p), value >= -900_000_000, value <= 900_000_000 else { return nil }
        latitude = Int32(truncatingIfNeeded: value)
      case .longitude:
        guard let value = QuickScan.degrees(&p), value >= -1_800_000_000, value <= 1_800_000_000 else { return nil }
        longitude = Int32(truncatingIfNeeded: value)
      case .speed:
        if p[0] != delimiter {
          guard let value = QuickScan.tenths(&p) else { return nil }
          speed = RowReading.speed(value)
        }
      case .course:
        if p[0] != delimiter {
          guard let value = QuickScan.tenths(&p) else { return nil }
          course = RowReading.course(value)
        }
      case .mobileType:
        guard QuickScan.word(p) & 0xFFFF_FFFF_FFFF == 0x2073_7361_6C43, p[6] == 65 || p[6] == 66 else { return nil }
        p += 7
      case .vesselType:
        guard p[0] != UInt8(ascii: "\"") else { return nil }
        let start = p
        while p[0] != delimiter, p[0] != 10 { p += 1 }
        type = VesselType(text: UnsafeBufferPointer(start: start, count: p - start))
      case .date:
        guard let day = date.milliseconds(p, dayFirst: dayFirst) else { return nil }
        ownDay = day
        p += 10
      case .millisecond:
        guard let value = QuickScan.fewDigits(&p, atMost: 3) else { return nil }
        ofSecond = value
      case .messageType:
        guard let type = QuickScan.fewDigits(&p, atMost: 2) else { return nil }
        if type == 5 || type == 24 { return nil }
        isOfNoVessel = type == 4 || type == 9 || type == 21
      case .name, .imo, .callSign, .length, .width, .draught: return nil
      }
      delimiters += step.fieldsToSkip
      if p[0] == delimiter {
        p += 1
        delimiters += 1
      } else if p[0] == 10 || (p[0] == 13 && p[1] == 10) {
        guard step == steps[steps.count - 1] else { return nil }
      } else {
        return nil
      }
    }
    if countsFields {
      guard let behind = QuickScan.count(delimiter, toLineEndFrom: p) else { return nil }
      if delimiters + behind >= plan.uses.count { return nil }
    } else if latitude % 10_000_000 == 0, longitude % 10_000_000 == 0 {
      // Halves of two numbers with decimal commas look so.
      return nil
    }
    if isOfNoVessel { return .rejected(.notAVessel) }
    if time % 1_000 == 0 { time += ofSecond }
    if mmsi < 201_000_000 || mmsi >= 776_000_000 {
      switch StationKind(mmsi: mmsi, digits: 9) {
      case .invalid: return .rejected(.badMMSI)
      case .other: return .rejected(.notAVessel)
      case .vessel: break
      }
    }
    return .fix(
      mmsi: mmsi,
      Fix(
        milliseconds: saysDay ? time : time + ownDay, latitudeE7: latitude, longitudeE7: longitude,
        speedInTenths: speed,
        courseInTenths: course), type)
  }
}
