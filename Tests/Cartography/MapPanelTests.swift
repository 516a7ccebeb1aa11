import Behaviour
import Cartography
import Geography
import TestSupport
import Testing

@Suite("Table of events")
struct MapPanelTests {
  private func events(_ count: Int, seed: UInt64 = 7) -> [Event] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      let start = Int64.random(in: 0...500, using: &random) * 3_600_000
      var vessel = EventVessel(mmsi: 538_000_000 + UInt32(number), name: "SHIP \(number)")
      vessel.imo = 9_000_000 + UInt32(number)
      return Event(
        kind: EventKind.allCases[number % EventKind.allCases.count], id: "e\(number)", start: start,
        end: start + 7_200_000, place: Coordinate(latitude: 30 + Double(number) / 10, longitude: 125),
        vessels: [vessel, EventVessel(mmsi: 412_000_001)])
    }
  }

  private func measures(_ width: Double, _ height: Double) -> LayoutMeasures {
    LayoutMeasures(pictureWidth: width, pictureHeight: height, scale: 1, hasBanner: false)
  }

  @Test("listed are the kinds that matter most, numbered in the order of time", arguments: [12, 40, 300])
  func numbers(count: Int) {
    let events = events(count)
    let setting = MapPanel(events: events).set(measures(1920, 1080), width: 320, height: 800)
    #expect(!setting.numbers.isEmpty)
    #expect(setting.numbers.count + setting.omitted == count)
    let listed = setting.numbers.sorted { $0.value < $1.value }
    #expect(listed.map(\.value) == Array(1...listed.count))
    for (one, next) in zip(listed, listed.dropFirst()) { #expect(events[one.key].start <= events[next.key].start) }
    // No gap is listed as long as an encounter is not.
    let kinds = Set(listed.map { events[$0.key].kind })
    let encounters = events.indices.filter { events[$0].kind == .encounter }
    if !encounters.allSatisfy({ setting.numbers[$0] != nil }) { #expect(kinds == [.encounter]) }
  }

  @Test(
    "every line stands in the box, and none on another", arguments: [(320, 800), (900, 400), (150, 200), (1800, 300)])
  func inside(width: Int, height: Int) {
    for count in [1, 3, 30] {
      let panel = MapPanel(events: events(count), watched: ["SHIP 1 (Panama): sanctioned", "SHIP 2"])
      let setting = panel.set(measures(1920, 1080), width: width, height: height)
      let boxes = setting.lineBoxes
      for (index, box) in boxes.enumerated() {
        #expect(box.low.x >= 0 && box.high.x <= Double(width) + 0.5 && box.low.y >= 0 && box.high.y <= Double(height))
        for other in boxes[(index + 1)...] {
          let isApart =
            box.high.x <= other.low.x || other.high.x <= box.low.x || box.high.y <= other.low.y + 0.5
            || other.high.y <= box.low.y + 0.5
          #expect(isApart, "\(width)x\(height), \(count) events")
        }
      }
    }
  }

  @Test("an event says number, kind, times, vessels with flag and IMO, place and distance")
  func words() {
    var event = events(1)[0]
    event.kind = .encounter
    event.findings.medianDistanceInMetres = 84.4
    event.place = Coordinate(latitude: 31.705, longitude: -124.8)
    event.vessels[0].isWatchlisted = true
    let setting = MapPanel(events: [event]).set(measures(1920, 1080), width: 420, height: 800)
    let texts = setting.texts
    #expect(texts.contains("1"))
    #expect(texts.contains("Encounter, 2 h"))
    #expect(texts.contains("◊ SHIP 0 (Marshall Islands, IMO 9000000)"))
    #expect(texts.contains("MMSI 412000001 (China)"))
    #expect(texts.contains("31°42.3′N 124°48.0′W"))
    #expect(texts.contains { $0.contains("median 84 m apart") })
    #expect(texts.contains { $0.hasSuffix("UTC") })
  }
}
