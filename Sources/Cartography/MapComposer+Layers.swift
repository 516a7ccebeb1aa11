import Raster

extension MapComposer {
  /// Draws one layer across the whole picture: the paper covers what runs out of the frame.
  func draw(_ layer: MapLayer, of scene: MapScene, on pixmap: inout Pixmap) {
    let viewport = pictureViewport
    switch layer {
    case .heat:
      guard let density = scene.density else { return }
      density.indices.withUnsafeBufferPointer {
        pixmap.blend(indices: $0, palette: density.palette, in: layout.frame)
      }
    case .reach: break
    case .gaps: scene.tracks?.drawGaps(on: &pixmap, viewport: viewport, theme: theme)
    case .tracks:
      guard let tracks = scene.tracks else { return }
      if !scene.watchedVessels.isEmpty {
        var halo = theme.watchlist
        halo.alpha *= 0.35
        tracks.drawHalo(on: &pixmap, viewport: viewport, vessels: scene.watchedVessels, color: halo)
      }
      tracks.drawLines(on: &pixmap, viewport: viewport, theme: theme, casing: theme.casing)
      scene.ornaments?.draw(
        on: &pixmap, frame: layout.frame, measures: EventMeasures(grid: viewport.grid, scale: scale), theme: theme,
        watched: scene.labelling?.watched ?? [])
    case .hotspots: scene.events?.drawHotspots(on: &pixmap, viewport: viewport, theme: theme, scale: scale)
    case .events: scene.events?.drawEvents(on: &pixmap, viewport: viewport, theme: theme, scale: scale)
    case .labels: break
    }
  }

  /// Finds places for the labels on what is drawn, and draws them.
  func drawLabels(of scene: MapScene, on pixmap: inout Pixmap) {
    guard scene.shows(.labels), let labelling = scene.labelling else { return }
    var placer = LabelPlacer(
      ground: LabelGround(pixmap, frame: layout.frame, grounds: [theme.sea, theme.land]), scale: scale)
    placer.take(obstacles(of: scene))
    let line = StrokeStyle(width: max(layout.measures.hairline * 0.75, 1))
    for label in placer.place(labelling.labels(scene, composer: self)).reversed() {
      label.draw(on: &pixmap, leaderStyle: line, leaderColor: theme.leader)
    }
  }

  /// The marks that labels keep out of.
  private func obstacles(of scene: MapScene) -> [LabelBox] {
    let frame = layout.frame
    func moved(_ box: LabelBox) -> LabelBox {
      let (dx, dy) = (Double(frame.x), Double(frame.y))
      return LabelBox(
        low: Point(x: box.low.x + dx, y: box.low.y + dy), high: Point(x: box.high.x + dx, y: box.high.y + dy))
    }
    var boxes: [LabelBox] = []
    if scene.shows(.tracks), let ornaments = scene.ornaments { boxes += ornaments.boxes(frame: frame) }
    if let events = scene.events {
      let reach = EventMeasures(grid: viewport.grid, scale: scale).marker * scale * 0.45
      if scene.shows(.events) {
        boxes += events.sights(viewport).flatMap { [$0.place, $0.reappearance].compactMap { $0 } }.map {
          moved(LabelBox(around: $0, halfWidth: reach, halfHeight: reach))
        }
      }
      if scene.shows(.hotspots) { boxes += events.hotspotBoxes(viewport, scale: scale).map(moved) }
    }
    return boxes
  }
}
