import Raster

/// A map in the parts that the frames of a film share: each is drawn once, and what moves lies between them.
extension MapComposer {
  /// What lies under all that moves, as large as the frame: sea, land and graticule; opaque.
  package func ground(_ scene: MapScene) -> Pixmap {
    var pixmap = Pixmap(width: viewport.width, height: viewport.height, background: theme.sea)
    MapComposer(frameOf: self).drawGround(of: scene, on: &pixmap)
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
}
