import Cartography
import Geography

extension TextMap {
  /// The map with its frame, degrees on the edges, and a key.
  func lines(_ style: PlainTextStyle) -> [String] {
    let signs = style.densityLevels
    let levels = levels(signs.count)
    let (corner, across, up) = style.isASCII ? ("++++", "-", "|") : ("┌┐└┘", "─", "│")
    let corners = Array(corner)
    let (tickBelow, tickLeft) = style.isASCII ? ("+", "+") : ("┬", "┤")
    let blank = String(repeating: " ", count: TextMap.furniture - 2)
    var lines = [blank + String(corners[0]) + String(repeating: across, count: columns) + String(corners[1])]
    let north = latitudeTicks()
    for row in 0..<rows {
      var line = ""
      for column in 0..<columns {
        let cell = row * columns + column
        let count = positions[cell]
        if count > 0 {
          // Few levels begin with the faintest sign and end with the strongest.
          let level = (levels.lastIndex { $0 <= count } ?? 0)
          line.append(signs[Self.sign(level, of: levels.count, among: signs.count)])
        } else {
          line.append(isLand[cell] ? style.land : " ")
        }
      }
      let label = north[row].map { style.shown($0) } ?? ""
      let left = String(repeating: " ", count: max(TextMap.furniture - 3 - label.count, 0)) + label + " "
      lines.append(left + (label.isEmpty ? up : tickLeft) + line + up)
    }
    var below = [Character](repeating: Character(across), count: columns)
    var labels = [Character](repeating: " ", count: TextMap.furniture + columns)
    for (column, label) in longitudeTicks() {
      let label = Array(style.shown(label))
      let start = TextMap.furniture - 1 + column - label.count / 2
      guard start >= 0, start + label.count <= labels.count else { continue }
      below[column] = Character(tickBelow)
      for (index, letter) in label.enumerated() { labels[start + index] = letter }
    }
    lines.append(blank + String(corners[2]) + String(below) + String(corners[3]))
    while labels.last == " " { labels.removeLast() }
    lines.append(String(labels))
    return lines + key(style, levels)
  }

  private static func sign(_ level: Int, of levels: Int, among signs: Int) -> Int {
    levels > 1 ? level * (signs - 1) / (levels - 1) : signs - 1
  }

  private func key(_ style: PlainTextStyle, _ levels: [Int]) -> [String] {
    let signs = style.densityLevels
    var pieces = levels.enumerated().map { level, count in
      "\(signs[Self.sign(level, of: levels.count, among: signs.count)]) \(DateText.grouped(count))"
    }
    if let last = pieces.popLast() { pieces.append(last + " or more positions") }
    if isLand.contains(true) { pieces.append("\(style.land) land (\(landSource))") }
    var lines = style.wrapped("", pieces, separator: "  ")
    if outside > 0 {
      let all = outside + positions.reduce(0, +)
      lines += style.wrapped(
        "", "\(CountText.of(outside, "position")) outside the map (\(ShareText.of(outside, all)))")
    }
    return lines
  }

  /// Labels of latitudes by row.
  private func latitudeTicks() -> [Int: String] {
    let step = Self.step(box.north - box.south, most: Double(rows) / 4)
    var ticks: [Int: String] = [:]
    let first = Int((box.south * 600 / Double(step)).rounded(.up))
    let last = Int((box.north * 600 / Double(step)).rounded(.down))
    guard first <= last else { return [:] }
    let height = Double(viewport.height) / Double(rows)
    for tick in first...last {
      let y = viewport.grid.pixelY(worldY: WebMercator.y(latitude: Double(tick * step) / 600)) - Double(viewport.y)
      let row = Int((y / height).rounded(.down))
      // Towards the poles round latitudes draw apart, and towards the equator together.
      guard (0..<rows).contains(row), ticks[row - 1] == nil, ticks[row + 1] == nil else { continue }
      ticks[row] = DegreeText.label(tenthsOfMinute: tick * step, axis: .latitude)
    }
    return ticks
  }

  /// Columns and labels of longitudes from the west.
  private func longitudeTicks() -> [(column: Int, label: String)] {
    let degrees = Double(viewport.width) / viewport.grid.worldWidthInPixels * 360
    let step = Self.step(degrees, most: Double(columns) / 14)
    let first = Int((box.west * 600 / Double(step)).rounded(.up))
    let last = Int(((box.west + degrees) * 600 / Double(step)).rounded(.down))
    guard first <= last else { return [] }
    return (first...last).compactMap { tick in
      let share = (Double(tick * step) / 600 - box.west) / degrees
      let column = Int(share * Double(columns))
      guard (0..<columns).contains(column) else { return nil }
      return (column, DegreeText.label(tenthsOfMinute: tick * step, axis: .longitude))
    }
  }

  /// The smallest round step, in tenths of a minute, of which so many degrees have no more than so many.
  private static func step(_ degrees: Double, most: Double) -> Int {
    let minutes = [1, 2, 5, 10, 20, 50, 100, 150, 200, 300]
    let steps = minutes + [1, 2, 5, 10, 15, 20, 30, 45, 60, 90].map { $0 * 600 }
    return steps.first { degrees * 600 / Double($0) <= most } ?? 54_000
  }
}
