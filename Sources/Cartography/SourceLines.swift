/// The small print below a map, set so that the basemap's attribution is never cut.
package struct SourceLines {
  /// Where the data come from.
  package var sources: String
  /// What the basemap's licence asks for; empty for none.
  package var attribution: String
  /// How the picture must not be misread.
  package var caveat: String

  package init(sources: String, attribution: String, caveat: String) {
    self.sources = sources
    self.attribution = attribution
    self.caveat = caveat
  }

  /// The lines of at most `count` rows of a width in pixels.
  ///
  /// All of it, smaller by up to a fifth where it must be. Where even that does not fit, the sources and the caveat
  /// end with an ellipsis; where there is one row, the attribution stands alone.
  package func set(_ style: TextStyle, width: Double, count: Int) -> [TextLine] {
    let credits = [sources, attribution].filter { !$0.isEmpty }.joined(separator: " ")
    for share in [1, 0.92, 0.86, 0.8] {
      let smaller = style.resized(to: style.size * share)
      let lines = [credits, caveat].flatMap {
        TextLine.wrapped($0, smaller, width: width, lines: count + 1)
      }
      if lines.count <= count { return lines }
    }
    let smallest = style.resized(to: style.size * 0.8)
    func one(_ text: String) -> [TextLine] { TextLine.wrapped(text, smallest, width: width, lines: 1) }
    guard !attribution.isEmpty else {
      let kept = caveat.isEmpty ? 0 : 1
      return TextLine.wrapped(sources, smallest, width: width, lines: max(count - kept, 1))
        + (count > 1 ? one(caveat) : [])
    }
    switch count {
    case ...1: return one(attribution)
    case 2: return one(caveat.isEmpty ? sources : caveat) + one(attribution)
    default:
      let rest = TextLine.wrapped(sources, smallest, width: width, lines: count - (caveat.isEmpty ? 1 : 2))
      return rest + one(attribution) + one(caveat)
    }
  }
}
