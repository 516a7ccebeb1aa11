import Behaviour
import Cartography
import Testing

@Suite("Events on a date strip")
struct StripMarksTests {
  private func marks(_ film: FilmScene, width: Double = 1_000, rows: Int = 3) -> StripMarks {
    StripMarks(film.events.map(\.event), span: film.timeline.span, width: width, rows: rows, markWidth: 8)
  }

  @Test("marks of a row never cover one another, and an event with a row to itself takes the lowest")
  func apart() {
    for seed in UInt64(0)..<60 {
      let film = FilmScene(hours: 50, events: 20, seed: seed)
      let marks = marks(film)
      guard !marks.isDense else { continue }
      for row in 0..<3 {
        let starts = marks.places.filter { $0.row == row }.compactMap(\.start)
        for (one, next) in zip(starts, starts.dropFirst()) { #expect(next - one >= 8) }
      }
      #expect(marks.places.first?.row == 0)
    }
    #expect(!marks(FilmScene(hours: 50, events: 12)).isDense)
  }

  @Test("every event that the film meets is there, from its start to its end or as far as the film goes")
  func all() {
    for count in [12, 3_000] {
      let film = FilmScene(hours: 26, events: count)
      let span = film.timeline.span
      let marks = marks(film)
      #expect(marks.isDense == (count > 1_000))
      let met = film.events.filter { $0.event.start < span.upperBound && $0.event.end >= span.lowerBound }
      #expect(Set(marks.places.map(\.event)) == Set(met.map { $0.number - 1 }) && marks.places.count == met.count)
      for place in marks.places {
        let event = film.events[place.event].event
        #expect((place.start == nil) == (event.start < span.lowerBound))
        #expect(place.extent.lowerBound >= 0 && place.extent.upperBound <= 1_000 && (0..<3).contains(place.row))
      }
    }
  }

  @Test("dense events have a row to their kind")
  func families() {
    let film = FilmScene(hours: 26, events: 3_000)
    for rows in 2...3 {
      let rowsOfKinds = marks(film, rows: rows).places.reduce(into: [EventKind: Set<Int>]()) {
        $0[film.events[$1.event].event.kind, default: []].insert($1.row)
      }
      #expect(rowsOfKinds.values.allSatisfy { $0.count == 1 })
      #expect(rowsOfKinds[.encounter] == rowsOfKinds[.darkRendezvous] && rowsOfKinds[.encounter] != rowsOfKinds[.gap])
    }
  }
}
