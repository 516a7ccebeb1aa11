import Behaviour
import Cartography
import Geography
import Raster
import Testing

@Suite("Parts of a film's frames")
struct FilmFrameTests {
  private static let box = BoundingBox(west: 124.5, south: 33.5, east: 130.5, north: 36)

  private func words() -> MapWords {
    var words = MapWords()
    words.title = "Ships off Busan"
    words.timeRange = "14 Sep 2018 09:40 – 21:10 UTC"
    words.caveat = "Where no report came, a ship was not observed."
    return words
  }

  private func scene(_ composer: MapComposer) -> MapScene {
    var scene = MapScene(basemap: Basemap(for: composer.viewport))
    scene.labelling = MapLabelling()
    scene.labelling?.places = PlaceTable.embedded.places
    scene.locator = LocatorGlobe(for: composer.viewport)
    return scene
  }

  @Test(
    "ground and overlay on the paper are the composed picture of what stays", arguments: ["dark", "light", "print"])
  func parts(name: String) throws {
    let theme = try #require(Theme.all.first { $0.name == name })
    let composer = MapComposer(
      fitting: Self.box, pictureWidth: 800, pictureHeight: 500, theme: theme, words: words(), legends: MapLegends())
    let scene = scene(composer)
    let frame = composer.layout.frame
    let ground = composer.ground(scene)
    #expect(ground.width == frame.width && ground.height == frame.height)
    let overlay = composer.overlay(scene, on: ground)
    var picture = composer.paper(scene)
    picture.copy(ground, x: frame.x, y: frame.y)
    picture.lay(overlay, x: frame.x, y: frame.y)
    let made = picture.encodedRGB(rows: 0..<500)
    let whole = composer.compose(scene).encodedRGB(rows: 0..<500)
    let inks = overlay.encodedRGBA(rows: 0..<frame.height)
    var named = 0
    for y in 0..<500 {
      for x in 0..<800 {
        let isInside = x >= frame.x && x < frame.maxX && y >= frame.y && y < frame.maxY
        let hasName = isInside && inks[((y - frame.y) * frame.width + x - frame.x) * 4 + 3] > 0
        named += hasName ? 1 : 0
        // Layers laid over one another before they are laid on the ground round once more.
        let difference = (0..<3).map { abs(Int(made[(y * 800 + x) * 3 + $0]) - Int(whole[(y * 800 + x) * 3 + $0])) }
        #expect((difference.max() ?? 0) <= (hasName ? 1 : 0), "pixel \(x), \(y)")
      }
    }
    #expect(named > 2_000)
  }

  @Test("the overlay holds no number, vessel or silence, and is empty without names")
  func overlayIsStill() {
    let composer = MapComposer(
      fitting: Self.box, pictureWidth: 800, pictureHeight: 500, theme: .dark, words: words(), legends: MapLegends())
    var scene = scene(composer)
    let ground = composer.ground(scene)
    let names = composer.overlay(scene, on: ground).encodedRGBA(rows: 0..<ground.height)
    scene.events = EventLayer(events: [
      Event(kind: .encounter, id: "e", start: 0, end: 1, place: Coordinate(latitude: 35, longitude: 127))
    ])
    scene.labelling?.numbers = [0: 1]
    let isSame = composer.overlay(scene, on: ground).encodedRGBA(rows: 0..<ground.height) == names
    #expect(isSame)
    scene.labelling = nil
    scene.inset = nil
    let none = composer.overlay(scene, on: ground).encodedRGBA(rows: 0..<ground.height)
    #expect(none.allSatisfy { $0 == 0 })
  }
}
