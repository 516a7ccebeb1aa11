import Cartography
import Export
import Geography
import Tracks

extension JobSummary {
  /// What was found, a line each, for a person.
  public var description: [String] {
    var lines: [String] = []
    for input in inputs {
      let size = "\(DateText.grouped(input.rows)) rows  \(DateText.grouped(input.bytes)) bytes"
      lines.append("\(input.path)  \(input.format)  \(size)")
    }
    lines.append(
      "rows      \(DateText.grouped(rows.read)) read, \(DateText.grouped(rows.accepted)) accepted, "
        + "\(DateText.grouped(rows.read - rows.accepted)) rejected")
    for reason in RejectReason.allCases where rows.rejected(reason) > 0 {
      lines.append("          \(DateText.grouped(rows.rejected(reason))) \(reason.rawValue): \(reason.words)")
    }
    lines.append("vessels   \(DateText.grouped(survey.vessels))")
    if let time = survey.time {
      lines.append("time      \(TimeText.iso(time.lowerBound)) to \(TimeText.iso(time.upperBound))")
    }
    if let box = survey.boundingBox { lines.append("bbox      \(JobSummary.text(box))") }
    if let box = survey.observedBoundingBox, box != survey.boundingBox {
      lines.append("          \(JobSummary.text(box)) without positions that no observed leg reaches")
    }
    lines.append(
      "segments  \(DateText.grouped(survey.segments)) observed, "
        + "\(DateText.grouped(survey.gaps)) gaps, \(DateText.grouped(survey.jumps)) jumps")
    let hours = Double(survey.observedMilliseconds) / 3_600_000
    lines.append("hours     \((hours * 100).rounded() / 100) vessel-hours observed")
    return lines + outputLines
  }

  /// What a picture came to, a line each, for a person.
  public var pictureLines: [String] {
    var lines: [String] = []
    var counts = "\(DateText.grouped(rows.accepted)) of \(DateText.grouped(rows.read)) rows used, "
    counts += "\(DateText.grouped(survey.vessels)) vessels"
    let reasons = RejectReason.allCases.filter { rows.rejected($0) > 0 }
      .map { "\($0.rawValue) \(DateText.grouped(rows.rejected($0)))" }
    if !reasons.isEmpty { counts += " (rejected: \(reasons.joined(separator: ", ")))" }
    lines.append(counts)
    if let observed {
      let inside = (JobSummary.hours(observed.inside) * 10).rounded() / 10
      let total = (JobSummary.hours(observed.inside + observed.outside) * 10).rounded() / 10
      lines.append("\(inside) of \(total) vessel-hours inside the frame")
    }
    return lines + outputLines
  }

  /// What a tile set came to, a line each, for a person.
  public var tilesLines: [String] {
    var lines = Array(pictureLines.dropLast(outputLines.count))
    if let tiles {
      let zooms = tiles.byZoom.filter { $0.written > 0 }
        .map { "z\($0.zoom) \(DateText.grouped($0.written))" }.joined(separator: ", ")
      lines.append("\(DateText.grouped(tiles.written)) \(tiles.written == 1 ? "tile" : "tiles") (\(zooms))")
    }
    return lines + outputLines
  }

  /// What a film came to, or would come to, a line each, for a person.
  public var filmLines: [String] {
    var lines = Array(pictureLines.dropLast(outputLines.count))
    if let frames {
      let counted = "\(DateText.grouped(frames)) \(frames == 1 ? "frame" : "frames")"
      lines.append(estimate.map { "\(counted) of \($0.words); nothing was written" } ?? counted)
    }
    return lines + (events?.lines ?? []) + outputLines
  }

  /// What a search for events came to, a line each, for a person.
  public var transfersLines: [String] {
    let read = rows.read > 0 ? Array(pictureLines.dropLast(outputLines.count)) : []
    return read + (events?.lines ?? []) + outputLines
  }

  /// The files written and the notes, a line each, for a person.
  public var outputLines: [String] {
    notes.map { "note: \($0)" } + outputs.map { "wrote \($0.path) (\(DateText.grouped($0.bytes)) bytes)" }
  }

  private static func text(_ box: BoundingBox) -> String {
    [box.west, box.south, box.east, box.north].map { String(($0 * 1e5).rounded() / 1e5) }.joined(separator: ",")
  }
}
