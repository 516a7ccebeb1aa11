import Behaviour
import Geography
import TestSupport
import Testing

@Suite("Files of events")
struct EventWriterTests {
  private static let events: [Event] = (try? SceneSearch(Scene.random(seed: 5)).detection.events) ?? []

  /// The seven decimals of a file, and what a file does not hold of dark rendezvous.
  private static func essence(_ event: Event) -> String {
    let findings = event.findings
    let numbers = [
      findings.medianDistanceInMetres, findings.togetherInHours, findings.impliedSpeedInKnots, findings.confidence,
      findings.longestStayInHours,
    ].map { $0.map { "\(($0 * 10).rounded())" } ?? "-" }
    let place = "\((event.place.latitude * 1e4).rounded()) \((event.place.longitude * 1e4).rounded())"
    let vessels = event.vessels.map { "\($0.mmsi ?? 0) \($0.name) \($0.imo ?? 0) \($0.type) \($0.draughtAfter ?? 0)" }
    return "\(event.kind) \(event.id) \(event.start) \(event.end) \(place) \(numbers) \(vessels) \(findings.reasons)"
  }

  @Test("say what was found, whichever the format: read back, they are the same events")
  func roundTrip() throws {
    #expect(Self.events.count > 20)
    for bytes in [EventWriter.geoJSON(Self.events), EventWriter.csv(Self.events)] {
      let file = try EventReader.read(bytes: bytes, path: "e")
      #expect(file.ledger.rejections.isEmpty)
      #expect(file.events.map(Self.essence) == Self.events.map(Self.essence))
    }
  }

  @Test("are recognised by their beginning, and positions are not")
  func recognised() {
    #expect(EventReader.recognises(EventWriter.geoJSON(Self.events)))
    #expect(EventReader.recognises(EventWriter.csv(Self.events)))
    for header in [
      "MMSI,BaseDateTime,LAT,LON", "mmsi,time,lat,lon,start", "# Timestamp,Type of mobile,MMSI,Latitude,Longitude",
    ] { #expect(!EventReader.recognises(Array((header + "\n").utf8))) }
    #expect(!EventReader.recognises([]))
    // Positions that say when a voyage began, a word that is no member, and an archive with events stored in it.
    for text in [
      "{\"mmsi\":1,\"time\":2,\"start\":3,\"lat\":4,\"lon\":5}", "{\"event\":\"start\"}",
      "PK\u{3}\u{4}type,start,end,latitude,longitude\n",
    ] { #expect(!EventReader.recognises(Array(text.utf8)), "\(text)") }
  }

  @Test("cut short anywhere are read as far as they go or refused with a sentence")
  func prefixes() {
    for bytes in [EventWriter.geoJSON(Array(Self.events.prefix(3))), EventWriter.csv(Array(Self.events.prefix(3)))] {
      for length in 0..<bytes.count {
        do throws(BehaviourError) {
          let file = try EventReader.read(bytes: Array(bytes[..<length]), path: "e")
          #expect(file.events.count <= 3)
        } catch {
          #expect(error.description.hasPrefix("e"))
        }
      }
    }
  }

  @Test("with bytes changed at random never end the program", arguments: 1...20 as ClosedRange<UInt64>)
  func mutations(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for original in [EventWriter.geoJSON(Array(Self.events.prefix(5))), EventWriter.csv(Array(Self.events.prefix(5)))] {
      for _ in 0..<20 {
        var bytes = original
        for _ in 0..<Int.random(in: 1...12, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        _ = try? EventReader.read(bytes: bytes, path: "e")
        _ = try? Watchlist.read(bytes, path: "w")
        _ = try? PortList.read(bytes: bytes, path: "p")
      }
    }
  }

  @Test("cut the line of a gap and the area of a rendezvous at 180 degrees")
  func antimeridian() throws {
    let scene = Scene.random(seed: 7, cases: [.darkAcrossAntimeridian])
    let events = try SceneSearch(scene).detection.events
    let text = String(decoding: EventWriter.geoJSON(events), as: UTF8.self)
    #expect(text.contains("MultiPolygon"))
    let read = try EventReader.read(bytes: Array(text.utf8), path: "e").events
    let pairs = zip(read, events).filter { $0.0.kind == .darkRendezvous }
    #expect(!pairs.isEmpty)
    for (one, other) in pairs { #expect(abs(one.place.longitude - other.place.longitude) < 1e-5) }
  }
}
