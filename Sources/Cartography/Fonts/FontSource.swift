/// Where a font's bytes are.
enum FontSource: Sendable {
  /// In the program.
  case embedded(EmbeddedResource)
  /// In memory.
  case bytes([UInt8])

  /// Those of the program; empty for others.
  var bytes: UnsafeRawBufferPointer {
    if case .embedded(let resource) = self { resource.bytes } else { UnsafeRawBufferPointer(start: nil, count: 0) }
  }

  /// Whether the program carries the font.
  var isEmbedded: Bool {
    if case .embedded = self { true } else { false }
  }
}
