import Behaviour
import Cartography
import Geography
import Raster
import TestSupport
import Testing

@Suite("Clock and date strip")
struct FilmFurnitureTests {
  private static let sizes = [(1280, 720), (1920, 1080), (640, 360), (1080, 1920), (1080, 1080), (3840, 2160)]

  /// The columns of a box in which two pictures differ.
  private func columns(_ one: Pixmap, _ other: Pixmap, in box: PixelRect) -> Set<Int> {
    let (a, b) = (one.encodedRGB(rows: box.y..<box.maxY), other.encodedRGB(rows: box.y..<box.maxY))
    var columns: Set<Int> = []
    for row in 0..<box.height {
      for x in box.x..<box.maxX where !columns.contains(x) {
        let place = (row * one.width + x) * 3
        if a[place] != b[place] || a[place + 1] != b[place + 1] || a[place + 2] != b[place + 2] { columns.insert(x) }
      }
    }
    return columns
  }

  @Test("the whole picture is the golden one")
  func golden() {
    let film = FilmScene(hours: 26, events: 9)
    let composer = film.composer(width: 520, height: 380)
    #expect(composer.notes.isEmpty)
    let scene = MapScene(basemap: Basemap(for: composer.viewport))
    let frame = composer.layout.frame
    var picture = composer.paper(scene)
    picture.copy(composer.ground(scene), x: frame.x, y: frame.y)
    let instant = FilmScene.begin + 14 * FilmScene.hour
    let furniture = film.furniture(composer, window: 6 * FilmScene.hour)
    furniture.drawClock(at: instant, on: &picture)
    furniture.drawStrip(at: instant, on: &picture)
    if let box = composer.layout.box(.panel) { film.ticker(composer).draw(at: instant, on: &picture, in: box) }
    let difference = GoldenPicture("film-furniture").difference(
      from: picture.encodedRGBA(rows: 0..<380), width: 520, height: 380)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("films of usual sizes have clock, strip and panel, and no other picture has", arguments: sizes)
  func usualSizes(width: Int, height: Int) {
    let composer = FilmScene(hours: 26, events: 9).composer(width: width, height: height)
    #expect(composer.notes.isEmpty, "\(composer.notes)")
    for furniture in [Furniture.clock, .dateStrip, .panel, .title] {
      #expect(composer.layout.box(furniture)?.isEmpty == false, "\(furniture)")
    }
    let map = MapComposer(
      fitting: BoundingBox(west: 1, south: 1, east: 2, north: 2), pictureWidth: width, pictureHeight: height,
      theme: .dark, words: MapWords(), legends: MapLegends())
    #expect(map.layout.box(.clock) == nil && map.layout.box(.dateStrip) == nil)
  }

  @Test("the clock stands on the title's baseline and ends where the map's paper does")
  func clockPlace() throws {
    for (width, height) in Self.sizes {
      let layout = FilmScene(hours: 26, events: 9).composer(width: width, height: height).layout
      let (clock, title) = (try #require(layout.box(.clock)), try #require(layout.box(.title)))
      #expect(clock.maxX == layout.pictureWidth - layout.frame.x)
      #expect(title.maxX < clock.x && clock.height > title.height)
      // Both boxes reach from a capital's top to the lowest tail, of which the em is one share.
      let tails = Double(clock.maxY - title.maxY)
      #expect(tails >= 0 && tails <= 0.25 * 0.35 * layout.measures.titleSize + 1)
    }
  }

  @Test("no figure moves another: each place of the clock has columns of its own")
  func figuresStay() throws {
    let film = FilmScene(hours: 24 * 500, events: 0, step: 20_000)
    let composer = film.composer(width: 1280, height: 720)
    let furniture = film.furniture(composer)
    let box = try #require(composer.layout.box(.clock))
    func picture(_ text: String) -> Pixmap {
      var picture = Pixmap(width: 1280, height: 720, background: Theme.dark.page)
      let date = text.split(separator: " ").map { Int64($0) ?? 0 }
      let instant = date[0] * 86_400_000 + date[1] * 3_600_000 + date[2] * 60_000 + date[3] * 1_000
      furniture.drawClock(at: instant, on: &picture)
      return picture
    }
    // Day 18 085 is 8 July 2019; the others differ from it in one place: days, month, year, hours, minutes, seconds.
    let first = picture("18085 03 04 05")
    let places = [
      ["18095", "18105"].map { "\($0) 03 04 05" },
      ["18081", "18082", "18083", "18084", "18086"].map { "\($0) 03 04 05" },
      ["18055", "18116", "18147", "18177"].map { "\($0) 03 04 05" }, ["18451"].map { "\($0) 03 04 05" },
      ["01", "02", "04", "09"].map { "18085 \($0) 04 05" }, ["13"].map { "18085 \($0) 04 05" },
      ["01", "02", "07"].map { "18085 03 \($0) 05" }, ["14", "24", "54"].map { "18085 03 \($0) 05" },
      ["00", "01", "09"].map { "18085 03 04 \($0)" }, ["15", "35", "45"].map { "18085 03 04 \($0)" },
    ].map { texts in
      texts.reduce(into: Set<Int>()) { $0.formUnion(columns(first, picture($1), in: box)) }
    }
    for (index, place) in places.enumerated() {
      #expect(!place.isEmpty, "place \(index)")
      for other in places[(index + 1)...] { #expect(place.isDisjoint(with: other)) }
    }
    // What stands behind the last figure is the zone, which never changes.
    let last = places.flatMap { $0 }.max() ?? 0
    #expect(last < box.maxX - Int(2 * composer.layout.measures.titleSize))
  }

  @Test("at the begin nothing has passed, in the middle half has, at the end all")
  func progress() throws {
    let film = FilmScene(hours: 26, events: 0)
    for theme in Theme.all {
      let composer = film.composer(width: 1280, height: 720, theme: theme)
      let furniture = film.furniture(composer)
      let box = try #require(composer.layout.box(.dateStrip))
      func picture(_ hours: Int64) -> Pixmap {
        var picture = Pixmap(width: 1280, height: 720, background: theme.page)
        furniture.drawStrip(at: FilmScene.begin + hours * FilmScene.hour, on: &picture)
        return picture
      }
      let (begin, middle, end) = (picture(0), picture(13), picture(26))
      #expect(columns(picture(-5), begin, in: box).isEmpty && columns(picture(99), end, in: box).isEmpty)
      let (passed, left) = (columns(begin, middle, in: box), columns(middle, end, in: box))
      let knob = 10
      #expect(abs((passed.max() ?? 0) - (left.min() ?? 0)) <= 2 * knob)
      #expect(abs((passed.max() ?? 0) - (box.x + box.width / 2)) <= knob)
      #expect((passed.min() ?? 0) <= box.x + knob && (left.max() ?? 0) >= box.maxX - knob)
    }
  }

  @Test("drawn anew over any frame it is the same, and nothing outside its boxes is touched", arguments: sizes)
  func repaint(width: Int, height: Int) {
    let film = FilmScene(hours: 26, events: 12)
    let composer = film.composer(width: width, height: height)
    let furniture = film.furniture(composer, window: 3 * FilmScene.hour)
    let boxes = [composer.layout.box(.clock), composer.layout.box(.dateStrip)].compactMap(\.self)
    #expect(boxes.count == 2 && furniture.dynamicBoxes.count == 2)
    let noise = Color(0x8040C0)
    func draw(_ hours: Int64, _ picture: inout Pixmap) {
      furniture.drawClock(at: FilmScene.begin + hours * FilmScene.hour, on: &picture)
      furniture.drawStrip(at: FilmScene.begin + hours * FilmScene.hour, on: &picture)
    }
    func bytes(_ picture: Pixmap) -> [UInt8] { picture.encodedRGBA(rows: 0..<height) }
    var fresh = Pixmap(width: width, height: height, background: noise)
    draw(0, &fresh)
    var outside = fresh
    for box in boxes { outside.fillRect(box, color: noise) }
    // A plain truth: two pictures' difference in bytes would be told for minutes.
    let isUntouched = bytes(outside) == bytes(Pixmap(width: width, height: height, background: noise))
    #expect(isUntouched)
    for hours in [Int64(26), 13, 1] {
      var again = fresh
      draw(hours, &again)
      // From one frame to the next only the moving boxes change.
      var still = again
      for box in furniture.dynamicBoxes {
        var part = Pixmap(width: box.width, height: box.height)
        part.copy(fresh, x: -box.x, y: -box.y)
        still.copy(part, x: box.x, y: box.y)
      }
      let isStill = bytes(still) == bytes(fresh)
      #expect(isStill, "\(hours) h")
      draw(0, &again)
      let isSame = bytes(again) == bytes(fresh)
      #expect(isSame, "\(hours) h")
    }
  }

  @Test("a layout without room has no clock and no strip, and drawing them draws nothing")
  func tooSmall() {
    let film = FilmScene(hours: 26, events: 3)
    let composer = film.composer(width: 90, height: 60)
    let furniture = film.furniture(composer)
    #expect(furniture.dynamicBoxes.isEmpty && composer.notes.first?.contains("the clock") == true)
    var picture = Pixmap(width: 90, height: 60, background: Color(0x8040C0))
    let before = picture.encodedRGB(rows: 0..<60)
    furniture.drawClock(at: FilmScene.begin, on: &picture)
    furniture.drawStrip(at: FilmScene.begin, on: &picture)
    let isUntouched = picture.encodedRGB(rows: 0..<60) == before
    #expect(isUntouched)
  }
}
