import Geography
import Platform
import Tracks

/// Makes a detailed coastline out of a file of land polygons, and puts it into the user's cache.
///
/// The file is a shapefile's `.shp`, alone or in a `.zip`, or WKB, plain or compressed; in degrees of WGS 84.
public struct CoastlineInstallJob: Sendable {
  /// The file of land polygons.
  public var input: String
  /// The words that pictures carry.
  public var attribution = CoastlineStore.openStreetMap
  /// Whether an installed coastline may be replaced.
  public var force = false

  /// A job on a file.
  public init(input: String) { self.input = input }

  /// Reads, compacts and writes; an installed coastline stays as it is until the new one is whole. Throws
  /// `WakeprintError`.
  public func run(
    onProgress: (@Sendable (JobProgress) -> Void)? = nil
  ) throws(WakeprintError) -> CoastlineSummary {
    let start = monotonicSeconds()
    let path = try CoastlineStore.place()
    guard !attribution.isEmpty else {
      throw WakeprintError(.usage, "--source is empty; name whose data it is, as pictures shall say it")
    }
    if !force, PathKind(of: path) != .missing {
      throw WakeprintError(.cannotCreate, "\(path): a coastline is installed; use --force to replace it")
    }
    let (land, sha256) = try LandInput(path: input, onProgress: onProgress).read()
    onProgress?(JobProgress(stage: "writing"))
    let facts = CoastlineFacts(
      attribution: attribution, fileName: input.split(separator: "/").last.map(String.init) ?? input,
      fileSHA256: sha256, polygons: land.polygonCount, vertices: land.vertexCount)
    let encoder: CoastlineEncoder
    do throws(LandFileError) {
      encoder = try CoastlineEncoder(land, facts: facts)
    } catch {
      throw WakeprintError(.data, "\(input): \(error.sentence)")
    }
    let written = try CoastlineStore.write(encoder, to: path, force: force)
    var summary = CoastlineSummary(command: "coastline install", path: path)
    summary.installed = InstalledCoastline(facts, bytes: written.bytes, sha256: written.sha256)
    summary.elapsedSeconds = monotonicSeconds() - start
    return summary
  }
}
