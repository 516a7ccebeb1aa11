/// How often each length of time stands between a vessel's successive positions.
///
/// Bins are a millisecond wide below 512 ms and at most 1/256 of their length beyond; with each bin goes the least length
/// met in it. A quantile is the least length met in its bin: never more than the true one, less by at most 1/256 of it, and
/// exact where lengths are whole seconds up to 4 min 22 s. Nothing depends on the order in which lengths are added.
public struct IntervalHistogram: Sendable, Equatable {
  private static let bitsKept = 8
  private static let binCount = (43 - bitsKept) << bitsKept

  private var counts = [Int](repeating: 0, count: binCount)
  private var least = [Int64](repeating: .max, count: binCount)
  /// How many lengths there are.
  public private(set) var count = 0

  /// A histogram of nothing.
  public init() {}

  /// Takes in a length in milliseconds, 0..<2^42.
  @inline(__always)
  package mutating func add(_ milliseconds: Int64) {
    let bin = IntervalHistogram.bin(milliseconds)
    counts[bin] &+= 1
    if milliseconds < least[bin] { least[bin] = milliseconds }
    count &+= 1
  }

  /// Takes in another's lengths.
  package mutating func add(_ other: IntervalHistogram) {
    for bin in counts.indices where other.counts[bin] > 0 {
      counts[bin] += other.counts[bin]
      least[bin] = min(least[bin], other.least[bin])
    }
    count += other.count
  }

  /// The length that a share of all, 0...1, do not surpass, in milliseconds: of n lengths in order the one at place
  /// share x n rounded up, at least the first; nil without any.
  public func quantile(_ share: Double) -> Int64? {
    guard count > 0 else { return nil }
    let wanted = min(max(Int((share * Double(count)).rounded(.up)), 1), count)
    var sum = 0
    for bin in counts.indices {
      sum += counts[bin]
      if sum >= wanted { return least[bin] }
    }
    return nil
  }

  /// How many lengths are at most so many milliseconds.
  ///
  /// Of the bin that the limit falls into, lengths count as the least of them does; so limits that are whole seconds up to
  /// 4 min 22 s are exact where lengths are, and beyond at most 1/256 of the limit is in doubt.
  public func count(upTo milliseconds: Int64) -> Int {
    var sum = 0
    for bin in counts.indices where least[bin] <= milliseconds { sum += counts[bin] }
    return sum
  }

  /// The bin of a length: its highest bits, and how many others it has.
  @inline(__always)
  private static func bin(_ milliseconds: Int64) -> Int {
    let value = UInt64(bitPattern: milliseconds)
    let shift = max(0, 63 - bitsKept - value.leadingZeroBitCount)
    return min((shift << bitsKept) &+ Int(truncatingIfNeeded: value >> UInt64(shift)), binCount - 1)
  }
}
