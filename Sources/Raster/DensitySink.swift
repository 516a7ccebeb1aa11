/// The planes of a `DensityGrid` while they are written: the inner loops of the walk.
struct DensitySink {
  let cells: UnsafeMutablePointer<UInt32>
  /// Empty for measures that need none.
  let stamps: UnsafeMutableBufferPointer<UInt32>
  private(set) var stamp: UInt32
  let width: Int64
  let height: Int64
  private(set) var carries: [Int: UInt64]
  /// All ones where counts are taken away: a cell then stands as its complement while it is added to.
  private let mask: UInt32
  /// Room for the state of a walk along y and along x.
  let axes: UnsafeMutablePointer<Axis>

  /// What a walk adds at a border across one axis.
  struct Axis {
    var numerator: Double
    var denominator: Double
    var lead: Int64
    var step: Int64
  }

  init(
    cells: UnsafeMutablePointer<UInt32>, stamps: UnsafeMutableBufferPointer<UInt32>, stamp: UInt32,
    width: Int64, height: Int64, carries: [Int: UInt64], removes: Bool,
    axes: UnsafeMutablePointer<Axis>
  ) {
    self.cells = cells
    self.stamps = stamps
    self.stamp = stamp
    self.width = width
    self.height = height
    self.carries = carries
    mask = removes ? .max : 0
    self.axes = axes
  }

  /// Adds milliseconds or a number of fixes to a cell.
  @inline(__always)
  mutating func add(_ count: Int64, at index: Int) {
    addShort(UInt32(truncatingIfNeeded: count), at: index)
    if count >> 32 != 0 { carry(UInt64(count) >> 32, at: index) }
  }

  @inline(__always)
  private mutating func addShort(_ count: UInt32, at index: Int) {
    let sum = (cells[index] ^ mask) &+ count
    cells[index] = sum ^ mask
    if sum < count { carry(1, at: index) }
  }

  @inline(never)
  private mutating func carry(_ count: UInt64, at index: Int) {
    guard mask != 0 else {
      carries[index, default: 0] += count
      return
    }
    let left = (carries[index] ?? 0) - count
    carries[index] = left > 0 ? left : nil
  }
}

// MARK: - Time

extension DensitySink {
  /// Adds a leg whose pixels all lie in the window.
  @inline(__always)
  mutating func add(_ walk: DensityWalk, duration: Int64) {
    if Self.fitsDouble(walk, duration) {
      addShort(
        walk, fromX: 0, fromY: 0, crossings: walk.crossingsX &+ walk.crossingsY, duration: duration,
        from: 0, to: duration)
    } else {
      addLong(walk, walk.whole, duration: duration, from: 0, to: duration)
    }
  }

  /// Adds the part of a leg that lies in the window.
  @inline(never)
  mutating func add(_ walk: DensityWalk, _ stretch: DensityWalk.Stretch, duration: Int64) {
    let from = stretch.entry.map { walk.milliseconds(to: $0, of: duration) } ?? 0
    let to = stretch.exit.map { walk.milliseconds(to: $0, of: duration) } ?? duration
    if Self.fitsDouble(walk, duration) {
      addShort(
        walk, fromX: stretch.fromX, fromY: stretch.fromY, crossings: stretch.crossings,
        duration: duration, from: from, to: to)
    } else {
      addLong(walk, stretch, duration: duration, from: from, to: to)
    }
  }

  /// Whether the quotients of `addShort` are exact.
  @inline(__always)
  private static func fitsDouble(_ walk: DensityWalk, _ duration: Int64) -> Bool {
    walk.isShort && duration < 1 << 31 && duration &* (walk.spanX | walk.spanY) < 1 << 50
  }

  /// Cuts a leg at its borders without a branch that depends on the leg's direction.
  ///
  /// floor(T a / D) is the number nearest to (2 T a + 1 - D) / 2 D, which is never halfway between two. For a border that
  /// is crossed numerator and denominator are whole numbers below 2^53, and below 2^50 the quotient's rounding error is less than its distance
  /// from halfway; adding 1.5 x 2^52 then rounds it to the whole number that stands in the sum's low bits.
  @inline(__always)
  private mutating func addShort(
    _ walk: DensityWalk, fromX: Int64, fromY: Int64, crossings: Int64, duration: Int64, from: Int64,
    to: Int64
  ) {
    let rounder = 6_755_399_441_055_744.0
    let distanceX = walk.distanceX(fromX)
    let distanceY = walk.distanceY(fromY)
    // Negative when the next border is one across x; the two distances compared as fractions of the leg.
    var lead = distanceX &* walk.spanY &- distanceY &* walk.spanX
    let twice = duration &* 2
    let increment = Double(twice &<< walk.bits)
    let axes = axes
    axes[0] = Axis(
      numerator: Double(twice &* distanceY &+ 1 &- walk.spanY), denominator: Double(2 &* walk.spanY),
      lead: 0 &- walk.spanX &<< walk.bits, step: width)
    axes[1] = Axis(
      numerator: Double(twice &* distanceX &+ 1 &- walk.spanX), denominator: Double(2 &* walk.spanX),
      lead: walk.spanY &<< walk.bits, step: walk.columnStep)
    var index = (walk.row &+ fromY) &* width &+ walk.column &+ fromX &* walk.columnStep
    var done = rounder.bitPattern &+ UInt64(bitPattern: from)
    let end = rounder.bitPattern &+ UInt64(bitPattern: to)

    let (cells, mask) = (cells, mask)
    for _ in 0..<crossings {
      let axis = axes + Int(truncatingIfNeeded: UInt64(bitPattern: lead) &>> 63)
      let numerator = axis.pointee.numerator
      axis.pointee.numerator = numerator + increment
      lead &+= axis.pointee.lead
      let upTo = (numerator / axis.pointee.denominator + rounder).bitPattern
      let share = UInt32(truncatingIfNeeded: upTo &- done)
      done = upTo
      let sum = (cells[Int(index)] ^ mask) &+ share
      cells[Int(index)] = sum ^ mask
      if sum < share { carry(1, at: Int(index)) }
      index &+= axis.pointee.step
    }
    addShort(UInt32(truncatingIfNeeded: end &- done), at: Int(index))
  }

  /// The same for any leg, in 128 bits.
  @inline(never)
  private mutating func addLong(
    _ walk: DensityWalk, _ stretch: DensityWalk.Stretch, duration: Int64, from: Int64, to: Int64
  ) {
    var x = stretch.fromX
    var y = stretch.fromY
    var done = from
    while true {
      let index = Int((walk.row + y) * width + walk.column + x * walk.columnStep)
      if x == stretch.toX, y == stretch.toY {
        add(to - done, at: index)
        return
      }
      let border: DensityWalk.Border = walk.isNextX(x, y) ? .x(x) : .y(y)
      let upTo = walk.milliseconds(to: border, of: duration)
      add(upTo - done, at: index)
      done = upTo
      switch border {
      case .x: x += 1
      case .y: y += 1
      }
    }
  }
}

// MARK: - Touches

extension DensitySink: TouchSink {
  /// Begins another track or vessel.
  mutating func advanceStamp() {
    if stamp == .max {
      stamps.update(repeating: 0)
      stamp = 0
    }
    stamp &+= 1
  }

  @inline(__always)
  mutating func beginTrack(at index: Int) { advanceStamp() }

  /// Counts a cell unless the present track or vessel touched it before.
  @inline(__always)
  mutating func touch(_ index: Int) {
    if stamps[index] != stamp {
      stamps[index] = stamp
      addShort(1, at: index)
    }
  }
}
