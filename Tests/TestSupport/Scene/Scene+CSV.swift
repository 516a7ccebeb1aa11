import Platform

extension Scene {
  private static let header =
    "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo,"
    + "TransceiverClass\n"

  /// All reports in the layout of MarineCadastre, positions to 1e-7 degrees.
  public func csv(order: SceneRowOrder = .time) -> String { Self.header + rows(order).joined() }

  /// All reports as so many tables, each row in one of them by chance that follows from the seed.
  public func csvFiles(count: Int, seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    var files = [String](repeating: Self.header, count: count)
    for row in rows(.shuffled(seed: random.next())) { files[Int.random(in: 0..<count, using: &random)] += row }
    return files
  }

  private func rows(_ order: SceneRowOrder) -> [String] {
    var rows: [(time: Int64, text: String)] = []
    for vessel in vessels {
      for report in vessel.reports { rows.append((report.milliseconds, Self.row(vessel, report))) }
    }
    switch order {
    case .vessel: break
    case .time: rows.sort { ($0.time, $0.text) < ($1.time, $1.text) }
    case .reversed: rows.sort { ($0.time, $0.text) > ($1.time, $1.text) }
    case .shuffled(let seed):
      var random = SeededGenerator(seed: seed)
      rows.shuffle(using: &random)
    }
    return rows.map(\.text)
  }

  private static func row(_ vessel: SceneVessel, _ report: SceneReport) -> String {
    let fields = [
      "\(vessel.mmsi)", time(report.milliseconds), decimal(report.place.latitude, places: 7),
      decimal(report.place.longitude, places: 7), decimal(report.knots, places: 1),
      decimal(report.course >= 359.95 ? 0 : report.course, places: 1),
      decimal(report.course >= 359.5 ? 0 : report.course, places: 0), vessel.name, "IMO\(vessel.imo)", vessel.callSign,
      "\(vessel.typeCode)", "0", "\(vessel.length)", "\(vessel.width)",
      vessel.draught(atMilliseconds: report.milliseconds).map { decimal($0, places: 1) } ?? "", "\(vessel.typeCode)",
      "A",
    ]
    return fields.joined(separator: ",") + "\n"
  }

  private static func time(_ milliseconds: Int64) -> String {
    var seconds = time_t(milliseconds / 1000)
    var date = tm()
    gmtime_r(&seconds, &date)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date.tm_year + 1900)-\(two(date.tm_mon + 1))-\(two(date.tm_mday))T"
      + "\(two(date.tm_hour)):\(two(date.tm_min)):\(two(date.tm_sec))"
  }

  private static func decimal(_ value: Double, places: Int) -> String {
    var unit = 1
    for _ in 0..<places { unit *= 10 }
    let scaled = Int((value * Double(unit)).rounded())
    let whole = "\(scaled < 0 ? "-" : "")\(abs(scaled) / unit)"
    guard places > 0 else { return whole }
    let digits = "\(abs(scaled) % unit)"
    return whole + "." + String(repeating: "0", count: places - digits.count) + digits
  }
}
