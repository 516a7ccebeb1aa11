import Raster

/// Shapes to draw, read from a text file that other renderers' scripts read as well.
///
/// One shape a line, words apart by blanks, `#` begins a remark:
/// `stroke width=5 join=miter cap=butt limit=4 dashes=6,3 offset=0 color=ff5c57 alpha=1 M 10 10 L 20 30 Q … C … Z` or
/// `fill rule=evenodd color=… alpha=… M …`; the first line is `scene WIDTH HEIGHT BACKGROUND`.
package struct InkScene {
  private var lines: [[Substring]] = []

  /// The scene in a file; nil if the file cannot be read.
  package init?(readingFrom file: String) {
    guard let bytes = PAMPicture.bytes(of: file) else { return nil }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      lines.append(line.split(separator: " "))
    }
  }

  /// The scene's picture; nil if the file is not a scene.
  package func draw() -> Pixmap? {
    guard let head = lines.first, head.count == 4, head[0] == "scene", let width = Int(head[1]),
      let height = Int(head[2]), let background = UInt32(head[3], radix: 16)
    else { return nil }
    var pixmap = Pixmap(width: width, height: height, background: Color(background))
    for line in lines.dropFirst() {
      var fields: [Substring: Substring] = [:]
      let words = line.dropFirst().drop { word in
        let parts = word.split(separator: "=", maxSplits: 1)
        if parts.count == 2 { fields[parts[0]] = parts[1] }
        return parts.count == 2
      }
      let path = Self.path(Array(words))
      let color = Color(
        UInt32(fields["color"] ?? "", radix: 16) ?? 0xFFFFFF, alpha: Double(fields["alpha"] ?? "") ?? 1)
      switch line[0] {
      case "fill": pixmap.fill(path, rule: fields["rule"] == "evenodd" ? .evenOdd : .nonZero, color: color)
      case "stroke": pixmap.stroke(path, style: Self.style(fields), color: color)
      default: return nil
      }
    }
    return pixmap
  }

  private static func style(_ fields: [Substring: Substring]) -> StrokeStyle {
    let joins: [Substring: StrokeStyle.Join] = ["miter": .miter, "round": .round, "bevel": .bevel]
    let caps: [Substring: StrokeStyle.Cap] = ["butt": .butt, "round": .round, "square": .square]
    return StrokeStyle(
      width: Double(fields["width"] ?? "") ?? 1, join: joins[fields["join"] ?? ""] ?? .miter,
      cap: caps[fields["cap"] ?? ""] ?? .butt, miterLimit: Double(fields["limit"] ?? "") ?? 4,
      dashes: (fields["dashes"] ?? "").split(separator: ",").compactMap { Double($0) },
      dashOffset: Double(fields["offset"] ?? "") ?? 0)
  }

  private static func path(_ words: [Substring]) -> Path {
    var path = Path()
    var index = 0
    func point(_ at: Int) -> Point {
      Point(x: Double(words[index + 1 + 2 * at]) ?? .nan, y: Double(words[index + 2 + 2 * at]) ?? .nan)
    }
    while index < words.count {
      switch words[index] {
      case "M":
        path.move(to: point(0))
        index += 3
      case "L":
        path.line(to: point(0))
        index += 3
      case "Q":
        path.quad(to: point(1), control: point(0))
        index += 5
      case "C":
        path.cubic(to: point(2), control1: point(0), control2: point(1))
        index += 7
      default:
        path.close()
        index += 1
      }
    }
    return path
  }
}
