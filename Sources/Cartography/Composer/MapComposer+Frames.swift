import Raster

/// A map in the parts that the frames of a film share: each is drawn once, and what moves lies between them.
extension MapComposer {
  /// What lies under all that moves, as large as the frame: sea, land, and graticule unless the view itself moves; opaque.
  package func ground(_ scene: MapScene, hasGraticule: Bool = true) -> Pixmap {
    var pixmap = Pixmap(width: viewport.width, height: viewport.height, background: theme.sea)
    MapComposer(frameOf: self).drawGround(of: scene, hasGraticule: hasGraticule, on: &pixmap)
    return pixmap
  }

  /// The whole picture with the furniture that stays, about a frame that holds nothing but the sea's colour; opaque.
  package func paper(_ scene: MapScene) -> Pixmap {
    var pixmap = Pixmap(width: layout.pictureWidth, height: layout.pictureHeight, background: theme.sea)
    drawPaper(of: scene, on: &pixmap)
    return pixmap
  }

  /// What lies over all that moves, as large as the frame and transparent where there is nothing: names of places, globe
  /// and inset.
  ///
  /// They are placed on `ground`, which is as large, without a look at what moves. To be laid with `Pixmap.lay`.
  package func overlay(_ scene: MapScene, on ground: Pixmap) -> Pixmap {
    var pixmap = Pixmap(width: viewport.width, height: viewport.height)
    let still = scene.still
    guard namesAnything(still) else { return pixmap }
    let composer = MapComposer(frameOf: self)
    composer.drawLabels(of: still, composer.labelGround(ground, of: still), on: &pixmap)
    return pixmap
  }

  /// Draws the meridians and parallels of a view that moves onto its ground, which is as large as the frame.
  func drawGraticule(on ground: inout Pixmap) {
    Graticule(for: viewport).drawLines(on: &ground, frame: ground.bounds, measures: layout.measures, theme: theme)
  }

  /// Repaints what of the paper says where a view is that moves: degrees, scale bar and the arrow beside it.
  func drawSituation(on paper: inout Pixmap) {
    for box in situationBoxes { paper.fillRect(box, color: theme.page) }
    drawFrame(on: &paper)
    Graticule(for: viewport).drawLabels(on: &paper, layout: layout, theme: theme)
    drawScale(on: &paper)
  }

  /// What `drawSituation` repaints, in pixels of the picture.
  var situationBoxes: [PixelRect] {
    var boxes = [layout.latitudeLabels, layout.longitudeLabels].compactMap { $0 }
    if let bar = layout.box(.scaleBar) {
      let left = layout.box(.northArrow)?.x ?? bar.x
      boxes.append(PixelRect(x: left, y: bar.y, width: bar.maxX - left, height: bar.height))
    }
    return boxes
  }
}
