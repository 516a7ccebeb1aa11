import Behaviour
import Cartography
import Geography
import Raster
import Testing

@Suite("Ticker of a film")
struct FilmTickerTests {
  private let hour = FilmScene.hour
  private let film = FilmScene(hours: 26, events: 60)
  private var composer: MapComposer { film.composer(width: 1280, height: 720) }
  private var instants: [Int64] { (0..<160).map { film.timeline.span.lowerBound + $0 * 600_000 } }

  @Test("nothing of the future is told: with another future the panel is the same")
  func noFuture() {
    let composer = composer
    let ticker = film.ticker(composer)
    for instant in instants {
      let changed = film.events.filter { $0.event.start <= instant }.map { number, event in
        var event = event
        if event.end > instant {
          event.end = instant + 1 + (event.end - instant) * 3
          event.findings = EventFindings()
          event.findings.minimumDistanceInMetres = 7
          event.reappearance = Coordinate(latitude: 1, longitude: 1)
          if event.kind == .darkRendezvous { event.place = Coordinate(latitude: 2, longitude: 2) }
        }
        return (number: number, event: event)
      }
      let other = FilmTicker(
        events: changed, linger: hour, measures: composer.layout.measures, theme: composer.theme)
      let told = ticker.setting(at: instant, width: 234, height: 500).texts
      #expect(told == other.setting(at: instant, width: 234, height: 500).texts)
      #expect(told.contains { $0.hasSuffix(" so far") })
    }
  }

  @Test("current events come first, the newest uppermost, and those without room are counted")
  func order() {
    let composer = composer
    let ticker = film.ticker(composer)
    var (omitted, filled) = (0, 0)
    for instant in instants {
      let current = film.events.filter { $0.event.start <= instant && instant < $0.event.end + hour }
        .sorted { ($0.event.start, $0.number) > ($1.event.start, $1.number) }.map(\.number)
      #expect(ticker.current(at: instant) == current)
      let setting = ticker.setting(at: instant, width: 234, height: 500)
      let numbers = setting.texts.compactMap { Int($0) }
      #expect(Array(numbers.prefix(current.count)) == Array(current.prefix(numbers.count)))
      #expect(setting.omitted == max(current.count - numbers.count, 0))
      #expect(setting.texts.contains("and \(setting.omitted) more") == (setting.omitted > 0))
      omitted += setting.omitted > 0 ? 1 : 0
      // Between events the last that ended stand there.
      filled += numbers.count > current.count ? 1 : 0
    }
    #expect(omitted > 10 && filled > 10)
  }

  @Test("before the first event the panel says so, and a running event is told in its words")
  func words() {
    let composer = composer
    let start = FilmScene.begin + hour
    let event = Event(
      kind: .encounter, id: "e", start: start, end: start + 3 * hour, place: Coordinate(latitude: 34.5, longitude: 127),
      vessels: [EventVessel(mmsi: 538_000_001, name: "SEA HORSE")])
    let ticker = FilmTicker(
      events: [(7, event)], linger: hour, measures: composer.layout.measures, theme: composer.theme)
    func texts(_ instant: Int64) -> [String] { ticker.setting(at: instant, width: 300, height: 500).texts }
    #expect(texts(start - 1) == ["Events", "none so far"])
    #expect(
      texts(start + 80 * 60_000).prefix(5) == [
        "Events", "1 so far", "7", "Encounter, 1 h 20 min so far", "since 10:40 UTC",
      ])
    #expect(texts(start).contains("Encounter"))
    #expect(texts(start + 3 * hour).contains("Encounter, 3 h"))
    #expect(texts(start + 99 * hour).contains("14 Sep 2018 10:40 – 13:40 UTC"))
  }

  @Test("instants of one key have one picture, those of another have another; most of a film shares keys")
  func keys() throws {
    let film = FilmScene(hours: 26, events: 12)
    let composer = film.composer(width: 1280, height: 720)
    let ticker = film.ticker(composer)
    let box = try #require(composer.layout.box(.panel))
    var pictures: [FilmTicker.Key: [String]] = [:]
    var shared = 0
    for step in 0..<600 {
      let instant = FilmScene.begin + Int64(step) * 47_000
      let texts = ticker.setting(at: instant, width: box.width, height: box.height).texts
      let key = ticker.key(at: instant)
      if let known = pictures[key] {
        shared += 1
        #expect(known == texts)
      }
      pictures[key] = texts
    }
    #expect(shared > 50)
    #expect(ticker.key(at: FilmScene.begin) != ticker.key(at: FilmScene.begin + 5 * hour))
  }

  @Test("letters stay in the box and do not overlap, and nothing outside is touched")
  func box() {
    for (width, height) in [(1280, 720), (640, 360), (1080, 1920)] {
      let composer = film.composer(width: width, height: height)
      guard let box = composer.layout.box(.panel) else { continue }
      let ticker = film.ticker(composer)
      for step in stride(from: 0, to: 160, by: 13) {
        let instant = FilmScene.begin + Int64(step) * 600_000
        let lines = ticker.setting(at: instant, width: box.width, height: box.height).lineBoxes
        for (index, line) in lines.enumerated() {
          #expect(line.low.x >= 0 && line.high.x <= Double(box.width) && line.high.y <= Double(box.height))
          for other in lines[(index + 1)...] {
            #expect(
              line.low.x >= other.high.x || other.low.x >= line.high.x || line.low.y >= other.high.y
                || other.low.y >= line.high.y)
          }
        }
        let noise = Color(0x8040C0)
        var picture = Pixmap(width: width, height: height, background: noise)
        let before = picture.encodedRGB(rows: 0..<height)
        ticker.draw(at: instant, on: &picture, in: box)
        picture.fillRect(box, color: noise)
        let isUntouched = picture.encodedRGB(rows: 0..<height) == before
        #expect(isUntouched)
      }
    }
  }
}
