import Cartography
import Geography
import Tracks

extension FirstLook {
  /// How many flags have their own count; the others are added up.
  private static let mostFlags = 10

  /// Who the vessels are, a few lines.
  func fleetLines(_ style: PlainTextStyle) -> [String] {
    var lines = style.wrapped(
      "vessels",
      "\(DateText.grouped(fleet.vessels)): \(DateText.grouped(fleet.named)) with a name, "
        + "\(DateText.grouped(fleet.withIMO)) with a valid IMO number")
    var flags = fleet.flags.prefix(Self.mostFlags).map { ($0.flag?.name ?? "no flag", $0.vessels) }
    let others = fleet.flags.dropFirst(Self.mostFlags)
    if !others.isEmpty { flags.append(("\(others.count) others", others.reduce(0) { $0 + $1.vessels })) }
    lines += style.wrapped("flags", flags.map { "\($0.0) \(DateText.grouped($0.1))" }, separator: " · ")
    let types = VesselType.allCases.filter { fleet.count($0) > 0 }
      .sorted { (fleet.count($1), $0.rawValue) < (fleet.count($0), $1.rawValue) }
    lines += style.wrapped(
      "types", types.map { "\($0.name) \(DateText.grouped(fleet.count($0)))" }, separator: " · ")
    return lines
  }

  /// How often vessels were seen and for how long they were not.
  func rhythmLines(_ style: PlainTextStyle) -> [String] {
    var lines: [String] = []
    let intervals = tracks.intervals
    if let low = intervals.quantile(0.1), let median = intervals.quantile(0.5), let high = intervals.quantile(0.9) {
      lines.append(
        PlainTextStyle.padded("interval")
          + "median \(Self.length(median)), 10 % within \(Self.length(low)), 90 % within \(Self.length(high))")
      let bins = intervalCounts.filter { $0.count > 0 }.map { bin in
        let share = ShareText.of(bin.count, intervals.count)
        return bin.upTo.map { "≤ \(Self.length($0)) \(share)" } ?? "longer \(share)"
      }
      lines += style.wrapped("", bins, separator: " · ")
    }
    let gaps = tracks.gaps
    guard gaps.count > 0 else { return lines + [PlainTextStyle.padded("gaps") + "none"] }
    let hours = Double(gaps.milliseconds) / 3_600_000
    lines += style.wrapped(
      "gaps",
      "\(DateText.grouped(gaps.count)) of \(CountText.of(gaps.vessels, "vessel")), "
        + "\(Self.number(hours)) vessel-hours not observed; the longest:")
    for gap in gaps.longest.prefix(3) {
      lines.append(PlainTextStyle.padded("") + "\(who(gap.mmsi)), \(DateText.length(gap.duration)) not observed")
      lines += style.wrapped(
        "",
        [
          "  \(TimeText.iso(gap.time.lowerBound)) → \(TimeText.iso(gap.time.upperBound)), ",
          "\(DistanceText.nautical(gap.distanceInMetres).prefix { $0 != "(" })".trimmingTrailingBlanks + " apart",
        ], separator: "")
    }
    return lines
  }

  /// When positions were sent: a row of columns.
  func activityLines(_ style: PlainTextStyle) -> [String] {
    guard let days = tracks.times.mainDays,
      let steps = tracks.times.steps(
        during: days, atMost: min(FirstLook.mostSteps, style.width - PlainTextStyle.labelWidth)),
      let most = steps.counts.max(), most > 0
    else { return [] }
    let signs = style.columnLevels
    let columns = steps.counts.map { count in
      count == 0 ? Character(" ") : signs[min(count * signs.count / most, signs.count - 1)]
    }
    return [PlainTextStyle.padded("activity") + String(columns)]
      + style.wrapped(
        "",
        [
          "positions each \(DateText.duration(steps.step)) from \(DateText.instant(steps.start)) UTC, ",
          "at most \(DateText.grouped(most))",
        ], separator: "")
  }

  /// Where positions lie: the busiest areas, and the map.
  func placeLines(_ style: PlainTextStyle) -> [String] {
    let all = tracks.places.count
    var lines: [String] = []
    for (number, area) in areas.enumerated() {
      var pieces = [
        ShareText.of(area.positions, all), CountText.of(area.vessels, "vessel"), Self.text(area.box),
      ]
      if let port = area.port { pieces.append("\(DistanceText.nautical(port.metres)) from \(port.name)") }
      lines += style.wrapped(number == 0 ? "busiest" : "", pieces, separator: " · ")
    }
    return lines + [""] + map.lines(style)
  }

  /// A vessel's number, and its name where it says one.
  func who(_ mmsi: UInt32) -> String { names[mmsi].map { "\(mmsi) \($0)" } ?? "\(mmsi)" }

  /// A length of time; below ten minutes with its seconds, below ten seconds with their tenths where they have any.
  private static func length(_ milliseconds: Int64) -> String {
    guard milliseconds < 600_000 || milliseconds % 60_000 == 0 && milliseconds < 3_600_000 else {
      return DateText.length(milliseconds)
    }
    if milliseconds < 10_000, milliseconds % 1000 != 0 {
      let tenths = (milliseconds + 50) / 100
      return "\(tenths / 10).\(tenths % 10) s"
    }
    let seconds = (milliseconds + 500) / 1000
    if seconds < 60 { return "\(seconds) s" }
    return seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds / 60) min \(seconds % 60) s"
  }

  private static func number(_ value: Double) -> String {
    value < 100 ? DistanceText.hundredths(value) : DateText.grouped(Int(value.rounded()))
  }

  /// The sides of an area, a letter once where both have it.
  private static func text(_ box: BoundingBox) -> String {
    func span(_ low: Double, _ high: Double, _ axis: DegreeText.Axis) -> String {
      let (first, last) = (DegreeText.label(degrees: low, axis: axis), DegreeText.label(degrees: high, axis: axis))
      return "\(first.last == last.last && first.last?.isLetter == true ? String(first.dropLast()) : first)–\(last)"
    }
    return "\(span(box.south, box.north, .latitude)) \(span(box.west, box.east, .longitude))"
  }
}
