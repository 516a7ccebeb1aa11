import Digest
import Export
import Geography
import Platform

/// The coastline in the user's cache: `$WAKEPRINT_CACHE`, else `$XDG_CACHE_HOME/wakeprint`, else `~/.cache/wakeprint`
/// (`~/Library/Caches/wakeprint` on macOS).
public enum CoastlineStore {
  /// The words that OpenStreetMap's licence asks for on a picture.
  public static let openStreetMap = "© OpenStreetMap contributors"

  private static let fileName = "coastline.geometry"

  /// Where the coastline is, or would be; nil where the system names no home.
  public static var path: String? {
    cacheFolder().map { $0.hasSuffix("/") ? $0 + fileName : $0 + "/" + fileName }
  }

  /// Where it is, or would be. Throws where there can be none.
  static func place() throws(WakeprintError) -> String {
    guard let path else {
      throw WakeprintError(.cannotCreate, "there is no folder for caches; set WAKEPRINT_CACHE to one")
    }
    return path
  }

  /// What is installed. Throws where it is damaged or cannot be read.
  public static func status() throws(WakeprintError) -> CoastlineSummary {
    let path = try place()
    var summary = CoastlineSummary(command: "coastline status", path: path)
    if case .missing = PathKind(of: path) { return summary }
    let used = UsedCoastline(try archive(path))
    summary.installed = InstalledCoastline(
      used.archive.facts, bytes: used.archive.bytes.count, sha256: used.sha256)
    return summary
  }

  /// Removes what is installed, damaged or not; nothing there is no failure.
  public static func remove() throws(WakeprintError) -> CoastlineSummary {
    let path = try place()
    var summary = CoastlineSummary(command: "coastline remove", path: path)
    summary.hasRemoved = unlink(path) == 0
    if !summary.hasRemoved, errno != ENOENT, errno != ENOTDIR {
      throw WakeprintError(.inputOutput, "\(path): cannot be removed (\(systemReason())); remove it by hand")
    }
    return summary
  }

  /// Opens a coastline file. Throws where there is none or it is not whole.
  static func archive(_ path: String) throws(WakeprintError) -> CoastlineArchive {
    let file: MappedFile
    do throws(FileHandle.Failure) {
      file = try MappedFile(path)
    } catch {
      throw WakeprintError(.noInput, "\(path): cannot be opened (\(error.words)); give a coastline file")
    }
    do throws(CoastlineArchiveError) {
      return try CoastlineArchive(file)
    } catch {
      throw WakeprintError(.data, "\(path): \(error.sentence)")
    }
  }

  /// Writes a coastline so that it appears whole or not at all.
  static func write(
    _ encoder: CoastlineEncoder, to path: String, force: Bool
  ) throws(WakeprintError) -> (bytes: Int, sha256: String) {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    guard makeFolder(path.hasPrefix("/") ? "/" + folder : folder.isEmpty ? "." : folder) else {
      throw WakeprintError(
        .cannotCreate, "\(path): its folder cannot be made (\(systemReason())); set WAKEPRINT_CACHE to another")
    }
    do throws(ExportError) {
      var output = try OutputFile.create(path: path, force: force)
      var hash = SHA256()
      try encoder.write { bytes throws(ExportError) in
        hash.update(bytes)
        try output.write(bytes)
      }
      let count = output.byteCount
      try output.commit()
      return (count, hash.finish().hexadecimal)
    } catch {
      throw WakeprintError(error)
    }
  }
}
