import Cartography
import Raster
import TestSupport
import Testing

@Suite("Layout")
struct LayoutTests {
  static let seed: UInt64 = 0x4C61_796F_7574
  static let named = [
    (640, 360), (1920, 1080), (1080, 1920), (2048, 2048), (7680, 4320), (200, 150), (64, 64), (1, 1),
    (4000, 500),
    (256, 256), (3840, 400), (400, 3840),
  ]

  private func boxes(_ layout: Layout) -> [PixelRect] {
    var boxes = Furniture.allCases.compactMap(layout.box)
    boxes += [layout.frame, layout.latitudeLabels, layout.longitudeLabels].compactMap(\.self)
    boxes += [layout.upperBanner, layout.lowerBanner].compactMap(\.self)
    return boxes
  }

  private func check(_ layout: Layout, _ note: String) {
    let boxes = boxes(layout)
    #expect(!layout.frame.isEmpty, "\(note)")
    for (index, box) in boxes.enumerated() {
      #expect(
        box.x >= 0 && box.y >= 0 && box.maxX <= layout.pictureWidth && box.maxY <= layout.pictureHeight,
        "\(box) leaves \(layout.pictureWidth)x\(layout.pictureHeight) \(note)")
      for other in boxes[(index + 1)...] {
        #expect(box.intersection(other).isEmpty, "\(box) meets \(other) \(note)")
      }
    }
  }

  private func randomKey(_ random: inout SeededGenerator) -> MapKey? {
    guard Bool.random(using: &random) else { return nil }
    return MapKeyTests.key(&random)
  }

  private func randomClock(_ random: inout SeededGenerator) -> ClockFace {
    ClockFace(
      FilmTimeline(
        span: 0..<Int64.random(in: 1...1 << 40, using: &random), step: Bool.random(using: &random) ? 60_000 : 7))
  }

  private func randomFurniture(_ random: inout SeededGenerator) -> Set<Furniture> {
    Bool.random(using: &random)
      ? Set(Furniture.allCases) : Set(Furniture.allCases.filter { _ in Bool.random(using: &random) })
  }

  @Test("nothing overlaps and nothing leaves the picture, whatever its size")
  func nothingOverlaps() {
    var random = SeededGenerator(seed: LayoutTests.seed)
    for (width, height) in LayoutTests.named {
      for scale in [1.0, 2] {
        let layout = Layout(
          pictureWidth: width, pictureHeight: height, scale: scale, furniture: Set(Furniture.allCases))
        #expect(layout.pictureWidth == width && layout.pictureHeight == height)
        check(layout, "at \(width)x\(height), scale \(scale)")
      }
    }
    for _ in 0..<2000 {
      let width = Int.random(in: 1...4000, using: &random)
      let height = Int.random(in: 1...4000, using: &random)
      let scale = Double(Int.random(in: 1...3, using: &random))
      let furniture = randomFurniture(&random)
      let layout = Layout(
        pictureWidth: width, pictureHeight: height, scale: scale, furniture: furniture, key: randomKey(&random),
        clock: randomClock(&random))
      #expect(layout.pictureWidth == width && layout.pictureHeight == height)
      check(layout, "at \(width)x\(height), scale \(scale), \(furniture.count) of furniture")
    }
  }

  @Test("a picture around a frame keeps the frame's size, and nothing overlaps")
  func aroundAFrame() {
    var random = SeededGenerator(seed: LayoutTests.seed + 1)
    for _ in 0..<1000 {
      let width = Int.random(in: 1...4000, using: &random)
      let height = Int.random(in: 1...4000, using: &random)
      let layout = Layout(
        frameWidth: width, frameHeight: height, furniture: randomFurniture(&random), key: randomKey(&random),
        clock: randomClock(&random))
      #expect(layout.frame.width == width && layout.frame.height == height)
      check(layout, "around \(width)x\(height)")
    }
  }

  /// All furniture of a map; that of a film, too, from 1000 columns on.
  private static func usual(_ width: Int) -> Set<Furniture> {
    Set(Furniture.allCases).subtracting(width < 1_000 ? [.clock, .dateStrip] : [])
  }

  @Test("all furniture stands on pictures from 640 x 360 on")
  func usualSizesDropNothing() {
    for (width, height) in [(640, 360), (1280, 720), (1920, 1080), (1080, 1920), (2048, 2048), (7680, 4320)] {
      let layout = Layout(pictureWidth: width, pictureHeight: height, furniture: LayoutTests.usual(width))
      #expect(layout.dropped.isEmpty, "\(width)x\(height) drops \(layout.dropped)")
    }
  }

  @Test("a key of some rows stands on usual pictures; one of too many goes first, and nothing goes for it")
  func keys() throws {
    let entry = CategoryLegend.Entry(.line(Color(0xFFFFFF), dashes: []), "Marshall Islands")
    for (width, height) in [(640, 360), (1280, 720), (1920, 1080), (3840, 2160), (1080, 1920)] {
      let wanted = LayoutTests.usual(width).subtracting([.legend, .banner])
      let flags = MapKey(lists: [
        CategoryLegend(title: "flag", entries: [CategoryLegend.Entry](repeating: entry, count: 10))
      ])
      let some = Layout(pictureWidth: width, pictureHeight: height, furniture: wanted, key: flags)
      #expect(some.dropped.isEmpty, "\(width)x\(height) drops \(some.dropped)")
      #expect(some.box(.key)?.isEmpty == false)
      let many = MapKey(lists: [
        CategoryLegend(title: "", entries: [CategoryLegend.Entry](repeating: entry, count: 200))
      ])
      let none = Layout(pictureWidth: width, pictureHeight: height, furniture: wanted, key: many)
      #expect(none.dropped == [.key], "\(width)x\(height) drops \(none.dropped)")
    }
  }

  @Test(
    "a small picture gives up furniture in the stated order and keeps at least half its height for the map")
  func dropsInOrder() {
    var last = 0
    for side in stride(from: 600, through: 20, by: -10) {
      let layout = Layout(pictureWidth: side, pictureHeight: side * 3 / 4, furniture: Set(Furniture.allCases))
      #expect(layout.dropped == Array(Furniture.allCases.prefix(layout.dropped.count)))
      #expect(layout.dropped.count >= last)
      #expect(2 * layout.frame.height >= layout.pictureHeight)
      last = layout.dropped.count
    }
    #expect(last == Furniture.allCases.count)
  }

  @Test("margins are equal on all sides")
  func equalMargins() {
    let layout = Layout(pictureWidth: 1920, pictureHeight: 1080, furniture: [.title, .subtitle, .legend])
    #expect(layout.frame.x == 40 && layout.frame.maxX == 1880)
    #expect(layout.box(.title)?.y == 40)
    #expect(layout.box(.legend)?.maxX == 1880)
  }

  @Test("scale 2 on twice the pixels is the same layout, twice as dense")
  func scaleDoubles() {
    let once = Layout(pictureWidth: 1280, pictureHeight: 720, furniture: Set(Furniture.allCases))
    let twice = Layout(pictureWidth: 2560, pictureHeight: 1440, scale: 2, furniture: Set(Furniture.allCases))
    #expect(twice.measures.smallSize == 2 * once.measures.smallSize)
    #expect(abs(twice.frame.x - 2 * once.frame.x) <= 2)
    #expect(abs(twice.frame.height - 2 * once.frame.height) <= 16)
  }
}
