import Export
import Platform
import Raster

/// The PNG of tiles, cut from the pictures that `WAKEPRINT_BENCH_PICTURES` names (paths parted by colons,
/// made by `wakeprint heatmap --zoom Z --bare`) or from one made for it, and of tiles with anti-aliased tracks.
struct TileBenchmark {
  private static let side = 256
  private static let description =
    #"{"generator":"wakeprint","measure":"hours","unit":"vessel-hours per km2","scaling":"eq","source":"AIS"}"#

  func run() {
    let levels = [1, 3, 5, 6, 9]
    for picture in pictures() {
      for level in levels {
        guard var encoder = try? TilePNGEncoder(size: Self.side, description: Self.description, paletteLevel: level)
        else { continue }
        report("\(picture.name), libdeflate \(level)", picture.tiles.count) { number in
          picture.tiles[number].withUnsafeBufferPointer {
            (try? encoder.encode(indices: $0, palette: picture.palette))?.count ?? 0
          }
        }
      }
      reportExisting(picture)
    }
    let tracks = (0..<40).map { trackTile(lines: 1 << ($0 % 8), seed: UInt64($0)) }
    for level in levels {
      guard var encoder = try? TilePNGEncoder(size: Self.side, description: Self.description, truecolourLevel: level)
      else { continue }
      report("made tracks, libdeflate \(level)", tracks.count) { number in
        tracks[number].withUnsafeBufferPointer { (try? encoder.encode(rgba: $0))?.count ?? 0 }
      }
    }
  }

  /// The encoder of whole pictures, whose bands are zlib's.
  private func reportExisting(_ picture: CutPicture) {
    let metadata = PNGMetadata(provenanceJSON: Self.description)
    report("\(picture.name), zlib 4 through PNGEncoder", picture.tiles.count) { number in
      (try? PNGEncoder.encodePalette(
        indices: picture.tiles[number], width: Self.side, height: Self.side, palette: picture.palette,
        metadata: metadata))?.count ?? 0
    }
  }

  /// Prints the median, the tenth and the ninetieth hundredth and the most of the tiles' least times of five.
  private func report(_ name: String, _ tileCount: Int, _ encode: (Int) -> Int) {
    var times: [Double] = []
    var bytes = 0
    for number in 0..<tileCount {
      var best = Double.infinity
      var count = 0
      for _ in 0..<5 {
        let start = monotonicSeconds()
        count = encode(number)
        best = min(best, monotonicSeconds() - start)
      }
      times.append(best)
      bytes += count
    }
    guard !times.isEmpty else { return }
    times.sort()
    func milliseconds(_ seconds: Double) -> Double { (seconds * 1e6).rounded() / 1e3 }
    func share(_ part: Double) -> Double { milliseconds(times[Int(Double(times.count - 1) * part)]) }
    print(
      "tiles, \(name): \(share(0.5)) ms a tile (10 %: \(share(0.1)), 90 %: \(share(0.9)), most: \(share(1)), "
        + "mean: \(milliseconds(times.reduce(0, +) / Double(times.count)))), \(bytes / tileCount) bytes a tile, "
        + "\(tileCount) tiles")
  }

  private func pictures() -> [CutPicture] {
    guard let paths = getenv("WAKEPRINT_BENCH_PICTURES").map({ String(cString: $0) }) else { return [madePicture()] }
    return paths.split(separator: ":").compactMap { CutPicture(path: String($0), side: Self.side) }
  }

  /// Lanes of faint lines whose opacity stands for density.
  private func madePicture() -> CutPicture {
    var pixmap = Pixmap(width: 1024, height: 1024)
    var random = WanderingPath(seed: 1)
    for _ in 0..<600 {
      pixmap.stroke(random.next(side: 1024), style: StrokeStyle(width: 1), color: Color(0xFFFFFF, alpha: 0.1))
    }
    let pixels = pixmap.encodedRGBA(rows: 0..<1024)
    let white = pixels.indices.map { $0 % 4 == 3 ? pixels[$0] : 255 }
    return CutPicture(name: "made density", pixels: white, width: 1024, side: Self.side)
  }

  /// Opaque anti-aliased lines of twelve colours over nothing, as tracks are drawn.
  private func trackTile(lines: Int, seed: UInt64) -> [UInt8] {
    var pixmap = Pixmap(width: Self.side, height: Self.side)
    var random = WanderingPath(seed: seed + 1)
    for line in 0..<lines {
      let color = Color(UInt32(0x4E_79A7 &+ line % 12 &* 0x13_5D2B) & 0xFF_FFFF)
      pixmap.stroke(random.next(side: Self.side), style: StrokeStyle(width: 1.4, join: .round), color: color)
    }
    return pixmap.encodedRGBA(rows: 0..<Self.side)
  }
}

/// Paths that cross a square, nearly straight.
private struct WanderingPath {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 88_172_645_463_325_252 | 1
    for _ in 0..<8 { _ = random() }
  }

  private mutating func random() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) / Double(1 << 53)
  }

  /// A path that begins anywhere and is about as long as the square's side.
  mutating func next(side: Int) -> Path {
    var path = Path()
    var point = Point(x: random() * Double(side), y: random() * Double(side))
    var heading = random() * 6.28
    path.move(to: point)
    for _ in 0..<side / 4 {
      heading += (random() - 0.5) * 0.2
      point = Point(x: point.x + 4 * cos(heading), y: point.y + 4 * sin(heading))
      path.line(to: point)
    }
    return path
  }
}
