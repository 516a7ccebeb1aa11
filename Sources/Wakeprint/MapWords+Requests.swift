import Cartography

extension MapWords {
  /// The words that a look asks for and those that follow from what was read.
  ///
  /// `rule` says what silences and fast legs mean on the picture, a sentence each.
  init(
    look: LookRequest, frame: FrameRequest, summary: JobSummary, rule: String, density: DensityRequest?,
    events: [EventSource] = []
  ) {
    self.init()
    title = look.title ?? frame.placeName ?? ""
    subtitle = look.subtitle ?? ""
    timeRange = summary.survey.time.map(DateText.span) ?? ""
    banner = look.banner ?? ""
    let names = summary.inputs.map { $0.path.split(separator: "/").last.map(String.init) ?? $0.path }.sorted()
    let files = names.count <= 2 ? names.joined(separator: ", ") : "\(names[0]) and \(names.count - 1) more files"
    let rows = "\(DateText.grouped(summary.rows.accepted)) of \(DateText.grouped(summary.rows.read)) rows used"
    sources = [
      look.source.map { "Source: \($0) (\(rows))." } ?? "Source: \(files) (\(rows)).",
      "\(DateText.grouped(summary.survey.vessels)) vessels in the data.",
    ]
    if summary.inputs.isEmpty, !events.isEmpty {
      let names = events.map(\.name)
      let counted = [("event", events.events.count), ("hotspot", events.hotspots.count)].filter { $0.1 > 0 }
        .map { "\(DateText.grouped($0.1)) \($0.0)\($0.1 == 1 ? "" : "s")" }
      sources = [
        "Source: \(look.source ?? names.joined(separator: ", ")) (\(counted.joined(separator: ", ")))."
      ]
    }
    caveat = "AIS only: vessels that did not transmit or were not received are absent. " + rule
    switch density?.smoothing {
    case .pixels(let deviation): caveat += " Smoothed: Gaussian, \(DateText.number(deviation)) px."
    case .metres(let metres): caveat += " Smoothed: Gaussian, \(DateText.number(metres / 1_000)) km."
    case nil: break
    }
  }
}
