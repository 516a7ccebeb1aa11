import Geography
import Platform
import Tracks

/// Finds the land polygons in the file that the user names, and reads them.
struct LandInput {
  let path: String
  let onProgress: (@Sendable (JobProgress) -> Void)?

  /// Most bytes of a `.prj` that are looked at.
  private static let longestProjection = 1 << 16

  /// The land, and the SHA-256 of the whole file in hexadecimal.
  func read() throws(WakeprintError) -> (land: CoastlineBuilder, sha256: String) {
    try checkNeighbour()
    do throws(TracksError) {
      let file = try PackedFile(path)
      var land: CoastlineBuilder?
      while let name = try file.next() {
        let ending = name.lowercased()
        if ending.hasSuffix(".prj") {
          try check(projection: try contents(file), of: "\(path):\(name)")
        } else if name.isEmpty || ending.hasSuffix(".shp") || ending.hasSuffix(".wkb") {
          let place = name.isEmpty ? path : "\(path):\(name)"
          guard land == nil else {
            throw .unusable(path: place, line: nil, why: "is not the only file of polygons; unpack the one you mean")
          }
          land = try polygons(file, place)
        }
      }
      guard let land else {
        throw .unusable(path: path, line: nil, why: "holds no shapefile (.shp) and no .wkb; give OSM's land polygons")
      }
      return (land, try file.finish().sha256)
    } catch {
      throw WakeprintError(error)
    }
  }

  private func polygons(_ file: PackedFile, _ place: String) throws(TracksError) -> CoastlineBuilder {
    var land = CoastlineBuilder()
    var failure: TracksError?
    let (onProgress, size) = (onProgress, max(file.progress.all, 1))
    do throws(LandFileError) {
      try LandFile.read(into: &land) { buffer in
        onProgress?(JobProgress(stage: "reading", fraction: min(Double(file.progress.read) / Double(size), 1)))
        do throws(TracksError) {
          return try file.read(into: buffer)
        } catch {
          failure = error
          return nil
        }
      }
    } catch {
      throw failure ?? .unusable(path: place, line: nil, why: error.sentence)
    }
    return land
  }

  /// Looks at the `.prj` that stands beside a plain shapefile, if there is one.
  private func checkNeighbour() throws(WakeprintError) {
    guard path.lowercased().hasSuffix(".shp") else { return }
    for ending in ["prj", "PRJ"] {
      let neighbour = String(path.dropLast(3)) + ending
      guard let bytes = try? FileHandle.contents(of: neighbour, atMost: LandInput.longestProjection) else { continue }
      do throws(TracksError) {
        try check(projection: bytes, of: path)
      } catch {
        throw WakeprintError(error)
      }
    }
  }

  private func check(projection bytes: [UInt8], of place: String) throws(TracksError) {
    do throws(LandFileError) {
      try LandFile.check(projection: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw .unusable(path: place, line: nil, why: error.sentence)
    }
  }

  private func contents(_ file: PackedFile) throws(TracksError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: LandInput.longestProjection)
    let count = try bytes.withUnsafeMutableBufferPointer { bytes throws(TracksError) in
      try file.read(into: UnsafeMutableRawBufferPointer(bytes))
    }
    return Array(bytes[..<count])
  }
}
