/// A text as somebody's transmitter sent it, made fit to be shown.
///
/// Control characters and marks that turn the direction of writing are dropped, so that no name can make another line or
/// swap what stands beside it; what stands for "not available" is empty.
package struct SaidText {
  /// The text; empty where nothing is said.
  package let text: String

  /// The text of a field, cut to so many characters.
  package init(_ bytes: [UInt8], limit: Int = 64) {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    let isPlain = bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isPlain {
      kept = bytes
    } else {
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !Self.isDropped(scalar) {
        kept.append(contentsOf: String(scalar).utf8)
      }
    }
    // An at sign ends a text of AIS (ITU-R M.1371): what follows is filler, or rest of an older text.
    if let end = kept.firstIndex(of: UInt8(ascii: "@")) { kept.removeLast(kept.count - end) }
    guard let last = kept.lastIndex(where: { $0 != 0x20 }), let first = kept.firstIndex(where: { $0 != 0x20 })
    else {
      text = ""
      return
    }
    let scalars = String(decoding: kept[first...last], as: UTF8.self).unicodeScalars.prefix(limit)
    let whole = String(String.UnicodeScalarView(scalars))
    // Nearly all texts have another length than these.
    let count = whole.utf8.count
    let saysNothing =
      (count == 7 && whole.lowercased() == "unknown") || (count == 9 && whole.lowercased() == "undefined")
    text = saysNothing ? "" : whole
  }

  /// A text of whatever origin as it may be shown: without what is dropped here.
  package static func shown(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !isDropped($0) }))
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }
}
