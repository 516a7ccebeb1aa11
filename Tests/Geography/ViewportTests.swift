import Geography
import TestSupport
import Testing

@Suite("Viewports") struct ViewportTests {
  private func randomBox(_ random: inout SeededGenerator) -> BoundingBox {
    let south = Double.random(in: -80...75, using: &random)
    return BoundingBox(
      west: Double.random(in: -180...180, using: &random), south: south,
      east: Double.random(in: -180...180, using: &random), north: Double.random(in: (south + 0.01)...80, using: &random)
    )
  }

  @Test("a box is seen whole, one axis exactly and the other grown alike on both sides, never stretched")
  func fitting() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let box = randomBox(&random)
      let (width, height) = (Int.random(in: 1...3_000, using: &random), Int.random(in: 1...3_000, using: &random))
      let view = Viewport(fitting: box, width: width, height: height)
      #expect(view.width == width && view.height == height)
      let left = view.grid.pixelX(worldX: WebMercator.x(longitude: box.west)) - Double(view.x)
      let right = left + box.widthInDegrees / 360 * view.grid.worldWidthInPixels
      let top = view.grid.pixelY(worldY: WebMercator.y(latitude: box.north)) - Double(view.y)
      let bottom = view.grid.pixelY(worldY: WebMercator.y(latitude: box.south)) - Double(view.y)
      let slack = 1e-5
      #expect(left > -slack && right < Double(width) + slack && top > -slack, "\(box)")
      #expect(bottom < Double(height) + slack, "\(box)")
      #expect(abs(left + right - Double(width)) < slack && abs(top + bottom - Double(height)) < slack)
      if view.grid.worldWidthInPixels >= Double(width) {
        #expect(min(left, top) < slack, "\(box) in \(width)x\(height)")
      } else {
        let world = view.grid.worldWidthInPixels
        #expect(abs(world - world.rounded()) < 1e-6)
      }
    }
  }

  @Test("the box of a fitted viewport holds the box that was asked for, over the antimeridian too")
  func boxes() {
    let pacific = BoundingBox(west: 170, south: -10, east: -170, north: 10)
    let seen = Viewport(fitting: pacific, width: 1_920, height: 1_080).boundingBox
    #expect(seen.crossesAntimeridian && abs(seen.south + 10) < 1e-9 && abs(seen.north - 10) < 1e-9)
    #expect(seen.west < 170 && seen.east > -170 && seen.widthInDegrees < 40)
    let world = BoundingBox(west: -180, south: -85, east: 180, north: 85)
    let wide = Viewport(fitting: world, width: 1_920, height: 1_080)
    #expect(wide.boundingBox.west == -180 && wide.boundingBox.east == 180)
    #expect((1_080...1_090).contains(wide.grid.worldWidthInPixels))
    let dot = BoundingBox(west: 5, south: 50, east: 5, north: 50)
    let around = Viewport(fitting: dot, width: 400, height: 100).boundingBox
    #expect(around.contains(Coordinate(latitude: 50, longitude: 5)) && around.widthInDegrees < 0.2)
  }

  @Test("a zoom's pixels cover the box outward, and an edge within a millionth of a border is that border")
  func covering() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<2_000 {
      let zoom = Int.random(in: 0...18, using: &random)
      let size = 256 << zoom
      let (x, y) = (Int.random(in: 0..<size, using: &random), Int.random(in: 0..<size, using: &random))
      let (right, bottom) = (
        Int.random(in: (x + 1)...min(size, x + 5_000), using: &random),
        Int.random(in: (y + 1)...min(size, y + 5_000), using: &random)
      )
      let grid = PixelGrid(zoom: zoom)
      let nudge: Double = [0, 4e-7, -4e-7].randomElement(using: &random) ?? 0
      func longitude(_ pixel: Double) -> Double { WebMercator.longitude(x: grid.worldX(pixelX: pixel)) }
      func latitude(_ pixel: Double) -> Double { WebMercator.latitude(y: grid.worldY(pixelY: pixel)) }
      let box = BoundingBox(
        west: longitude(Double(x) + nudge), south: latitude(Double(bottom) + nudge),
        east: longitude(Double(right) - nudge), north: latitude(Double(y) - nudge))
      let view = Viewport(zoom: zoom, covering: box)
      let cover = "zoom \(zoom), \(x)...\(right), \(y)...\(bottom)"
      #expect(view.x == x && view.width == right - x, "\(cover)")
      #expect(view.y == y && view.height == bottom - y, "\(cover)")
      let inner = BoundingBox(
        west: longitude(Double(x) + 0.4), south: latitude(Double(bottom) - 0.4),
        east: longitude(Double(right) - 0.4), north: latitude(Double(y) + 0.4))
      #expect(Viewport(zoom: zoom, covering: inner) == view, "\(cover)")
    }
    let world = Viewport(
      zoom: 3, covering: BoundingBox(west: -180, south: -85.05112877980659, east: 180, north: 85.05112877980659))
    #expect([world.x, world.y, world.width, world.height] == [0, 0, 2_048, 2_048])
    let pacific = Viewport(zoom: 4, covering: BoundingBox(west: 135, south: -1, east: -135, north: 1))
    #expect(pacific.x == 3_584 && pacific.width == 1_024)
  }
}
