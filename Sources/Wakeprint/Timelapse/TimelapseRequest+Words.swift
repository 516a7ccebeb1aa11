import Cartography

extension TimelapseRequest {
  /// What each frame shows, for its header.
  var words: String {
    var parts: [String] = []
    if let step { parts.append("a frame every \(DateText.duration(step))") }
    if let trail, trail > 0 { parts.append("trails of \(DateText.duration(trail))") }
    switch density {
    case .window(let length): parts.append("density of the last \(DateText.duration(length))")
    case .cumulative: parts.append("density since the beginning")
    case nil: break
    }
    let text = parts.joined(separator: ", ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// How its frames must not be misread, for the small print.
  var rule: String { trail == nil || isPlain ? "" : "Ships between two positions are interpolated." }
}
