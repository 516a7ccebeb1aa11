extension MapPanel.Setting {
  /// Adds lines under a rule.
  mutating func add(_ lines: [(TextLine, Ink)], at place: (x: Int, y: Int), _ own: MapPanel.Measures, indent: Int = 0) {
    rules.append(place)
    for (row, line) in lines.enumerated() {
      self.lines.append(
        Line(
          line: line.0, x: place.x + indent, baseline: place.y + own.gap + own.cap + row * own.pitch, ink: line.1))
    }
  }

  /// Adds an event's mark, number and lines under a rule.
  mutating func add(
    _ entry: Entry, number: Int, ink: Ink, lines: [(TextLine, Ink)], at place: (x: Int, y: Int),
    _ own: MapPanel.Measures
  ) {
    entries.append(entry)
    numbers[entry.event] = number
    self.lines.append(
      Line(
        line: TextLine("\(number)", own.heading), x: place.x, baseline: place.y + own.gap + own.cap, ink: ink))
    add(lines, at: place, own, indent: own.indent)
  }
}
