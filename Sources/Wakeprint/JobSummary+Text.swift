import Cartography
import Export
import Tracks

extension JobSummary {
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

  /// What was not read, the notes and the files written, a line each, for a person.
  public var outputLines: [String] { passedOverLines + writtenLines }

  /// The notes and the files written, a line each, for a person.
  var writtenLines: [String] {
    notes.map { "note: \($0)" } + outputs.map { "wrote \($0.path) (\(DateText.grouped($0.bytes)) bytes)" }
  }

  /// What was not read, in one line unless all is to be named.
  private var passedOverLines: [String] {
    guard let first = passedOver.first else { return [] }
    if namesAll || passedOver.count == 1 {
      return passedOver.map { "note: passed over \(SaidText.shown($0.path)): \(SaidText.shown($0.why))" }
    }
    let files = "\(DateText.grouped(passedOver.count)) files that are no recordings"
    let example = "\(SaidText.shown(first.path)) (\(SaidText.shown(first.why)))"
    return ["note: passed over \(files), such as \(example); --verbose names all"]
  }
}
