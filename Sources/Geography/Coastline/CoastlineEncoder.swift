/// Writes a builder's land as a coastline file; `Resources/ATTRIBUTION.md` describes the bytes.
package struct CoastlineEncoder: Sendable {
  private let land: CoastlineBuilder
  private let layout: CoastlineLayout
  private let words: [UInt8]

  /// Lays a builder's land out. Throws where there is none.
  package init(_ land: CoastlineBuilder, facts: CoastlineFacts) throws(LandFileError) {
    guard !land.rings.isEmpty else { throw .noLand }
    self.land = land
    words = facts.words
    layout = CoastlineLayout(land)
  }

  /// Writes the file from its beginning to its end through `sink`.
  package func write<Failure: Error>(_ sink: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
    var output = Output()
    writeHeader(&output)
    for ring in layout.rings {
      output.append(ring.box)
      output.append(UInt32(ring.pieces.lowerBound))
      output.append(UInt32(ring.pieces.count))
      try output.drain(sink)
    }
    var offset = 0
    for piece in layout.pieces {
      let flags = (piece.isFirst ? CoastlineFormat.firstFlag : 0) | (piece.isCut ? CoastlineFormat.cutFlag : 0)
      output.append(record: piece.first, piece.box, offset: offset, count: piece.edgeCount, flags: flags)
      offset += piece.bytes.count
      try output.drain(sink)
    }
    for group in layout.groups {
      let first = land.rings[group.rings[0]].first
      output.append(record: first, group.box, offset: offset, count: group.rings.count, flags: 0)
      offset += encoded(group).count
      try output.drain(sink)
    }
    for piece in layout.pieces {
      output.bytes += land.steps.bytes(land.rings[piece.ring].steps, piece.bytes)
      try output.drain(sink)
    }
    for group in layout.groups {
      output.bytes += encoded(group)
      try output.drain(sink)
    }
    try output.finish(sink)
  }

  private func writeHeader(_ output: inout Output) {
    output.bytes += CoastlineFormat.magic
    output.append(UInt32(words.count))
    output.append(UInt32(layout.rings.count))
    output.append(UInt32(layout.pieces.count))
    output.append(UInt32(layout.groups.count))
    output.append(UInt32(land.polygonCount))
    output.append(UInt64(land.vertexCount))
    var edges = layout.pieces.reduce(0) { $0 + $1.bytes.count }
    for group in layout.groups { edges += encoded(group).count }
    output.append(UInt64(edges))
    output.bytes += words
  }

  /// A group's rings: number of vertices, step from the ring before, and the steps but for the last, which leads back.
  private func encoded(_ group: CoastlineLayout.Group) -> [UInt8] {
    var bytes: [UInt8] = []
    var last = land.rings[group.rings[0]].first
    for number in group.rings {
      let ring = land.rings[number]
      Varint.append(UInt32(ring.edgeCount), to: &bytes)
      Varint.append(signed: ring.first.x &- last.x, to: &bytes)
      Varint.append(signed: ring.first.y &- last.y, to: &bytes)
      bytes += land.steps.bytes(ring.steps, 0..<ring.length - ring.lastEdgeLength)
      last = ring.first
    }
    return bytes
  }

  /// Bytes on their way out, and the sum over them.
  private struct Output {
    var bytes: [UInt8] = []
    private var checksum = Checksum()

    mutating func append<Number: FixedWidthInteger>(_ number: Number) {
      withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }

    mutating func append(_ box: AngleBox) {
      for edge in [box.west, box.south, box.east, box.north] { append(edge) }
    }

    mutating func append(record first: SIMD2<Int32>, _ box: AngleBox, offset: Int, count: Int, flags: UInt16) {
      append(first.x)
      append(first.y)
      append(box)
      append(UInt32(truncatingIfNeeded: offset))
      append(UInt16(count))
      append(flags)
    }

    /// Hands on what is a multiple of eight, once there is enough of it.
    mutating func drain<Failure: Error>(
      _ sink: (UnsafeRawBufferPointer) throws(Failure) -> Void, above limit: Int = 1 << 20
    ) throws(Failure) {
      guard bytes.count > limit else { return }
      let whole = bytes.count & ~7
      try bytes.withUnsafeBufferPointer { bytes throws(Failure) in
        let part = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[..<whole]))
        checksum.update(part)
        try sink(part)
      }
      bytes.removeFirst(whole)
    }

    mutating func finish<Failure: Error>(
      _ sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
      try drain(sink)
      bytes.withUnsafeBytes { checksum.update($0) }
      append(checksum.value)
      try bytes.withUnsafeBufferPointer { bytes throws(Failure) in try sink(UnsafeRawBufferPointer(bytes)) }
    }
  }
}
