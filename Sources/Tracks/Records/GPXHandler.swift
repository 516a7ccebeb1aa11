/// Takes the elements and texts of a GPX document as a parser tells of them, and makes rows of its track points.
struct GPXHandler {
  /// Why the parser shall go no further.
  private(set) var failure: Failure?
  /// Points of routes and places by themselves, which are of no track and make no row.
  private(set) var placesOutsideTracks = 0

  /// Why a document is not read on; what is wrong, without the file and the line.
  struct Failure: Equatable {
    let why: String
  }

  private let limits: RecordLimits
  /// Rows that are ready, the first `ready` of them; the others are spare.
  private var rows: [RecordRow] = []
  private var ready = 0
  private var given = 0

  private var open: [GPXElement] = []
  private var text: [UInt8] = []
  private var gathers = false
  private var track: GPXTrack?
  private var trackOfRows: RecordTrack?
  private var tracksWithoutName = 0
  private var beginsPiece = false
  private var point = RecordRow()
  private var isInPoint = false
  private var speedRank = Int.max
  private var courseRank = Int.max
  private var otherNames: Set<Int> = []

  /// A parser keeps every name that it meets; documents have some tens.
  private static let mostNames = 20_000

  init(limits: RecordLimits) { self.limits = limits }

  /// Gives out the next row that is ready; false where none is.
  mutating func next(into row: inout RecordRow) -> Bool {
    guard given < ready else {
      given = 0
      ready = 0
      return false
    }
    swap(&row, &rows[given])
    given += 1
    return true
  }

  /// Gives up.
  mutating func fail(_ why: String) {
    if failure == nil { failure = Failure(why: why) }
  }

  /// An element begins; `line` says where, and is asked for points only.
  mutating func begin(_ name: UnsafeBufferPointer<UInt8>, line: () -> Int) {
    if failure != nil { return }
    let element = GPXElement(name)
    if element == .other { note(name) }
    if open.isEmpty, element != .root {
      return fail("is XML but no GPX: its root is \(shown(name)); give a GPX file")
    }
    guard open.count < limits.deepestLevel else {
      return fail(
        "has more than \(limits.deepestLevel) elements inside one another; raise --limit depth= if that is meant")
    }
    open.append(element)
    gathers = element.hasText
    text.removeAll(keepingCapacity: true)
    switch element {
    case .track where !isInPoint:
      track = GPXTrack()
      trackOfRows = nil
      beginsPiece = true
    case .segment: beginsPiece = true
    case .placeOutsideTracks: placesOutsideTracks += 1
    case .point where track != nil && !isInPoint:
      isInPoint = true
      speedRank = .max
      courseRank = .max
      point.clear()
      point.line = line()
    default: break
    }
  }

  /// An attribute of the element that has just begun.
  mutating func attribute(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
    if failure != nil { return }
    if name.elementsEqual("lat".utf8) {
      if isInPoint, open.last == .point { point.set(.latitude, to: value) }
    } else if name.elementsEqual("lon".utf8) {
      if isInPoint, open.last == .point { point.set(.longitude, to: value) }
    } else {
      note(name)
    }
  }

  /// Text, or a piece of one.
  mutating func characters(_ piece: UnsafeBufferPointer<UInt8>) {
    if failure != nil || !gathers { return }
    guard text.count + piece.count <= limits.longestText else { return fail(tooLong) }
    text.append(contentsOf: piece)
  }

  /// The element that began last ends.
  mutating func end() {
    guard failure == nil, let element = open.popLast() else { return }
    if gathers { trim() }
    if isInPoint {
      if element == .point {
        finishPoint()
      } else if gathers, !text.isEmpty {
        take(element)
      }
    } else if element == .track {
      track = nil
    } else if gathers, !text.isEmpty, !open.contains(.segment), open.last == .track || element == .mmsi {
      track?.take(element, text)
    }
    gathers = false
  }

  /// The sentence for a text that is beyond the limit.
  var tooLong: String {
    "has a text or tag of more than \(limits.longestText) bytes; raise --limit line= if that is meant"
  }

  /// Takes the text of an element of a point; a knot goes before a metre per second.
  private mutating func take(_ element: GPXElement) {
    switch element {
    case .time: if open.last == .point { point.set(.time, to: text) }
    case .mmsi: point.set(.mmsi, to: text)
    case .speedInKnots:
      speedRank = 0
      point.set(.speed, to: text)
    case .speed where speedRank > 0: point.set(.speed, to: GPXSpeed.knots(text))
    case .courseOverGround:
      courseRank = 0
      point.set(.course, to: text)
    case .course where courseRank > 0: point.set(.course, to: text)
    default: break
    }
  }

  private mutating func finishPoint() {
    isInPoint = false
    guard let track else { return }
    if point.field(.mmsi).isEmpty {
      let vessel = track.vessel
      if vessel.isEmpty {
        point.track = trackWithoutMMSI(track)
      } else {
        point.set(.mmsi, to: vessel)
      }
    }
    let name = track.vesselName
    if !name.isEmpty { point.set(.name, to: name) }
    point.startsPiece = beginsPiece
    beginsPiece = false
    if ready == rows.count { rows.append(RecordRow()) }
    swap(&rows[ready], &point)
    ready += 1
  }

  private mutating func trackWithoutMMSI(_ track: GPXTrack) -> RecordTrack {
    if let trackOfRows { return trackOfRows }
    let made: RecordTrack
    if track.name.isEmpty {
      tracksWithoutName += 1
      made = .numbered(tracksWithoutName)
    } else {
      made = .named(String(decoding: track.name, as: UTF8.self))
    }
    trackOfRows = made
    return made
  }

  private mutating func trim() {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    while let last = text.last, isBlank(last) { text.removeLast() }
    if let first = text.first, isBlank(first) { text.removeFirst(text.prefix(while: isBlank).count) }
  }

  /// Counts the names that are not GPX's own.
  private mutating func note(_ name: UnsafeBufferPointer<UInt8>) {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(name))
    otherNames.insert(hasher.finalize())
    if otherNames.count > Self.mostNames {
      fail("has more than \(Self.mostNames) different names of elements and attributes; give a GPX file")
    }
  }

  private func shown(_ name: UnsafeBufferPointer<UInt8>) -> String {
    "<" + String(decoding: name.prefix(40), as: UTF8.self) + ">"
  }
}
