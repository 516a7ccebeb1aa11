import Cartography
import Export
import Platform

/// Draws every palette by name into one picture.
public struct PalettesJob: Sendable {
  /// The picture to write (`.png`).
  public var output: String
  /// Colours of the page.
  public var theme = ThemeName.dark
  /// Whether an existing output may be replaced.
  public var force = false

  /// A job that writes to a path.
  public init(output: String) { self.output = output }

  /// Draws and writes. Throws `WakeprintError`.
  public func run() async throws(WakeprintError) -> JobSummary {
    let start = monotonicSeconds()
    guard output.lowercased().hasSuffix(".png") else {
      throw WakeprintError(.usage, "\(output): is not .png; name a picture")
    }
    let writer = OutputWriter(force: force)
    try writer.check(output)
    let pixmap = PalettesPicture.draw(EmbeddedResource.colorTables(), theme: .named(theme), scale: 1)
    var summary = JobSummary(command: "palettes")
    let bytes: [UInt8]
    do throws(ExportError) {
      bytes = try await PNGEncoder.encodeRGB(
        width: pixmap.width, height: pixmap.height,
        metadata: PNGMetadata(title: "Palettes", software: "wakeprint \(wakeprintVersion)"), threads: defaultThreads
      ) { pixmap.encodedRGB(rows: $0) }
    } catch {
      throw WakeprintError(error)
    }
    summary.outputs.append(try writer.write(bytes, to: output))
    summary.elapsedSeconds = monotonicSeconds() - start
    return summary
  }
}
