/// A `ColorScale` made ready for rasters: palette index 0 for no data, 1...255 by the value's fraction.
///
/// The index of a value v > 0 is 1 + round(254 fraction(v)), halves upward. The table finds for each index the least
/// Float that has it, and that is the definition: an index is the number of these values that are not above v.
package struct ColorScaleTable: Sendable, Equatable {
  /// `thresholds[i]` is the least value of index i, as Float bits; those of 0 and 1 are 0 and the least positive.
  private let thresholds: [UInt32]
  /// The index of the first Float of each of many equal stretches of bits, from the least value of index 2 to that of
  /// index 255 and one stretch beyond.
  private let coarse: [UInt8]
  /// A stretch is 2^`stretchBits` Floats long.
  private let stretchBits: UInt32

  /// The table of a scale.
  package init(_ scale: ColorScale) {
    let infinity = Float.infinity.bitPattern
    var thresholds = [UInt32](repeating: 1, count: 256)
    thresholds[0] = 0
    for index in 2...255 {
      // Positive Floats are ordered as their bits are.
      var low = thresholds[index - 1]
      var high = infinity
      while low < high {
        let middle = low + (high - low) / 2
        if Self.index(scale.fraction(of: Double(Float(bitPattern: middle)))) >= index {
          high = middle
        } else {
          low = middle + 1
        }
      }
      thresholds[index] = low
    }
    self.thresholds = thresholds
    let span = thresholds[255] - thresholds[2]
    stretchBits = UInt32(max(0, 16 - span.leadingZeroBitCount))
    var coarse: [UInt8] = []
    var index = 2
    for stretch in 0...(span >> stretchBits) + 1 {
      let bits = UInt64(thresholds[2]) + UInt64(stretch) << UInt64(stretchBits)
      while index < 255, thresholds[index + 1] <= bits { index += 1 }
      coarse.append(UInt8(index))
    }
    self.coarse = coarse
  }

  /// The palette index of a fraction in 0...1.
  static func index(_ fraction: Double) -> Int {
    1 + Int((fraction * 254).rounded())
  }

  /// The palette index of one value: 0 for values of 0 or less and for NaN.
  package func index(of value: Float) -> UInt8 {
    guard value > 0 else { return 0 }
    return UInt8(thresholds.lastIndex { $0 <= value.bitPattern } ?? 0)
  }

  /// The palette indices of a raster; both buffers have one element for each cell.
  package func indices(
    of values: UnsafeBufferPointer<Float>, into indices: UnsafeMutableBufferPointer<UInt8>
  ) {
    precondition(values.count == indices.count, "each value has one index")
    let first = thresholds[2]
    let last = thresholds[255]
    thresholds.withUnsafeBufferPointer { thresholds in
      coarse.withUnsafeBufferPointer { coarse in
        for cell in 0..<values.count {
          let value = values[cell]
          let bits = value.bitPattern
          if !(value > 0) {
            indices[cell] = 0
          } else if bits < first {
            indices[cell] = 1
          } else if bits >= last {
            indices[cell] = 255
          } else {
            let stretch = Int((bits &- first) >> stretchBits)
            var low = coarse[stretch]
            var high = coarse[stretch &+ 1]
            while low < high {
              let middle = UInt8(truncatingIfNeeded: (UInt16(low) &+ UInt16(high) &+ 1) >> 1)
              if thresholds[Int(middle)] <= bits { low = middle } else { high = middle &- 1 }
            }
            indices[cell] = low
          }
        }
      }
    }
  }
}
