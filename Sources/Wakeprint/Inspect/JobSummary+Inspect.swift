import Cartography
import Geography
import Tracks

extension JobSummary {
  /// What was found in data, for a person, in lines of the style's width as far as words allow.
  public func inspectLines(_ style: PlainTextStyle = PlainTextStyle()) -> [String] {
    var lines = inputs.flatMap { inputLines($0, style) }
    let columns = inputs.compactMap(\.columns)
    if !columns.isEmpty { lines += columnLines(columns, style) }
    lines += unreadLines(style)
    lines.append("")
    lines += rowLines(style)
    if let look { lines += look.fleetLines(style) }
    if let events { lines += events.lines }
    lines += survey.time.map { timeLines($0, style) } ?? []
    if let look { lines += look.activityLines(style) + look.rhythmLines(style) }
    let hours = Double(survey.observedMilliseconds) / 3_600_000
    lines += style.wrapped(
      "legs",
      [
        "\(DateText.grouped(survey.segments)) observed, ", "\(DateText.grouped(survey.gaps)) gaps, ",
        "\(DateText.grouped(survey.jumps)) jumps, ", "\((hours * 100).rounded() / 100) vessel-hours observed",
      ], separator: "")
    if let look { lines += look.doubtLines(style) }
    if let box = survey.boundingBox { lines.append("bbox      \(JobSummary.text(box))") }
    if let box = survey.observedBoundingBox, box != survey.boundingBox {
      lines.append("          \(JobSummary.text(box)) of observed legs")
    }
    if let look { lines += look.placeLines(style) }
    return (lines + writtenLines).map(style.shown)
  }

  private func inputLines(_ input: InputReport, _ style: PlainTextStyle) -> [String] {
    let certainty = input.certainty.map { " (\($0.rawValue))" } ?? ""
    let size = "\(DateText.grouped(input.rows)) rows  \(DateText.grouped(input.bytes)) bytes"
    var lines = ["\(input.path)  \(input.format)\(certainty)  \(size)"]
    let messages = input.messages.enumerated().filter { $0.element > 0 }
    if !messages.isEmpty {
      let counts = messages.map { number, count in
        "\(number == 0 ? "no type" : "type \(number)"): \(DateText.grouped(count))"
      }
      lines += style.wrapped("messages", counts, separator: " · ")
    }
    return lines
  }

  /// What came along with the inputs and was not read.
  private func unreadLines(_ style: PlainTextStyle) -> [String] {
    let most = namesAll ? passedOver.count : 12
    var lines = passedOver.prefix(most).enumerated().flatMap { number, file in
      style.wrapped(number == 0 ? "unread" : "", "\(file.path): \(file.why)")
    }
    if passedOver.count > most {
      lines += style.wrapped("", "and \(CountText.of(passedOver.count - most, "more file")); --verbose names all")
    }
    return lines
  }

  /// The columns of inputs: those of each kind of input once.
  private func columnLines(_ all: [[ColumnUse]], _ style: PlainTextStyle) -> [String] {
    var kinds: [(columns: [ColumnUse], inputs: Int)] = []
    for columns in all {
      if let known = kinds.firstIndex(where: { $0.columns == columns }) {
        kinds[known].inputs += 1
      } else {
        kinds.append((columns, 1))
      }
    }
    return kinds.prefix(4).flatMap { columns, inputs in
      let used = columns.compactMap { use in use.role.map { "\(use.name) → \(Self.words($0))" } }
      let unused = columns.filter { $0.role == nil }.map(\.name)
      let label = kinds.count > 1 ? "(\(inputs) inputs) " : ""
      var lines = style.wrapped("columns", (label.isEmpty ? [] : [label]) + used, separator: " · ")
      if !unused.isEmpty {
        let most = 24
        let shown = unused.prefix(most).map { String($0.prefix(40)) }
        lines += style.wrapped(
          "unused", shown + (unused.count > most ? ["and \(unused.count - most) more"] : []), separator: ", ")
      }
      return lines
    }
  }

  private func rowLines(_ style: PlainTextStyle) -> [String] {
    let rejected = rows.read - rows.accepted
    var lines = style.wrapped(
      "rows",
      [
        "\(DateText.grouped(rows.read)) read, ",
        "\(DateText.grouped(rows.accepted)) accepted (\(ShareText.of(rows.accepted, rows.read))), ",
        "\(DateText.grouped(rejected)) rejected",
      ], separator: "")
    for reason in RejectReason.allCases where rows.rejected(reason) > 0 {
      let count = rows.rejected(reason)
      lines += style.wrapped(
        "", "\(DateText.grouped(count)) \(reason.rawValue) (\(ShareText.of(count, rows.read))): \(reason.words)")
    }
    return lines
  }

  private func timeLines(_ time: ClosedRange<Int64>, _ style: PlainTextStyle) -> [String] {
    style.wrapped(
      "time",
      [
        "\(TimeText.iso(time.lowerBound)) → \(TimeText.iso(time.upperBound)), ",
        DateText.length(time.upperBound - time.lowerBound),
      ], separator: "")
  }

  private static func words(_ role: ColumnRole) -> String {
    switch role {
    case .mmsi: "MMSI"
    case .time: "time"
    case .latitude: "latitude"
    case .longitude: "longitude"
    case .speed: "speed"
    case .course: "course"
    case .mobileType: "kind of station"
    case .vesselType: "ship type"
    case .name: "name"
    case .imo: "IMO number"
    case .callSign: "call sign"
    case .length: "length"
    case .width: "width"
    case .draught: "draught"
    case .messageType: "message type"
    case .date: "date"
    case .millisecond: "milliseconds"
    }
  }

  private static func text(_ box: BoundingBox) -> String {
    [box.west, box.south, box.east, box.north].map { String(($0 * 1e5).rounded() / 1e5) }.joined(separator: ",")
  }
}
