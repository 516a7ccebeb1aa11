import Behaviour
import Cartography
import Export
import Geography
import JSON
import Platform
import TestSupport
import Tracks
import Wakeprint

extension FuzzTarget {
  /// What is wrong with how bytes are read, nil where nothing is; that they are refused is not wrong.
  ///
  /// Each is read twice, and both must come to the same.
  package func fault(_ bytes: [UInt8]) -> String? {
    let memory = InputSource.memory(name: "trial", bytes: bytes)
    switch self {
    case .csv: return TrackTrial.fault(memory, format: .table, variation: bytes.count)
    case .nmea:
      let sealed = InputSource.memory(name: "trial", bytes: SealedSentences.of(bytes))
      return TrackTrial.fault(memory, format: .sentences, variation: bytes.count)
        ?? TrackTrial.fault(sealed, format: .sentences, variation: bytes.count)
    case .json:
      return TrackTrial.fault(memory, format: .json, variation: bytes.count) ?? ManyLines.fault(before: bytes)
    case .gpx: return TrackTrial.fault(memory, format: .gpx, variation: bytes.count)
    case .archive: return TrackTrial.fault(memory, format: nil, variation: bytes.count)
    case .sqlite:
      return onDisk(bytes) { TrackTrial.fault(.file(path: $0), format: .database, variation: bytes.count) }
    case .events, .watchlist, .ports, .style, .font: return differing { said(of: bytes) }
    case .land: return differing { FuzzTarget.land(bytes) }
    case .coastline: return coastline(bytes)
    case .pmtiles, .mbtiles: return onDisk(bytes) { path in differing { FuzzTarget.tiles(path) } }
    case .scale: return onDisk(bytes) { path in differing { FuzzTarget.scale(path) } }
    }
  }

  private func onDisk(_ bytes: [UInt8], _ body: (String) -> String?) -> String? {
    // A full disk is no fault of a reader.
    TrialFile(bytes).flatMap { body($0.path) }
  }

  private func differing(_ read: () -> String) -> String? {
    let (one, other) = (read(), read())
    return one == other ? nil : "the same bytes come to different things: \(one) and \(other)"
  }

  private func said(of bytes: [UInt8]) -> String {
    do throws(any Error) {
      switch self {
      case .events:
        _ = EventReader.recognises(bytes)
        return String(describing: try EventReader.read(bytes: bytes, path: "trial"))
      case .watchlist: return String(describing: try Watchlist.read(bytes, path: "trial").entries)
      case .ports: return String(describing: try PortList.read(bytes: bytes, path: "trial"))
      case .style: return String(describing: try Theme.dark.styled(try JSONValue(parsing: bytes)))
      default: return try FuzzTarget.letters(bytes)
      }
    } catch {
      return "\(error)"
    }
  }

  private static func letters(_ bytes: [UInt8]) throws -> String {
    let face = try Typeface(bytes)
    let letters = "AVa1é – \u{4E2D}\u{10000}".unicodeScalars.map { face.letter($0) ?? face.missing }
    let kern = zip(letters, letters.dropFirst()).map { face.kern($0, $1) }
    return "\(face.ascent) \(face.descent) \(face.capHeight) \(face.xHeight) \(kern) \(letters.map(\.glyph))"
  }

  private static func land(_ bytes: [UInt8]) -> String {
    do throws(LandFileError) {
      let land = try LandSample.read(bytes)
      return land.polygonCount == 0 ? "no land" : "\(try LandSample.installed(land))"
    } catch {
      return error.sentence
    }
  }

  private func coastline(_ bytes: [UInt8]) -> String? {
    var sealed = bytes
    // A sum that no mutation hits would hide all behind it.
    if bytes.count > 8 {
      let end = bytes.count - 8
      let sum = bytes.withUnsafeBytes { CoastlineArchive.checksum(of: UnsafeRawBufferPointer(rebasing: $0[..<end])) }
      for index in 0..<8 { sealed[end + index] = UInt8(truncatingIfNeeded: sum >> (8 * UInt64(index))) }
    }
    guard let archive = try? CoastlineArchive(MappedFile(copying: sealed)) else { return nil }
    var isOnEarth = true
    func look(_ x: Int32, _ y: Int32) {
      if x.magnitude > 18_000_000 || y.magnitude > 9_000_000 { isOnEarth = false }
    }
    for number in archive.groups {
      archive.forEachRing(of: archive.group(number)) { ring in ring.forEach { look($0.x, $0.y) } }
    }
    for number in archive.rings {
      for piece in archive.ring(number).pieces {
        archive.forEachFollowingVertex(of: archive.piece(piece)) { x, y, _ in look(x, y) }
      }
    }
    return isOnEarth ? nil : "a coast leaves the earth"
  }

  private static func tiles(_ path: String) -> String {
    do throws(TileSetUnreadable) {
      return String(describing: try TileSetCheck.check(path: path, threads: 1))
    } catch {
      return error.sentence
    }
  }

  private static func scale(_ path: String) -> String {
    do throws(WakeprintError) {
      return try ScaleFile(path: path).text
    } catch {
      return error.description
    }
  }
}
