/// What one row of a table comes to.
enum RowReading {
  case fix(mmsi: UInt32, Fix, VesselType)
  /// What a vessel says of itself, without a position by its nature.
  case identity(mmsi: UInt32, milliseconds: Int64)
  case rejected(RejectReason)
}

extension RowReading {
  /// Reads a row carefully, field by field: the definition that the quick path of `TableParser` must agree with.
  init(_ line: UnsafeBufferPointer<UInt8>, plan: ColumnPlan) {
    let last = plan.columns.last { $0.role.isNeeded }?.column ?? 0
    let lastOfAll = plan.columns.last?.column ?? 0
    var fields: [[UInt8]] = []
    var position = 0
    while position <= line.count, fields.count <= lastOfAll {
      guard let field = FieldSplitter.field(of: line, from: &position, delimiter: plan.delimiter) else {
        // Whether a row counts must not depend on the columns that may be left out.
        if fields.count > last { break }
        self = .rejected(.malformed)
        return
      }
      fields.append(field)
    }
    guard fields.count > last else {
      self = .rejected(.malformed)
      return
    }
    let surplus = Self.surplus(line, from: position, fields, plan)
    let isShifted = surplus != .none
    guard !isShifted || !Self.movesPosition(surplus, fields, plan) else {
      self = .rejected(.malformed)
      return
    }
    var row = RecordRow()
    for (role, column) in plan.columns where column < fields.count {
      if !isShifted || !plan.mayBeShiftedBehind || !ColumnPlan.isMotion(role) { row.set(role, to: fields[column]) }
    }
    self.init(
      row, slashDates: plan.slashDates, allowsComma: plan.delimiter != UInt8(ascii: ","),
      hasMessageTypes: plan.hasMessageTypes
    ) { nil }
  }

  /// Fields of a row behind those that the header names.
  private enum Surplus {
    case none, empty, some
  }

  /// What a line, whose first fields have been read, has more than the table has columns.
  private static func surplus(
    _ line: UnsafeBufferPointer<UInt8>, from start: Int, _ fields: [[UInt8]], _ plan: ColumnPlan
  ) -> Surplus {
    var (position, count) = (start, fields.count)
    var surplus = Surplus.none
    while position <= line.count,
      let field = FieldSplitter.field(of: line, from: &position, delimiter: plan.delimiter)
    {
      count += 1
      guard count > plan.uses.count else { continue }
      if !field.isEmpty { return .some }
      surplus = .empty
    }
    return surplus
  }

  /// Whether the position of a row with too many fields may stand elsewhere.
  private static func movesPosition(_ surplus: Surplus, _ fields: [[UInt8]], _ plan: ColumnPlan) -> Bool {
    // What is needed would have moved into the last of them.
    if surplus == .empty, plan.endsWithNeeded { return false }
    if plan.mayBeShifted || surplus == .some && !plan.hasTextsBehind { return true }
    // Decimal commas make two fields of a number, of which neither has a point.
    return !plan.columns.contains { role, column in
      (role == .latitude || role == .longitude) && fields[column].contains(UInt8(ascii: "."))
    }
  }

  /// When the fields of a row are of, in milliseconds since 1970; nil where that is not said or outside of what a fix may be.
  private static func instant(_ row: RecordRow, _ slashDates: TimeFormat?) -> Int64? {
    guard var time = TimeText.milliseconds(row.instant, slashDates: slashDates) else { return nil }
    if time % 1_000 == 0, let part = NumberText.whole(row.field(.millisecond))?.value, part < 1_000 {
      time += Int64(part)
    }
    return time >= 0 && time < Fix.endOfTime ? time : nil
  }

  /// Reads the fields of a row. `standIn` gives the number of a row that says no MMSI, nil where that is a fault;
  /// `hasMessageTypes` where its type of message is surely one of AIS.
  init(
    _ row: RecordRow, slashDates: TimeFormat?, allowsComma comma: Bool, hasMessageTypes: Bool = false,
    standIn: () -> UInt32?
  ) {
    guard let time = Self.instant(row, slashDates) else {
      self = .rejected(.badTime)
      return
    }
    // Whatever stands for a position in what has none.
    if hasMessageTypes, RowReading.isStatic(message: row.field(.messageType)),
      let sender = RowReading.sender(row, slashDates: slashDates)
    {
      self = .identity(mmsi: sender.mmsi, milliseconds: sender.milliseconds)
      return
    }
    guard let latitude = NumberText.scaled(row.field(.latitude), places: 7, allowsComma: comma),
      let longitude = NumberText.scaled(row.field(.longitude), places: 7, allowsComma: comma),
      abs(latitude) <= 900_000_000, abs(longitude) <= 1_800_000_000
    else {
      if RowReading.isStatic(message: row.field(.messageType)),
        let sender = RowReading.sender(row, slashDates: slashDates)
      {
        self = .identity(mmsi: sender.mmsi, milliseconds: sender.milliseconds)
      } else {
        self = .rejected(.badPosition)
      }
      return
    }
    let kind = row.field(.mobileType)
    if !kind.isEmpty && !RowReading.isVessel(mobileType: kind)
      || hasMessageTypes && RowReading.isOfNoVessel(message: row.field(.messageType))
    {
      self = .rejected(.notAVessel)
      return
    }
    let mmsi: UInt32
    switch RowReading.station(row.field(.mmsi), standIn: standIn) {
    case .success(let number): mmsi = number
    case .failure(let reason):
      self = .rejected(reason)
      return
    }
    let type = row.field(.vesselType).withUnsafeBufferPointer { VesselType(text: $0) }
    self = .fix(
      mmsi: mmsi,
      Fix(
        milliseconds: time, latitudeE7: Int32(latitude), longitudeE7: Int32(longitude),
        speedInTenths: RowReading.speed(NumberText.scaled(row.field(.speed), places: 1, allowsComma: comma)),
        courseInTenths: RowReading.course(NumberText.scaled(row.field(.course), places: 1, allowsComma: comma))),
      type)
  }

  /// Whose an MMSI is; fails for what is none, and for one that no vessel has.
  private static func station(
    _ text: ArraySlice<UInt8>, standIn: () -> UInt32?
  ) -> Result<UInt32, RejectReason> {
    if text.isEmpty, let number = standIn() { return .success(number) }
    guard let (number, digits) = NumberText.whole(text), number < 1_000_000_000 else { return .failure(.badMMSI) }
    return switch StationKind(mmsi: UInt32(number), digits: digits) {
    case .invalid: .failure(.badMMSI)
    case .other: .failure(.notAVessel)
    case .vessel: .success(UInt32(number))
    }
  }

  /// The vessel that sent fields without a usable position, and when; nil where they do not say, or no vessel sent them.
  static func sender(_ row: RecordRow, slashDates: TimeFormat?) -> (mmsi: UInt32, milliseconds: Int64)? {
    guard let time = instant(row, slashDates), case .success(let mmsi) = station(row.field(.mmsi), standIn: { nil })
    else { return nil }
    let kind = row.field(.mobileType)
    return kind.isEmpty || isVessel(mobileType: kind) ? (mmsi, time) : nil
  }

  /// The vessel that sent a row without a usable position, and when; nil where the row does not say, or no vessel sent it.
  static func sender(
    _ line: UnsafeBufferPointer<UInt8>, plan: ColumnPlan
  ) -> (mmsi: UInt32, milliseconds: Int64)? {
    var row = RecordRow()
    var position = 0
    var column = 0
    for (role, wanted) in plan.columns where [.mmsi, .time, .date, .millisecond, .mobileType].contains(role) {
      var field: [UInt8] = []
      while column <= wanted {
        guard position <= line.count,
          let next = FieldSplitter.field(of: line, from: &position, delimiter: plan.delimiter)
        else { return nil }
        field = next
        column += 1
      }
      row.set(role, to: field)
    }
    return sender(row, slashDates: plan.slashDates)
  }

  /// A speed in tenths of a knot as a fix keeps it; what AIS cannot send is "not available".
  @inline(__always)
  static func speed(_ tenths: Int64?) -> UInt64 {
    guard let tenths, tenths >= 0, tenths < 1023 else { return Fix.noSpeed }
    return UInt64(tenths)
  }

  /// A course in tenths of a degree as a fix keeps it; what AIS cannot send is "not available".
  @inline(__always)
  static func course(_ tenths: Int64?) -> UInt64 {
    guard let tenths, tenths >= 0, tenths < 3600 else { return Fix.noCourse }
    return UInt64(tenths)
  }

  /// Whether messages of a type say who a vessel is and not where (ITU-R M.1371: 5 and 24).
  static func isStatic(message type: ArraySlice<UInt8>) -> Bool {
    guard let number = NumberText.whole(type)?.value else { return false }
    return number == 5 || number == 24
  }

  /// Whether messages of a type come from no vessel, whatever their sender's number (ITU-R M.1371: base stations' 4,
  /// search-and-rescue aircraft's 9, aids' to navigation 21).
  static func isOfNoVessel(message type: ArraySlice<UInt8>) -> Bool {
    guard let number = NumberText.whole(type)?.value else { return false }
    return number == 4 || number == 9 || number == 21
  }

  /// Whether a Danish "Type of mobile" is a ship: class A or B, or not said.
  static func isVessel(mobileType: some Collection<UInt8>) -> Bool {
    mobileType.isEmpty || mobileType.starts(with: "Class ".utf8)
      || mobileType.elementsEqual("Unknown".utf8) || mobileType.elementsEqual("Undefined".utf8)
  }
}
