import Export
import Raster

extension Pixmap {
  /// The picture as a PNG; without alpha, transparent parts come out over black.
  func png(_ metadata: PNGMetadata, alpha: Bool, threads: Int) async throws(WakeprintError) -> [UInt8] {
    do throws(ExportError) {
      return try await PNGEncoder.encodeRGB(
        width: width, height: height, metadata: metadata, alpha: alpha, threads: threads
      ) { alpha ? encodedRGBA(rows: $0) : encodedRGB(rows: $0) }
    } catch {
      throw WakeprintError(error)
    }
  }
}

extension PNGMetadata {
  /// What a picture of a frame says of itself; `subject` is the title of one that has none.
  init(look: LookRequest, frame: FrameRequest, subject: String, provenance: Provenance) {
    self.init(
      title: look.title ?? subject, source: look.source, software: "wakeprint \(wakeprintVersion)",
      provenanceJSON: provenance.json, pixelsPerMetre: Int((96 / 0.0254 * frame.scale).rounded()))
  }
}
