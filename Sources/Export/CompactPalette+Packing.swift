extension CompactPalette {
  /// Bytes of a row of so many pixels.
  func rowBytes(width: Int) -> Int { (width * bitDepth + 7) / 8 }

  /// Rows of indices as the file's bits, the first pixel in the highest bits, each row beginning on a byte.
  func packedRows(_ indices: UnsafeBufferPointer<UInt8>, width: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: rowBytes(width: width) * (indices.count / width)) { packed, count in
      count = pack(indices, width: width, hasFilterBytes: false, into: packed)
    }
  }

  /// The same into the beginning of `packed`, with a filter byte of 0 (none) before each row where asked for.
  ///
  /// - Returns: the number of bytes written.
  func pack(
    _ indices: UnsafeBufferPointer<UInt8>, width: Int, hasFilterBytes: Bool,
    into packed: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let lead = hasFilterBytes ? 1 : 0
    let step = lead + rowBytes(width: width)
    let rowCount = indices.count / width
    precondition(packed.count >= rowCount * step)
    places.withUnsafeBufferPointer { places in
      for row in 0..<rowCount {
        if hasFilterBytes { packed[row &* step] = 0 }
        let source = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(indices)[row * width..<(row + 1) * width])
        let target = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(packed)[(row * step + lead)...])
        if bitDepth == 8 {
          Self.mapRow(source, places: places, into: target)
        } else {
          packRow(source, places: places, into: target)
        }
      }
    }
    return rowCount * step
  }

  private static func mapRow(
    _ row: UnsafeRawBufferPointer, places: UnsafeBufferPointer<UInt8>, into packed: UnsafeMutableRawBufferPointer
  ) {
    var column = 0
    while column < row.count {
      let count = min(32, row.count &- column)
      if count == 32, row.isUniform32(from: column) {
        let eight = UInt64(places[Int(row[column])]) &* 0x0101_0101_0101_0101
        for offset in stride(from: 0, to: 32, by: 8) {
          packed.storeBytes(of: eight, toByteOffset: column &+ offset, as: UInt64.self)
        }
      } else {
        for offset in 0..<count { packed[column &+ offset] = places[Int(row[column &+ offset])] }
      }
      column &+= count
    }
  }

  private func packRow(
    _ row: UnsafeRawBufferPointer, places: UnsafeBufferPointer<UInt8>, into packed: UnsafeMutableRawBufferPointer
  ) {
    let perByte = 8 / bitDepth
    // A byte of equal pixels is their place times this.
    let repeated = UInt8(255 / ((1 << bitDepth) - 1))
    var byte = 0
    var column = 0
    while column < row.count {
      if column &+ 32 <= row.count, row.isUniform32(from: column) {
        let value = places[Int(row[column])] &* repeated
        for _ in 0..<32 / perByte {
          packed[byte] = value
          byte &+= 1
        }
        column &+= 32
        continue
      }
      var bits: UInt8 = 0
      for offset in 0..<perByte {
        let place = column &+ offset < row.count ? places[Int(row[column &+ offset])] : 0
        bits = bits &<< UInt8(truncatingIfNeeded: bitDepth) | place
      }
      packed[byte] = bits
      byte &+= 1
      column &+= perByte
    }
  }
}
