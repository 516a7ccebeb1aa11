/// The small print below a map, set so that the basemap's attribution is never cut.
package struct SourceLines {
  /// Where the data come from.
  package var sources: String
  /// What the basemap's licence asks for; empty for none.
  package var attribution: String
  /// How the picture must not be misread.
  package var caveat: String

  /// The texts, each empty for none.
  package init(sources: String, attribution: String, caveat: String) {
    self.sources = sources
    self.attribution = attribution
    self.caveat = caveat
  }

  /// The lines of at most `count` rows of a width in pixels.
  ///
  /// All of it, smaller by up to a fifth where it must be. Where even that does not fit, the sources are cut to one
  /// row with the attribution, and the caveat has the others.
  package func set(_ style: TextStyle, width: Double, count: Int) -> [TextLine] {
    let all = [sources, attribution].filter { !$0.isEmpty }.joined(separator: " ")
    for share in [1, 0.92, 0.86, 0.8] {
      let smaller = style.resized(to: style.size * share)
      let lines = [all, caveat].flatMap {
        TextLine.wrapped($0, smaller, width: width, lines: count + 1)
      }
      if lines.count <= count { return lines }
    }
    let smallest = style.resized(to: style.size * 0.8)
    let credits = cutCredits(smallest, width: width, count: caveat.isEmpty ? count : 1)
    let rest = max(count - credits.count, 0)
    return credits + TextLine.wrapped(caveat, smallest, width: width, lines: rest)
  }

  /// Sources that end with an ellipsis and the whole attribution behind them.
  private func cutCredits(_ style: TextStyle, width: Double, count: Int) -> [TextLine] {
    guard !attribution.isEmpty else { return TextLine.wrapped(sources, style, width: width, lines: count) }
    let whole = TextLine.wrapped(attribution, style, width: width, lines: 1)
    if count > 1 { return TextLine.wrapped(sources, style, width: width, lines: count - 1) + whole }
    let room = width - TextLine(" " + attribution, style).width - 0.1 * style.size
    guard room > 8 * style.size, let cut = TextLine.fitted(sources, style, width: room, least: 1) else {
      return whole
    }
    return [TextLine(cut.text + " " + attribution, style)]
  }
}
