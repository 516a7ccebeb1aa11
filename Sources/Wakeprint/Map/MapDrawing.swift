import Cartography
import Export
import Geography
import Raster

/// Turns the layers of a map into the bytes of a picture.
struct MapDrawing: Sendable {
  let job: MapJob
  let plan: PicturePlan
  let theme: Theme
  let density: FieldShading?
  let tracks: TrackLayer
  let events: EventLayer?
  /// What a composed picture shows; nil for a bare one.
  let scene: MapScene?
  let provenance: Provenance
  let threads: Int

  private var coastline: CoastlineArchive? { provenance.summary.coastline?.archive }

  /// The picture, composed or bare.
  func png() async throws(WakeprintError) -> [UInt8] {
    let layer = density?.layer
    guard let composer = plan.composer, var scene else {
      return try await bare(layer).png(metadata, alpha: true, threads: threads)
    }
    scene.density = layer
    return try await composer.compose(scene).png(metadata, alpha: false, threads: threads)
  }

  /// What the picture says of itself.
  var metadata: PNGMetadata {
    PNGMetadata(
      look: job.look, frame: job.frame, subject: "Vessel tracks by \(job.colorKey.rawValue)", provenance: provenance)
  }

  private func bare(_ density: DensityLayer?) -> Pixmap {
    let layers = BareLayers(
      theme: theme, hasLand: job.look.hasBasemap, coastline: coastline, tracks: tracks, events: events,
      scale: job.frame.scale)
    guard let density else { return layers.picture(plan.viewport) }
    return density.indices.withUnsafeBufferPointer {
      layers.picture(plan.viewport, indices: $0, palette: density.palette)
    }
  }
}
