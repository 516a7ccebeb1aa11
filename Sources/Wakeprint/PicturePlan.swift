import Cartography
import Geography
import Raster
import Tracks

/// Which pixels the map has, and where they stand on the picture.
struct PicturePlan: Sendable {
  /// The map's pixels.
  let viewport: Viewport
  /// The composer of the whole picture; nil for bare pictures and numbers, where the map is all there is.
  let composer: MapComposer?

  /// The pixels of the whole picture, in the map's grid.
  var pictureViewport: Viewport { composer?.pictureViewport ?? viewport }

  /// The plan for a frame and what the survey found; without legends the picture is bare.
  ///
  /// Throws a usage error where a zoom would make too many pixels.
  init(
    frame: FrameRequest, survey: TrackSurvey, theme: Theme, words: MapWords, legends: MapLegends?
  ) throws(WakeprintError) {
    let box =
      frame.box
      ?? FrameRequest.withMargin(
        survey.observedBoundingBox ?? BoundingBox(west: -180, south: -80, east: 180, north: 80))
    switch frame.size {
    case .picture(let width, let height):
      composer = legends.map {
        MapComposer(
          fitting: box, pictureWidth: width, pictureHeight: height, scale: frame.scale, theme: theme, words: words,
          legends: $0)
      }
      viewport = composer?.viewport ?? Viewport(fitting: box, width: width, height: height)
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
      self.viewport = viewport
      composer = legends.map {
        MapComposer(around: viewport, scale: frame.scale, theme: theme, words: words, legends: $0)
      }
    }
  }
}
