import Cartography
import Raster
import TestSupport
import Testing

@Suite("The key to lines and marks")
struct MapKeyTests {
  /// Lists of random length with labels of random length.
  static func key(_ random: inout SeededGenerator) -> MapKey {
    func words(_ most: Int) -> String {
      String(repeating: "harbour ", count: Int.random(in: 0...most, using: &random))
    }
    return MapKey(
      lists: (0..<Int.random(in: 1...3, using: &random)).map { _ in
        CategoryLegend(
          title: words(3),
          entries: (0..<Int.random(in: 0...9, using: &random)).map { number in
            guard number % 2 == 0 else { return CategoryLegend.Entry(.line(Color(0xFF), dashes: [4, 3]), words(4)) }
            var (mark, disc) = (Mark(), Path())
            let radius = random.number(1...40)
            disc.addEllipse(center: Point(x: 0, y: 0), radiusX: radius, radiusY: radius)
            mark.fill(disc, color: Color(0xFF))
            return CategoryLegend.Entry(.mark(mark), words(4))
          })
      })
  }

  @Test("parts do not meet and do not leave the width unless the key says that it does not fit")
  func nothingOverlaps() {
    var random = SeededGenerator(seed: 0x6B65_79)
    var fitting = 0
    for _ in 0..<300 {
      let key = Self.key(&random)
      let width = Int.random(in: 100...2000, using: &random)
      let scale = Double(Int.random(in: 1...2, using: &random))
      let measures = LayoutMeasures(
        pictureWidth: Double(width), pictureHeight: Double(width) * 0.6, scale: scale, hasBanner: false)
      let setting = key.set(measures, scale: scale, width: width)
      for (index, box) in setting.boxes.enumerated() {
        #expect(box.x >= 0 && box.y >= 0 && box.maxY <= setting.height)
        if setting.fits { #expect(box.maxX <= width) }
        for other in setting.boxes[(index + 1)...] { #expect(box.intersection(other).isEmpty) }
      }
      if setting.fits {
        fitting += 1
        #expect(setting.rows <= MapKey.mostRows)
      }
    }
    #expect((50..<300).contains(fitting))
  }

  @Test("a list that has room goes behind the one before, else it begins a row")
  func rows() {
    let entry = CategoryLegend.Entry(.line(Color(0xFF), dashes: []), "tanker")
    let list = CategoryLegend(title: "type", entries: [entry, entry])
    let measures = LayoutMeasures(pictureWidth: 1920, pictureHeight: 1080, scale: 1, hasBanner: false)
    #expect(MapKey(lists: [list, list]).set(measures, scale: 1, width: 1840).rows == 1)
    #expect(MapKey(lists: [list, list]).set(measures, scale: 1, width: 300).rows == 2)
    #expect(MapKey(lists: []).set(measures, scale: 1, width: 300).rows == 0)
  }
}
