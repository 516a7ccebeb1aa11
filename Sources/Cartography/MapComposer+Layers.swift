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
      tracks.drawLines(on: &pixmap, viewport: viewport, theme: theme, casing: theme.casingWidth * scale)
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
    let line = StrokeStyle(width: theme.leaderWidth * layout.measures.hairline)
    // Numbers must be there: they keep clear of the events that they number, and may cover others.
    let numbered = Set(labelling.numbers.keys)
    placer.take(eventBoxes(scene) { numbered.contains($0) })
    var placed = placer.place(labelling.numberLabels(scene, composer: self))
    placer.take(eventBoxes(scene) { !numbered.contains($0) } + otherBoxes(scene))
    placed += placer.place(labelling.labels(scene, composer: self))
    for label in placed.reversed() {
      label.draw(on: &pixmap, leaderStyle: line, leaderColor: theme.leader)
    }
  }

  private func moved(_ box: LabelBox) -> LabelBox {
    let (dx, dy) = (Double(layout.frame.x), Double(layout.frame.y))
    return LabelBox(
      low: Point(x: box.low.x + dx, y: box.low.y + dy), high: Point(x: box.high.x + dx, y: box.high.y + dy))
  }

  /// What the marks of some events take up.
  private func eventBoxes(_ scene: MapScene, _ wanted: (Int) -> Bool) -> [LabelBox] {
    guard scene.shows(.events), let events = scene.events else { return [] }
    let reach = EventMeasures(grid: viewport.grid, scale: scale).marker * scale * 0.45
    return events.sights(viewport).filter { wanted($0.event) }
      .flatMap { [$0.place, $0.reappearance].compactMap { $0 } }
      .map { moved(LabelBox(around: $0, halfWidth: reach, halfHeight: reach)) }
  }

  /// What other marks take up.
  private func otherBoxes(_ scene: MapScene) -> [LabelBox] {
    var boxes: [LabelBox] = []
    if scene.shows(.tracks), let ornaments = scene.ornaments { boxes += ornaments.boxes(frame: layout.frame) }
    if scene.shows(.hotspots), let events = scene.events {
      boxes += events.hotspotSights(viewport, scale: scale).map {
        moved(LabelBox(around: $0.place, halfWidth: $0.radius * 0.8, halfHeight: $0.radius * 0.8))
      }
    }
    return boxes
  }
}
