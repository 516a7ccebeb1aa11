import Cartography
import Geography

/// Which pixels the map has, and where they stand on the picture.
struct PicturePlan: Sendable {
  /// The map's pixels.
  let viewport: Viewport
  /// The composer of the whole picture; nil for bare pictures and numbers, where the map is all there is.
  let composer: MapComposer?

  /// The pixels of the whole picture, in the map's grid.
  var pictureViewport: Viewport {
    guard let composer else { return viewport }
    return Viewport(
      grid: viewport.grid, x: viewport.x - composer.layout.frame.x, y: viewport.y - composer.layout.frame.y,
      width: composer.layout.pictureWidth, height: composer.layout.pictureHeight)
  }
}

extension HeatmapJob {
  /// The plan for what the survey found. Throws a usage error where a zoom would make too many pixels.
  func picturePlan(
    _ summary: JobSummary, theme: Theme, isPicture: Bool
  ) throws(WakeprintError) -> PicturePlan {
    let box =
      frame.box
      ?? FrameRequest.withMargin(
        summary.survey.observedBoundingBox ?? BoundingBox(west: -180, south: -80, east: 180, north: 80))
    let isBare = look.isBare || !isPicture
    switch frame.size {
    case .picture(let width, let height):
      if isBare { return PicturePlan(viewport: Viewport(fitting: box, width: width, height: height), composer: nil) }
      let composer = MapComposer(
        fitting: box, pictureWidth: width, pictureHeight: height, scale: frame.scale, theme: theme,
        words: words(summary), hasLegend: true)
      return PicturePlan(viewport: composer.viewport, composer: composer)
    case .zoom(let zoom):
      let viewport = Viewport(zoom: zoom, covering: box)
      guard viewport.width <= 65_500, viewport.height <= 65_500,
        viewport.width * viewport.height <= FrameRequest.mostPixels
      else {
        throw WakeprintError(
          .usage,
          "--zoom \(zoom) makes \(viewport.width)x\(viewport.height) pixels of this box; take a lower zoom or a smaller --bbox"
        )
      }
      if isBare { return PicturePlan(viewport: viewport, composer: nil) }
      return PicturePlan(
        viewport: viewport,
        composer: MapComposer(
          around: viewport, scale: frame.scale, theme: theme, words: words(summary), hasLegend: true))
    }
  }

  private func words(_ summary: JobSummary) -> MapWords {
    var words = MapWords()
    words.title = look.title ?? frame.placeName ?? ""
    words.subtitle = look.subtitle ?? ""
    words.timeRange = summary.survey.time.map(DateText.span) ?? ""
    words.banner = look.banner ?? ""
    let names = summary.inputs.map { $0.path.split(separator: "/").last.map(String.init) ?? $0.path }.sorted()
    let files = names.count <= 2 ? names.joined(separator: ", ") : "\(names[0]) and \(names.count - 1) more files"
    let rows = "\(DateText.grouped(summary.rows.accepted)) of \(DateText.grouped(summary.rows.read)) rows used"
    words.sources = [
      look.source.map { "Source: \($0) (\(rows))." } ?? "Source: \(files) (\(rows)).",
      "\(DateText.grouped(summary.survey.vessels)) vessels in the data.",
    ]
    words.caveat =
      "AIS only: ships that did not transmit or were not received are absent. Silences of more than "
      + "\(DateText.duration(input.rule.gapAfterMilliseconds)) and legs faster than "
      + "\(DateText.number(input.rule.maximumSpeedInKnots)) kn carry no time."
    switch density.smoothing {
    case .pixels(let deviation): words.caveat += " Smoothed: Gaussian, \(DateText.number(deviation)) px."
    case .metres(let metres): words.caveat += " Smoothed: Gaussian, \(DateText.number(metres / 1_000)) km."
    case nil: break
    }
    return words
  }
}
