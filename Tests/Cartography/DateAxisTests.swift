import Behaviour
import Cartography
import TestSupport
import Testing

@Suite("Axis of a date strip")
struct DateAxisTests {
  private func axis(_ span: Range<Int64>, width: Double, size: Double = 12.5) -> DateAxis {
    DateAxis(
      span, width: width, style: TextStyle(.regular, size: size), strong: TextStyle(.semibold, size: size), spacing: 6)
  }

  private func texts(_ span: Range<Int64>, width: Double) -> [String] {
    axis(span, width: width).ticks.compactMap { $0.label?.line.text }
  }

  @Test("labels never touch and never leave the strip, whatever the film's length and the strip's")
  func labelsApart() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<1_500 {
      let length =
        Int64(
          (60_000 * random.number(0...1) * [60, 3_000, 100_000, 9_000_000][Int.random(in: 0...3, using: &random)])
            .rounded()) + 1
      let start = Int64.random(in: -1_000_000_000_000...4_000_000_000_000, using: &random)
      let width = random.number(1...4_000)
      let axis = axis(start..<start + length, width: width, size: random.number(9...30))
      var (end, last) = (-Double.infinity, -Double.infinity)
      for tick in axis.ticks {
        #expect(tick.x >= 0 && tick.x <= width && tick.x > last, "\(length) ms on \(width)")
        last = tick.x
        guard let label = tick.label else { continue }
        #expect(label.x > end && label.x >= 0 && label.x + label.line.width <= width + 1e-9, "\(length) ms on \(width)")
        end = label.x + label.line.width
      }
    }
  }

  @Test("a film of usual length on a usual strip has some labels and not too many")
  func enough() {
    for hours in [1, 3, 6, 12, 24, 48, 24 * 7, 24 * 30, 24 * 90, 24 * 365, 24 * 3_650] {
      for width in [300.0, 600, 1_200, 1_800] {
        let count = texts(FilmScene.begin..<FilmScene.begin + Int64(hours) * FilmScene.hour, width: width).count
        #expect(count >= 2 && Double(count) <= width / 25, "\(count) for \(hours) h on \(width)")
      }
    }
  }

  @Test("labels stand at round times, and a new day, month or year is told where it begins")
  func words() {
    let hour = FilmScene.hour
    let begin = FilmScene.begin
    #expect(
      texts(begin..<begin + 26 * hour, width: 700) == [
        "12:00", "15:00", "18:00", "21:00", "15 Sep", "03:00", "06:00", "09:00",
      ])
    // No midnight within: the first label tells the day.
    #expect(
      texts(begin..<begin + 2 * hour, width: 400) == ["14 Sep, 10:00", "10:30", "11:00", "11:30"])
    #expect(texts(begin..<begin + 20 * 24 * hour, width: 300) == ["17 Sep", "24 Sep", "1 Oct"])
    #expect(texts(begin..<begin + 200 * 24 * hour, width: 400) == ["Oct", "Nov", "Dec", "2019", "Feb", "Mar", "Apr"])
    #expect(
      texts(begin..<begin + 1_500 * 24 * hour, width: 300) == [
        "2019", "Jul", "2020", "Jul", "2021", "Jul", "2022", "Jul",
      ])
    let day = axis(begin..<begin + 26 * hour, width: 700)
    #expect(day.ticks.filter(\.isStrong).compactMap { $0.label?.line.text } == ["15 Sep"])
    #expect(day.ticks.contains { $0.label == nil })
  }
}
