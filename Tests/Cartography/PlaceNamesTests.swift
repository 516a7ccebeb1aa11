import Cartography
import Geography
import Platform
import Testing

@Suite("Names of places") struct PlaceNamesTests {
  @Test("the program's own typefaces have every letter of every name")
  func drawable() {
    for place in PlaceTable.embedded.places {
      for typeface in [Typeface.regular, .semibold, .italic] {
        #expect(place.name.unicodeScalars.allSatisfy { typeface.letter($0) != nil }, "\(place.name)")
      }
    }
  }

  @Test("at its least zoom a sea's line is as long as its name in 12 points, a quarter of an em between letters")
  func lengths() throws {
    for sea in PlaceTable.embedded.places where sea.kind == .sea {
      let letters = try sea.name.unicodeScalars.map { try #require(Typeface.italic.letter($0)) }
      let advances = letters.reduce(0) { $0 + $1.glyph.advance / $1.unitsPerSize }
      let width = 12 * (advances + 0.25 * Double(letters.count - 1))
      let points = sea.line.map { (WebMercator.x(longitude: $0.longitude), WebMercator.y(latitude: $0.latitude)) }
      let units = zip(points, points.dropFirst()).reduce(0) { sum, pair in
        let (east, south) = (pair.1.0 - pair.0.0, pair.1.1 - pair.0.1)
        return sum + (east * east + south * south).squareRoot()
      }
      let length = units / WebMercator.unitsAcross * 256 * exp2(sea.leastZoom)
      #expect(length > width * 0.999, "\(sea.name): \(length) points for \(width)")
      // A few in polar waters, which the projection blows up, wait longer.
      #expect(length < width * 8, "\(sea.name): \(length) points for \(width)")
    }
  }
}
