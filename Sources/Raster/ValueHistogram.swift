/// How often positive values occur, in bins less than 0.8 % wide; the same in whatever order values were added.
///
/// A bin is the exponent and the top 7 mantissa bits of a Double. Each bin keeps the largest value that it met, so
/// that the number of values up to there is exact.
package struct ValueHistogram: Sendable, Equatable, Codable {
  /// The values of one bin that is not empty.
  package struct Bin: Sendable, Equatable {
    /// The greatest value in the bin.
    package var largest: Double
    /// How many values it holds.
    package var count: UInt64
  }

  /// The least value added; nil when there is none.
  package private(set) var minimum: Double?
  /// The greatest value added; nil when there is none.
  package private(set) var maximum: Double?
  /// How many values were added.
  package private(set) var count: UInt64 = 0

  /// The number of the first bin in `counts`; the arrays span the first to the last bin that is not empty.
  private var firstBin = 0
  private var counts: [UInt64] = []
  private var largest: [Double] = []

  /// A histogram without values.
  package init() {}

  /// Adds `count` equal values; a value that is not positive and finite is left out.
  package mutating func add(_ value: Double, count added: UInt64 = 1) {
    guard value > 0, value < .infinity, added > 0 else { return }
    let bin = Self.bin(of: value)
    let index = cover(bin)
    counts[index] += added
    largest[index] = max(largest[index], value)
    count += added
    minimum = min(minimum ?? value, value)
    maximum = max(maximum ?? value, value)
  }

  /// Adds each positive value of a raster once; empty cells are 0 or less, or NaN.
  package mutating func add(_ values: UnsafeBufferPointer<Float>) {
    // The bins are made to reach far enough first, so that the loop over all values has nothing else to look at.
    var (least, greatest) = (Float.infinity, Float(0))
    for value in values where value > 0 && value < .infinity {
      least = min(least, value)
      greatest = max(greatest, value)
    }
    guard greatest > 0 else { return }
    _ = cover(Self.bin(of: Double(least)))
    _ = cover(Self.bin(of: Double(greatest)))
    let first = firstBin
    var added: UInt64 = 0
    counts.withUnsafeMutableBufferPointer { counts in
      largest.withUnsafeMutableBufferPointer { largest in
        for value in values where value > 0 && value < .infinity {
          let value = Double(value)
          let index = Self.bin(of: value) &- first
          counts[index] &+= 1
          if value > largest[index] { largest[index] = value }
          added &+= 1
        }
      }
    }
    count += added
    minimum = min(minimum ?? Double(least), Double(least))
    maximum = max(maximum ?? Double(greatest), Double(greatest))
  }

  /// Adds all values of another histogram, each so many times.
  package mutating func merge(_ other: ValueHistogram, times: UInt64 = 1) {
    guard let least = other.minimum, let greatest = other.maximum else { return }
    _ = cover(other.firstBin)
    let offset = cover(other.firstBin + other.counts.count - 1) - (other.counts.count - 1)
    for index in other.counts.indices {
      counts[offset + index] += other.counts[index] * times
      largest[offset + index] = max(largest[offset + index], other.largest[index])
    }
    count += other.count * times
    minimum = min(minimum ?? least, least)
    maximum = max(maximum ?? greatest, greatest)
  }

  /// The bins that are not empty, by rising value.
  package var bins: [Bin] {
    counts.indices.compactMap { counts[$0] > 0 ? Bin(largest: largest[$0], count: counts[$0]) : nil }
  }

  /// The number of a positive value's bin.
  static func bin(of value: Double) -> Int {
    Int(value.bitPattern >> 45)
  }

  /// Makes the arrays span a bin, and returns its place in them.
  private mutating func cover(_ bin: Int) -> Int {
    if counts.isEmpty { firstBin = bin }
    if bin < firstBin {
      counts.insert(contentsOf: repeatElement(0, count: firstBin - bin), at: 0)
      largest.insert(contentsOf: repeatElement(0, count: firstBin - bin), at: 0)
      firstBin = bin
    }
    let missing = bin - firstBin + 1 - counts.count
    if missing > 0 {
      counts.append(contentsOf: repeatElement(0, count: missing))
      largest.append(contentsOf: repeatElement(0, count: missing))
    }
    return bin - firstBin
  }
}
