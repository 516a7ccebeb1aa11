import Geography
import Raster

extension MapComposer {
  /// Draws one layer across the whole picture: the paper covers what runs out of the frame.
  func draw(_ layer: MapLayer, of scene: MapScene, on pixmap: inout Pixmap) {
    let viewport = pictureViewport
    switch layer {
    case .heat: blend(scene.density, on: &pixmap)
    case .reach:
      scene.reach?.draw(
        on: &pixmap, viewport: viewport, fill: theme.reach, outline: theme.reachOutline, outlineWidth: scale,
        outlineDashes: [3 * scale, 3 * scale])
    case .gaps:
      guard let tracks = scene.tracks, tracks.hasGaps else { return }
      pixmap.drawInBands { tracks.drawGaps(on: &$0, viewport: viewport.rows($1), theme: theme) }
    case .tracks:
      guard let tracks = scene.tracks else { return }
      if !scene.watchedVessels.isEmpty {
        var halo = theme.watchlist
        halo.alpha *= 0.45
        tracks.drawHalo(
          on: &pixmap, viewport: viewport, vessels: scene.watchedVessels, reach: theme.watchlistWidth * scale,
          color: halo)
      }
      let casing = theme.casingWidth * scale
      // Few lines are drawn sooner than bands are cut.
      if tracks.pointCount < 5_000 {
        tracks.drawLines(on: &pixmap, viewport: viewport, theme: theme, casing: casing)
      } else {
        pixmap.drawInBands {
          tracks.drawLines(on: &$0, viewport: viewport.rows($1), theme: theme, casing: casing)
        }
      }
      scene.ornaments?.draw(
        on: &pixmap, frame: layout.frame, measures: EventMeasures(grid: viewport.grid, scale: scale), theme: theme,
        watched: scene.labelling?.watched ?? [])
    case .hotspots:
      blend(scene.surface, on: &pixmap)
      if scene.showsDiscs { scene.events?.drawHotspots(on: &pixmap, viewport: viewport, theme: theme, scale: scale) }
    case .events:
      drawAreas(of: scene, on: &pixmap)
      scene.events?.drawEvents(on: &pixmap, viewport: viewport, theme: theme, scale: scale)
    case .labels: break
    }
  }

  private func blend(_ layer: DensityLayer?, on pixmap: inout Pixmap) {
    guard let layer else { return }
    layer.indices.withUnsafeBufferPointer { pixmap.blend(indices: $0, palette: layer.palette, in: layout.frame) }
  }

  /// Draws where numbered rendezvous of ships that were not observed can have been.
  private func drawAreas(of scene: MapScene, on pixmap: inout Pixmap) {
    guard let events = scene.events, let numbers = scene.labelling?.numbers else { return }
    let frame = layout.frame
    var areas = Path()
    for event in numbers.keys.sorted() where events.events[event].findings.area.count > 2 {
      let ring = ScreenLine(viewport).pixels(events.events[event].findings.area)
      for (index, corner) in ring.enumerated() {
        let place = Point(x: corner.x + Double(frame.x), y: corner.y + Double(frame.y))
        if index == 0 { areas.move(to: place) } else { areas.line(to: place) }
      }
      areas.close()
    }
    guard !areas.isEmpty else { return }
    pixmap.fill(areas, color: theme.events.halo, clip: frame)
    pixmap.stroke(
      areas, style: StrokeStyle(width: scale, join: .round, dashes: [4 * scale, 2 * scale]),
      color: theme.events.gap.body, clip: frame)
  }

  /// Whether there is anything that wants a place on what is drawn.
  func namesAnything(_ scene: MapScene) -> Bool { scene.labelling != nil || scene.inset != nil }

  /// Where what is drawn leaves room for labels.
  func labelGround(_ pixmap: Pixmap, of scene: MapScene) -> LabelGround {
    let areas = scene.reach == nil ? [] : [theme.reach]
    return LabelGround(
      pixmap, frame: layout.frame, grounds: [theme.sea, theme.land].flatMap { [[$0], [$0] + areas] })
  }

  /// Finds places for the labels on a ground, and draws them.
  func drawLabels(of scene: MapScene, _ ground: LabelGround, on pixmap: inout Pixmap) {
    let corners = drawCorners(of: scene, on: &pixmap, ground)
    guard scene.shows(.labels), let labelling = scene.labelling else { return }
    var placer = LabelPlacer(ground: ground, scale: scale)
    placer.take(corners)
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

  /// Draws the inset and the locator into the emptiest corners of the frame.
  ///
  /// Gives back what they and the lines to them take up.
  private func drawCorners(of scene: MapScene, on pixmap: inout Pixmap, _ ground: LabelGround) -> [LabelBox] {
    let frame = layout.frame
    var corners = FrameCorners(frame, edge: Int((1.5 * layout.measures.unit).rounded()))
    var taken: [LabelBox] = []
    let edge = layout.measures.unit
    if let inset = scene.inset {
      let source = inset.source.offset(dx: frame.x, dy: frame.y)
      let (width, height) = (inset.picture.width, inset.picture.height)
      // Beside what it shows; over it only where there is no other room.
      if let box = corners.take(width: width, height: height, on: ground, avoiding: [source])
        ?? corners.take(width: width, height: height, on: ground)
      {
        inset.draw(on: &pixmap, in: box, frame: frame, theme: theme, hairline: layout.measures.hairline)
        taken.append(LabelBox(box).grown(by: edge))
        taken += inset.lineBoxes(to: box, frame: frame, halfWidth: edge / 4)
      }
    }
    if let locator = scene.locator {
      let side = Int((Double(min(frame.width, frame.height)) * 0.19).rounded())
      let avoided = scene.inset.map { [$0.source.offset(dx: frame.x, dy: frame.y)] } ?? []
      if side >= 48, let box = corners.take(width: side, height: side, on: ground, avoiding: avoided) {
        locator.draw(on: &pixmap, in: box, theme: theme, hairline: layout.measures.hairline)
        taken.append(LabelBox(box).grown(by: edge))
      }
    }
    return taken
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
    if scene.showsDiscs, let events = scene.events {
      boxes += events.hotspotSights(viewport, scale: scale).map {
        moved(LabelBox(around: $0.place, halfWidth: $0.radius * 0.8, halfHeight: $0.radius * 0.8))
      }
    }
    return boxes
  }
}

extension Viewport {
  /// The pixels of a band of its picture.
  fileprivate func rows(_ band: PixelRect) -> Viewport {
    Viewport(grid: grid, x: x + band.x, y: y + band.y, width: band.width, height: band.height)
  }
}
