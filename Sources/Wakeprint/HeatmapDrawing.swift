import Cartography
import Export
import Geography
import Raster

/// Turns a counted density into the bytes of a picture or of a table of numbers.
struct HeatmapDrawing: Sendable {
  let job: HeatmapJob
  let plan: PicturePlan
  let density: FieldShading
  let style: PictureStyle
  let summary: JobSummary
  let threads: Int

  private var provenance: Provenance {
    Provenance(
      summary: summary, commandLine: job.commandLine, rule: job.input.rule, selection: job.input.reading.selection,
      density: (job.density, density.scale), extras: style.extras)
  }

  private var metadata: PNGMetadata {
    PNGMetadata(
      look: job.look, frame: job.frame, subject: "Vessel density (\(job.density.measure.unit))",
      provenance: provenance)
  }

  /// The numbers: vessel-hours per km2, or counts.
  func geoTIFF() throws(WakeprintError) -> [UInt8] {
    do throws(ExportError) {
      return try GeoTIFFEncoder.encode(
        values: density.field.values, viewport: plan.viewport,
        metadata: GeoTIFFMetadata(
          quantity: String(job.density.measure.unit.map { $0 == "²" ? "2" : $0 }),
          title: job.look.title, source: job.look.source, software: "wakeprint \(wakeprintVersion)",
          provenanceJSON: provenance.json))
    } catch {
      throw WakeprintError(error)
    }
  }

  private var coastline: CoastlineArchive? { summary.coastline?.archive }

  /// The picture, composed or bare.
  func png() async throws(WakeprintError) -> [UInt8] {
    let layer = density.layer
    if let composer = plan.composer {
      var scene = MapScene(basemap: job.look.hasBasemap ? Basemap(for: plan.viewport, coastline: coastline) : nil)
      scene.density = layer
      return try await composer.compose(scene).png(metadata, alpha: false, threads: threads)
    }
    if job.look.hasBasemap {
      let layers = BareLayers(theme: style.theme, hasLand: true, coastline: coastline)
      let pixmap = layer.indices.withUnsafeBufferPointer {
        layers.picture(plan.viewport, indices: $0, palette: layer.palette)
      }
      return try await pixmap.png(metadata, alpha: true, threads: threads)
    }
    do throws(ExportError) {
      return try PNGEncoder.encodePalette(
        indices: layer.indices, width: plan.viewport.width, height: plan.viewport.height,
        palette: layer.palette.map(PaletteEntry.init), metadata: metadata)
    } catch {
      throw WakeprintError(error)
    }
  }
}
