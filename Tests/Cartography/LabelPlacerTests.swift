import Cartography
import Raster
import TestSupport
import Testing

@Suite("Labels find places")
struct LabelPlacerTests {
  private static let frame = PixelRect(x: 20, y: 30, width: 600, height: 380)
  private static let ink = TextInk(color: Color(0xFFFFFF), halo: Color(0), haloReach: 2)

  private func ground(_ draw: (inout Pixmap) -> Void = { _ in }) -> LabelGround {
    var pixmap = Pixmap(width: 640, height: 440, background: Color(0x0D1522))
    draw(&pixmap)
    return LabelGround(pixmap, frame: Self.frame, grounds: [[Color(0x0D1522)]])
  }

  private func labels(_ random: inout SeededGenerator, count: Int) -> [MapLabel] {
    func place() -> Point { Point(x: random.number(0...640), y: random.number(0...440)) }
    return (0..<count).map { number in
      let name = String(repeating: "Nagoya ", count: 1 + number % 3)
      let anchor: MapLabel.Anchor =
        switch number % 4 {
        case 0: .beside(place(), clearance: 4, leads: number % 8 == 0)
        case 1: .centred(place())
        case 2: .along(place(), place())
        default: .curved((0..<2 + number % 3).map { _ in place() })
        }
      return MapLabel(
        [name], style: TextStyle(.regular, size: random.number(9...15), tracking: number % 4 == 3 ? 0.2 : 0),
        ink: Self.ink, anchor: anchor, priority: number % 5)
    }
  }

  @Test("none overlap, none leave the frame, and the same labels stand at the same places", arguments: 0..<12)
  func nothingOverlaps(seed: UInt64) {
    var random = SeededGenerator(seed: 0x4C61_6265 + seed)
    let wanted = labels(&random, count: 90)
    var placer = LabelPlacer(ground: ground(), scale: 1)
    let mark = LabelBox(around: Point(x: 320, y: 220), halfWidth: 30, halfHeight: 30)
    placer.take([mark])
    let placed = placer.place(wanted)
    #expect(placed.count > 15)
    let frame = LabelBox(Self.frame)
    for (index, label) in placed.enumerated() {
      for box in label.boxes {
        #expect(box.low.x >= frame.low.x && box.high.x <= frame.high.x, "label \(label.number)")
        #expect(box.low.y >= frame.low.y && box.high.y <= frame.high.y, "label \(label.number)")
        #expect(!meets(box, mark))
        for other in placed[(index + 1)...] {
          #expect(!other.boxes.contains { meets($0, box) }, "labels \(label.number) and \(other.number)")
        }
      }
      // The letters are where their boxes say, but for the tips of turned ones.
      if let ink = label.letters.bounds, case .beside = wanted[label.number].anchor {
        #expect(label.boxes[0].low.x <= ink.min.x && label.boxes[0].high.x >= ink.max.x)
        #expect(label.boxes[0].low.y <= ink.min.y)
      }
    }
    var again = LabelPlacer(ground: ground(), scale: 1)
    again.take([mark])
    #expect(again.place(wanted).map(\.letters) == placed.map(\.letters))
  }

  private func meets(_ one: LabelBox, _ other: LabelBox) -> Bool {
    one.low.x < other.high.x && other.low.x < one.high.x && one.low.y < other.high.y && other.low.y < one.high.y
  }

  @Test("the more important of two labels at one place stays beside it, the other is led to it by a line")
  func priority() throws {
    let style = TextStyle(.regular, size: 12)
    let place = Point(x: 300, y: 200)
    func label(_ text: String, _ priority: Int) -> MapLabel {
      MapLabel(
        [text], style: style, ink: Self.ink, anchor: .beside(place, clearance: 5, leads: true), priority: priority)
    }
    var placer = LabelPlacer(ground: ground(), scale: 1)
    // The first labels fill the sides; the last need a line.
    let placed = placer.place((0..<7).map { label("Label number \($0)", 9 - $0) })
    #expect(placed.map(\.number) == [6, 5, 4, 3, 2, 1, 0])
    #expect(placed[0].leader == nil)
    let last = try #require(placed.last?.leader)
    #expect(abs(last.from.x - place.x) <= 6.01 && abs(last.from.y - place.y) <= 6.01)
  }

  @Test("a label goes where the ground is empty")
  func emptiness() {
    let style = TextStyle(.regular, size: 12)
    let place = Point(x: 300, y: 200)
    let label = MapLabel(
      ["Cowes"], style: style, ink: Self.ink, anchor: .beside(place, clearance: 3, leads: false), priority: 0)
    for (side, inked) in [
      (true, PixelRect(x: 301, y: 150, width: 200, height: 100)),
      (false, PixelRect(x: 100, y: 150, width: 199, height: 100)),
    ] {
      var placer = LabelPlacer(
        ground: ground { $0.fillRect(inked, color: Color(0xFF0000)) }, scale: 1)
      let bounds = placer.place([label]).first?.letters.bounds
      #expect(side ? bounds.map { $0.max.x < 300 } == true : bounds.map { $0.min.x > 300 } == true)
    }
  }

  @Test("words that may not stand on ink are left out where there is no other ground")
  func mostInk() {
    var label = MapLabel(
      ["Solent"], style: TextStyle(.italic, size: 14), ink: Self.ink, anchor: .centred(Point(x: 300, y: 200)),
      priority: 0, mostInk: 0.25)
    let covered = ground { $0.fillRect($0.bounds, color: Color(0x00FF00)) }
    var placer = LabelPlacer(ground: covered, scale: 1)
    #expect(placer.place([label]).isEmpty)
    label.mostInk = 1
    #expect(placer.place([label]).count == 1)
  }

  @Test("words along a line or a curve are read from left to right, whichever way it was drawn")
  func readable() throws {
    let style = TextStyle(.regular, size: 12)
    let ends = [Point(x: 100, y: 300), Point(x: 500, y: 120)]
    for anchor in [
      MapLabel.Anchor.along(ends[0], ends[1]), .along(ends[1], ends[0]), .curved(ends), .curved(ends.reversed()),
    ] {
      var placer = LabelPlacer(ground: ground(), scale: 1)
      let label = MapLabel(["LongNarrowMMM"], style: style, ink: Self.ink, anchor: anchor, priority: 0)
      let placed = try #require(placer.place([label]).first)
      // The first letter's outline comes first in the path.
      let points = placed.letters.points
      let (first, last) = (try #require(points.first), try #require(points.last))
      #expect(first.x < last.x, "\(anchor)")
      #expect(first.y > last.y, "\(anchor)")
    }
  }
}
