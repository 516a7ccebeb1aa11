import Cartography
import Geography
import Raster
import TestSupport
import Testing
import Tracks

@Suite("Tracks: a tile is the canvas") struct TrackLayerTests {
  /// Vessels on random walks about a place, in steps of about so many degrees, with silences and jumps among them.
  private static func tracks(
    seed: UInt64, latitude: Double, longitude: Double, step: Double, vessels: Int = 12
  ) throws -> ReadResult {
    var random = SeededGenerator(seed: seed)
    var text = "mmsi,time,lat,lon,type\n"
    for vessel in 0..<vessels {
      var seconds = 1_600_000_000 + Int.random(in: 0..<10_000, using: &random)
      var north = latitude + random.number(-4...4) * step
      var east = longitude + random.number(-4...4) * step
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        text += "\(219_000_000 + vessel * 7_000_003),\(seconds),\(min(max(north, -89), 89)),"
        text += "\(BoundingBox.wrapped(east)),\(vessel * 10)\n"
        let isSilent = Int.random(in: 0..<6, using: &random) == 0
        seconds += isSilent ? 7_200 : Int.random(in: 1...3_600, using: &random)
        let reach = Int.random(in: 0..<9, using: &random) == 0 ? 8 * step : step
        north += random.number(-1...1) * reach
        east += random.number(-1...1) * reach
      }
    }
    var options = ReadOptions()
    options.keepsVesselType = true
    return try TrackReader([.memory(name: "a", bytes: Array(text.utf8))], options: options).read()
  }

  private func layer(
    _ read: ReadResult, _ grid: PixelGrid, _ key: TrackColorKey = .speed, maximumSpeed: Double = 50, threads: Int = 2
  ) throws -> TrackLayer {
    try TrackLayer(
      read.tracks, grid: grid, rule: LegRule(maximumSpeedInKnots: maximumSpeed),
      coloring: TrackColoring(key, tracks: read.tracks, time: read.survey.time), threads: threads)
  }

  private func picture(_ layer: TrackLayer, _ view: Viewport, theme: Theme = .dark) -> [UInt8] {
    var pixmap = Pixmap(width: view.width, height: view.height)
    layer.draw(on: &pixmap, viewport: view, theme: theme)
    return pixmap.encodedRGBA(rows: 0..<view.height)
  }

  /// The window of `size` pixels at a place of the canvas, cut from it.
  private func cut(_ canvas: [UInt8], _ view: Viewport, x: Int, y: Int, width: Int, height: Int) -> [UInt8] {
    (y..<(y + height)).flatMap { row in
      let start = ((row - view.y) * view.width + x - view.x) * 4
      return canvas[start..<(start + width * 4)]
    }
  }

  /// Expects each tile of a canvas of whole tiles to be the same pixels, and that what lies outside the occupied ones
  /// is empty.
  private func expectMosaic(_ layer: TrackLayer, canvas view: Viewport, tileSize: Int, zoom: Int) -> Int {
    let canvas = picture(layer, view)
    let occupied = Set(layer.occupiedTiles(tileSize: tileSize, threads: 2))
    let across = 1 << zoom
    var inked = 0
    for row in (view.y / tileSize)..<((view.y + view.height) / tileSize) {
      for column in (view.x / tileSize)..<((view.x + view.width) / tileSize) {
        let tile = TileID(zoom: zoom, x: (column % across + across) % across, y: row)
        let pixels = picture(layer, tile.viewport(tileSize: tileSize))
        let expected = cut(
          canvas, view, x: column * tileSize, y: row * tileSize, width: tileSize, height: tileSize)
        #expect(pixels == expected, "zoom \(zoom), column \(column), row \(row)")
        let isInked = pixels.contains { $0 != 0 }
        if isInked {
          inked += 1
          #expect(occupied.contains(tile), "\(tile) has ink and is not listed")
        }
      }
    }
    return inked
  }

  @Test("the mosaic of tiles is the picture of the same pixels", arguments: Array(0...14), [256, 512])
  func mosaic(zoom: Int, tileSize: Int) throws {
    let places = [(0.02, 179.97), (54.3, 10.1), (-33.9, -179.99), (84.5, 0)]
    let (latitude, longitude) = places[zoom % places.count]
    let grid = PixelGrid(zoom: zoom, tileSize: tileSize)
    // Steps of about forty pixels.
    let step = 40 * 360 / grid.worldWidthInPixels
    let read = try Self.tracks(
      seed: UInt64(zoom), latitude: latitude, longitude: longitude, step: min(step, 12), vessels: 10)
    // Without a limit of speed low zooms too have lines that cross tiles.
    let layer = try layer(read, grid, maximumSpeed: 1e6)
    let across = 1 << zoom
    let middleX = Int(grid.pixelX(worldX: WebMercator.x(longitude: longitude)))
    let middleY = Int(grid.pixelY(worldY: WebMercator.y(latitude: latitude)))
    let side = zoom == 0 ? 1 : 2
    let column = Int((Double(middleX) / Double(tileSize)).rounded()) - side / 2
    let row = min(max(Int((Double(middleY) / Double(tileSize)).rounded()) - side / 2, 0), across - side)
    let view = Viewport(
      grid: grid, x: column * tileSize, y: row * tileSize, width: side * tileSize, height: side * tileSize)
    #expect(expectMosaic(layer, canvas: view, tileSize: tileSize, zoom: zoom) > 0)
  }

  @Test("any window is the same window cut from a larger one, and a world further on too", arguments: UInt64(0)..<10)
  func windows(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let zoom = Int.random(in: 2...12, using: &random)
    let grid = PixelGrid(zoom: zoom)
    let world = 256 << zoom
    let latitude = random.number(-70...70)
    let read = try Self.tracks(
      seed: seed, latitude: latitude, longitude: 180, step: 30 * 360 / grid.worldWidthInPixels)
    let key = TrackColorKey.allCases[Int(seed) % 5]
    let layer = try layer(read, grid, key, maximumSpeed: 1e6)
    let y = Int(grid.pixelY(worldY: WebMercator.y(latitude: latitude))) - 200
    let canvas = Viewport(grid: grid, x: world - 240, y: y, width: 480, height: 400)
    for theme in Theme.all {
      let whole = picture(layer, canvas, theme: theme)
      #expect(whole.contains { $0 != 0 })
      for _ in 0..<8 {
        let width = Int.random(in: 1...150, using: &random)
        let height = Int.random(in: 1...150, using: &random)
        let left = canvas.x + Int.random(in: 0...(480 - width), using: &random)
        let top = y + Int.random(in: 0...(400 - height), using: &random)
        let expected = cut(whole, canvas, x: left, y: top, width: width, height: height)
        for copy in [0, -1, 3] {
          let view = Viewport(grid: grid, x: left + copy * world, y: top, width: width, height: height)
          #expect(picture(layer, view, theme: theme) == expected, "seed \(seed), \(view)")
        }
      }
    }
  }

  @Test("a window of a fitted grid is cut from the whole, whatever its scale and the pixels' density", arguments: 0..<6)
  func fittedWindows(number: Int) throws {
    let seed = UInt64(100 + number)
    var random = SeededGenerator(seed: seed)
    let box = [
      BoundingBox(west: 170, south: 20, east: -165, north: 41),
      BoundingBox(west: -180, south: -80, east: 180, north: 80),
      BoundingBox(west: 179.9, south: 50, east: 179.99, north: 50.03),
    ][number % 3]
    let scale = [1, 2.5][number / 3]
    let read = try Self.tracks(
      seed: seed, latitude: (box.south + box.north) / 2, longitude: box.west, step: box.widthInDegrees / 12)
    let view = Viewport(fitting: box, width: 500, height: 300)
    let layer = try TrackLayer(
      read.tracks, grid: view.grid, rule: LegRule(maximumSpeedInKnots: 1e6),
      coloring: TrackColoring(.time, tracks: read.tracks, time: read.survey.time), scale: scale, threads: 2)
    let whole = picture(layer, view)
    #expect(read.survey.gaps > 0 && whole.contains { $0 != 0 } && layer.reaches(view))
    for _ in 0..<20 {
      let (width, height) = (Int.random(in: 1...200, using: &random), Int.random(in: 1...200, using: &random))
      let left = Int.random(in: 0...(500 - width), using: &random)
      let top = Int.random(in: 0...(300 - height), using: &random)
      let part = Viewport(grid: view.grid, x: left, y: top, width: width, height: height)
      let pixels = picture(layer, part)
      #expect(pixels == cut(whole, view, x: left, y: top, width: width, height: height), "seed \(seed), \(part)")
      if pixels.contains(where: { $0 != 0 }) { #expect(layer.reaches(part)) }
    }
  }

  @Test("with twice the pixels to a point there is four times the ink, dashes and all")
  func density() throws {
    let box = BoundingBox(west: 5, south: 50, east: 15, north: 56)
    let read = try Self.tracks(seed: 9, latitude: 53, longitude: 10, step: 0.7)
    let ink = try [1, 2].map { factor in
      let view = Viewport(fitting: box, width: 400 * factor, height: 300 * factor)
      let layer = try TrackLayer(
        read.tracks, grid: view.grid, rule: LegRule(maximumSpeedInKnots: 1e6),
        coloring: TrackColoring(.vessel, tracks: read.tracks, time: nil), scale: Double(factor), threads: 1)
      let pixels = picture(layer, view)
      return stride(from: 3, to: pixels.count, by: 4).reduce(0) { $0 + Int(pixels[$1]) }
    }
    #expect(ink[0] > 0 && abs(Double(ink[1]) / Double(ink[0]) - 4) < 0.1, "\(ink)")
  }

  @Test("lines of every direction through corners and along edges of tiles are whole")
  func directions() throws {
    let grid = PixelGrid(zoom: 10)
    let corner = (x: 512 * 256, y: 340 * 256)
    for isGap in [false, true] {
      var text = "mmsi,time,lat,lon\n"
      var vessel = 219_000_000
      for (dx, dy) in [(1, 0), (0, 1), (1, 1), (1, -1), (2, 1), (-1, 2), (40, 1), (1, 40), (3, -2)] {
        for offset in [0.0, 0.5, -1] {
          let reach = 300.0 / Double(max(abs(dx), abs(dy)))
          for (end, sign) in [-1.0, 1].enumerated() {
            let x = Double(corner.x) + offset + sign * reach * Double(dx)
            let y = Double(corner.y) + offset + sign * reach * Double(dy)
            let place = Coordinate(
              latitude: WebMercator.latitude(y: grid.worldY(pixelY: y)),
              longitude: WebMercator.longitude(x: grid.worldX(pixelX: x)))
            let seconds = 1_600_000_000 + end * (isGap ? 7_200 : 3_500)
            text += "\(vessel),\(seconds),\(place.latitude),\(place.longitude)\n"
          }
          vessel += 1
        }
      }
      let read = try TrackReader([.memory(name: "a", bytes: Array(text.utf8))], options: ReadOptions()).read()
      #expect(isGap ? read.survey.gaps == 27 : read.survey.gaps == 0)
      let layer = try layer(read, grid, .vessel, maximumSpeed: 1e6)
      let view = Viewport(grid: grid, x: corner.x - 512, y: corner.y - 512, width: 1024, height: 1024)
      #expect(expectMosaic(layer, canvas: view, tileSize: 256, zoom: 10) >= 4)
    }
  }

  @Test("a track that goes round the world and past its start is whole in every tile")
  func roundTheWorld() throws {
    var text = "mmsi,time,lat,lon\n"
    for step in 0..<60 {
      let longitude = BoundingBox.wrapped(Double(step) * 13)
      text += "219000001,\(1_600_000_000 + step * 3_000),\(Double(step % 7) * 5 - 10),\(longitude)\n"
    }
    let read = try TrackReader([.memory(name: "a", bytes: Array(text.utf8))], options: ReadOptions()).read()
    for zoom in 0...2 {
      let grid = PixelGrid(zoom: zoom)
      let layer = try layer(read, grid, .vessel, maximumSpeed: 1e9)
      let world = 256 << zoom
      let view = Viewport(grid: grid, x: 0, y: 0, width: world, height: world)
      #expect(expectMosaic(layer, canvas: view, tileSize: 256, zoom: zoom) >= 1)
      let wide = Viewport(grid: grid, x: -world, y: 0, width: 3 * world, height: world)
      let canvas = picture(layer, wide)
      for copy in -1...1 {
        let part = cut(canvas, wide, x: copy * world, y: 0, width: world, height: world)
        #expect(part == picture(layer, view), "zoom \(zoom), copy \(copy)")
      }
    }
  }

  @Test("any number of threads gives the same picture")
  func threads() throws {
    let read = try Self.tracks(seed: 5, latitude: 40, longitude: 20, step: 0.5, vessels: 120)
    let view = Viewport(
      fitting: BoundingBox(west: 15, south: 36, east: 25, north: 44), width: 500, height: 400)
    let one = try picture(layer(read, view.grid, threads: 1), view)
    #expect(one.contains { $0 != 0 })
    for threads in [2, 5, 16] { #expect(try picture(layer(read, view.grid, threads: threads), view) == one) }
  }
}
