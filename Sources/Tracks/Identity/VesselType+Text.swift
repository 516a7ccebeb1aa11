extension VesselType {
  /// The class that a table's field says, as a number or in words; `unknown` where it says neither. Blanks around it
  /// and the size of letters do not matter, and no text is at fault.
  init(text: UnsafeBufferPointer<UInt8>) {
    var text = text[...]
    while let byte = text.first, byte == 0x20 || byte == 0x09 || byte == 0x0D { text.removeFirst() }
    while let byte = text.last, byte == 0x20 || byte == 0x09 || byte == 0x0D { text.removeLast() }
    guard let first = text.first else {
      self = .unknown
      return
    }
    if first &- 48 <= 9 {
      self = VesselType.number(text).map { VesselType(code: $0) } ?? .unknown
    } else {
      self = VesselType(words: UnsafeBufferPointer(rebasing: text))
    }
  }

  /// A whole number of at most four digits; a fraction of zeros (`70.0`) is let pass.
  private static func number(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var value = 0
    var index = text.startIndex
    while index < text.endIndex, text[index] &- 48 <= 9, index - text.startIndex < 5 {
      value = value * 10 + Int(text[index] - 48)
      index += 1
    }
    guard index - text.startIndex <= 4 else { return nil }
    if index == text.endIndex { return value }
    return text[index] == UInt8(ascii: ".") && text[(index + 1)...].allSatisfy { $0 == 48 } ? value : nil
  }

  /// The class of a description in English: "Cargo", "Law enforcement", "Crude oil tanker".
  ///
  /// The first entry of the table that stands anywhere in the words decides; words of which none is known are `other`.
  init(words: UnsafeBufferPointer<UInt8>) {
    // Danish tables say it of most of their rows.
    if VesselType.find("undefined", in: words) {
      self = .unknown
      return
    }
    for (word, type) in VesselType.words where VesselType.find(word, in: words) {
      self = type
      return
    }
    self = .other
  }

  /// What the words of a description mean; those that narrow others come first.
  private static let words: [(word: StaticString, type: VesselType)] = [
    ("cargo", .cargo), ("tanker", .tanker), ("unknown", .unknown), ("not available", .unknown),
    ("unspecified", .unknown), ("fish", .fishing), ("trawl", .fishing), ("longlin", .fishing), ("seine", .fishing),
    ("law", .government), ("military", .government), ("sar", .government), ("search", .government),
    ("rescue", .government), ("naval", .government), ("patrol", .government), ("police", .government),
    ("port tender", .service), ("pilot", .service), ("dredg", .service), ("diving", .service),
    ("pollution", .service), ("medical", .service), ("supply", .service), ("offshore", .service),
    ("bunker", .tanker), ("tank", .tanker), ("tug", .tug), ("tow", .tug), ("hsc", .highSpeed),
    ("high speed", .highSpeed), ("high-speed", .highSpeed), ("wig", .highSpeed), ("wing", .highSpeed),
    ("passenger", .passenger), ("ferry", .passenger), ("cruise", .passenger), ("sail", .pleasure),
    ("pleasure", .pleasure), ("yacht", .pleasure), ("recreation", .pleasure), ("container", .cargo),
    ("bulk", .cargo), ("carrier", .cargo), ("freight", .cargo), ("reefer", .cargo), ("ro-ro", .cargo),
  ]

  /// Whether a word in small ASCII letters stands in a text, at the beginning of one of the text's words.
  static func find(_ word: StaticString, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = word.utf8CodeUnitCount
    guard count <= text.count else { return false }
    for start in 0...(text.count - count) {
      if start > 0, (text[start - 1] | 32) &- 97 < 26 { continue }
      var length = 0
      while length < count, (text[start + length] | 32) == word.utf8Start[length] { length += 1 }
      if length == count { return true }
    }
    return false
  }
}
