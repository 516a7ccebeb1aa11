import Cartography
import Testing

@Suite("Small print")
struct SourceLinesTests {
  private let style = TextStyle(.regular, size: 12)

  @Test("what fits stands whole; what is a little too long stands whole and smaller")
  func wholeText() {
    let lines = SourceLines(
      sources: "AIS: a sample.", attribution: "Basemap: Natural Earth.", caveat: "Careful.")
    let set = lines.set(style, width: 400, count: 3)
    #expect(set.map(\.text) == ["AIS: a sample. Basemap: Natural Earth.", "Careful."])
    #expect(set.allSatisfy { $0.style.size == 12 })
    let narrow = lines.set(style, width: set[0].width * 0.9, count: 2)
    #expect(narrow.map(\.text) == set.map(\.text) && narrow[0].style.size < 12)
  }

  @Test("the basemap's attribution is never cut while its own row holds it", arguments: [1, 2, 3, 4])
  func attributionStays(count: Int) {
    let endless = String(repeating: "AIS of many stations. ", count: 60)
    for sources in ["", endless] {
      for caveat in ["", endless] {
        let lines = SourceLines(
          sources: sources, attribution: "Basemap: © OpenStreetMap contributors.", caveat: caveat)
        let set = lines.set(style, width: 260, count: count)
        #expect(set.count <= count && set.allSatisfy { $0.width <= 260 })
        #expect(set.contains { $0.text.hasSuffix("Basemap: © OpenStreetMap contributors.") })
      }
    }
  }
}
