import Cartography
import Export
import Raster

/// Turns a counted density into the bytes of a picture or of a table of numbers.
struct HeatmapDrawing: Sendable {
  let job: HeatmapJob
  let plan: PicturePlan
  let field: DensityField
  let scale: ColorScale
  let palette: Palette
  let theme: Theme
  let summary: JobSummary
  let threads: Int

  private var provenance: Provenance {
    Provenance(
      summary: summary, commandLine: job.commandLine, rule: job.input.rule, selection: job.input.reading.selection,
      density: (job.density, scale))
  }

  private var metadata: PNGMetadata {
    PNGMetadata(
      title: job.look.title ?? "Vessel density (\(job.density.measure.unit))",
      source: job.look.source, software: "wakeprint \(wakeprintVersion)", provenanceJSON: provenance.json,
      pixelsPerMetre: Int((96 / 0.0254 * job.frame.scale).rounded()))
  }

  /// The numbers: vessel-hours per km2, or counts.
  func geoTIFF() throws(WakeprintError) -> [UInt8] {
    do throws(ExportError) {
      return try GeoTIFFEncoder.encode(
        values: field.values, viewport: plan.viewport,
        metadata: GeoTIFFMetadata(
          quantity: String(job.density.measure.unit.map { $0 == "²" ? "2" : $0 }),
          title: job.look.title, source: job.look.source, software: "wakeprint \(wakeprintVersion)",
          provenanceJSON: provenance.json))
    } catch {
      throw WakeprintError(error)
    }
  }

  /// The picture, composed or bare.
  func png() async throws(WakeprintError) -> [UInt8] {
    let colors = fade.colors(from: palette.table)
    do throws(ExportError) {
      if let composer = plan.composer {
        let layer = DensityLayer(indices: indices, palette: colors, legend: legend(colors))
        let pixmap = composer.compose(
          basemap: job.look.hasBasemap ? Basemap(for: plan.viewport) : nil, density: layer)
        return try await PNGEncoder.encodeRGB(
          width: pixmap.width, height: pixmap.height, metadata: metadata, threads: threads
        ) { pixmap.encodedRGB(rows: $0) }
      }
      if job.look.hasBasemap {
        let pixmap = bareWithLand(colors)
        return try await PNGEncoder.encodeRGB(
          width: pixmap.width, height: pixmap.height, metadata: metadata, alpha: true, threads: threads
        ) { pixmap.encodedRGBA(rows: $0) }
      }
      return try PNGEncoder.encodePalette(
        indices: indices, width: plan.viewport.width, height: plan.viewport.height,
        palette: colors.map(PaletteEntry.init),
        metadata: metadata)
    } catch {
      throw WakeprintError(error)
    }
  }

  /// The theme's fade; what is smoothed comes up out of nothing, so that a kernel's rim is no edge.
  private var fade: DensityFade {
    field.isSmoothed ? theme.densityFade.risingFromNothing : theme.densityFade
  }

  private var indices: [UInt8] {
    let table = ColorScaleTable(scale)
    return [UInt8](unsafeUninitializedCapacity: field.values.count) { buffer, count in
      field.values.withUnsafeBufferPointer {
        table.indices(of: $0, into: UnsafeMutableBufferPointer(rebasing: buffer[..<$0.count]))
      }
      count = field.values.count
    }
  }

  private func legend(_ colors: [Color]) -> Legend {
    Legend(
      unit: job.density.measure.unit, scale: scale, palette: colors,
      opensAbove: (field.histogram.maximum ?? 0) > scale.maximum,
      opensBelow: (field.histogram.minimum ?? .infinity) < scale.minimum)
  }

  private func bareWithLand(_ colors: [Color]) -> Pixmap {
    var pixmap = Pixmap(width: plan.viewport.width, height: plan.viewport.height, background: nil)
    pixmap.drawLand(plan.viewport, theme: theme)
    indices.withUnsafeBufferPointer {
      pixmap.blend(
        indices: $0, palette: colors, in: PixelRect(x: 0, y: 0, width: pixmap.width, height: pixmap.height))
    }
    return pixmap
  }
}
