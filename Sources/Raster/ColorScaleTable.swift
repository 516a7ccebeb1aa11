/// A `ColorScale` made ready for rasters: palette index 0 for no data, 1...255 by the value's fraction.
///
/// The index of a value v > 0 is 1 + round(254 fraction(v)), halves upward. The table finds for each index the least
/// Float that has it, and that is the definition: an index is the number of these values that are not above v.
package struct ColorScaleTable: Sendable {
  /// `thresholds[i]` is the least value of index i, as Float bits; those of 0 and 1 are 0 and the least positive.
  private let thresholds: [UInt32]
  /// For each value of a Float's upper 16 bits, sign aside, the least index in it, and that of the next beside it.
  private let coarse: [UInt8]

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
    var coarse: [UInt8] = []
    var index = 0
    for upper in 0...(infinity >> 16) + 1 {
      while index < 255, thresholds[index + 1] <= upper << 16 { index += 1 }
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
  package func indices(of values: UnsafeBufferPointer<Float>, into indices: UnsafeMutableBufferPointer<UInt8>) {
    precondition(values.count == indices.count, "each value has one index")
    thresholds.withUnsafeBufferPointer { thresholds in
      coarse.withUnsafeBufferPointer { coarse in
        for cell in 0..<values.count {
          let value = values[cell]
          guard value > 0 else {
            indices[cell] = 0
            continue
          }
          let bits = value.bitPattern
          let upper = Int(bits >> 16)
          var low = coarse[upper]
          var high = coarse[upper &+ 1]
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
