extension DensityGrid {
  /// Adds one vessel's whole track in order of time, or those pieces of it that reach the window, one after the other.
  ///
  /// `legs[i]` is the duration in milliseconds from `points[i]` to `points[i + 1]`, or negative when nobody observed
  /// the leg; such a leg carries no time and parts two tracks. There is one leg fewer than points. A later piece of the
  /// vessel that was added last, or of its last track, says so, and touches no pixel again.
  package mutating func addVessel(
    points: UnsafeBufferPointer<PixelPoint>, legs: UnsafeBufferPointer<Int64>, continuing: TrackContinuation = .nothing
  ) {
    precondition(legs.count == max(points.count - 1, 0), "a track has one leg fewer than points")
    switch measure {
    case .hours: addHours(points, legs)
    case .positions: addPositions(points)
    case .transits: addTouches(points, legs, perTrack: true, isNew: continuing != .track)
    case .vessels: addTouches(points, legs, perTrack: false, isNew: continuing == .nothing)
    }
  }

  /// Takes away fixes or legs that were added, under `hours` and `positions`; the cells are as if they had never been.
  ///
  /// The arguments are those of `addVessel`; what was added in one piece may be taken away in several.
  package mutating func removeVessel(points: UnsafeBufferPointer<PixelPoint>, legs: UnsafeBufferPointer<Int64>) {
    precondition(legs.count == max(points.count - 1, 0), "a track has one leg fewer than points")
    switch measure {
    case .hours: addHours(points, legs, removes: true)
    case .positions: addPositions(points, removes: true)
    case .transits, .vessels: preconditionFailure("who touched a cell before is known to `TouchCounts`")
    }
  }

  private mutating func addHours(
    _ points: UnsafeBufferPointer<PixelPoint>, _ legs: UnsafeBufferPointer<Int64>, removes: Bool = false
  ) {
    let bits = fractionBits
    var world = WorldCopies(width: width, worldWidth: worldWidth, bits: bits)
    let columns = UInt64(world.columnsSeenOnce)
    let rows = UInt64(height)
    withSink(removes: removes) { sink in
      for index in 0..<legs.count {
        let duration = legs[index]
        if duration <= 0 { continue }
        let one = PixelPoint(x: points[index].x &+ world.shift, y: points[index].y)
        let other = PixelPoint(x: points[index &+ 1].x &+ world.shift, y: points[index &+ 1].y)
        let column = one.x &>> bits
        let row = one.y &>> bits
        let otherColumn = other.x &>> bits
        let otherRow = other.y &>> bits
        // As unsigned numbers negative ones are beyond any window.
        if UInt64(bitPattern: column) < columns, UInt64(bitPattern: otherColumn) < columns,
          UInt64(bitPattern: row) < rows, UInt64(bitPattern: otherRow) < rows
        {
          if column == otherColumn, row == otherRow {
            sink.add(duration, at: Int(row &* sink.width &+ column))
          } else {
            sink.add(DensityWalk(one, other, bits: bits), duration: duration)
          }
          continue
        }
        if max(row, otherRow) < 0 || min(row, otherRow) >= sink.height { continue }
        if world.isBesideWindow(one.x, other.x) { continue }
        for copy in world.copies(of: one, other) {
          let offset = copy &* world.worldWidth
          let walk = DensityWalk(
            PixelPoint(x: one.x &+ offset, y: one.y), PixelPoint(x: other.x &+ offset, y: other.y), bits: bits)
          guard let stretch = walk.stretch(width: sink.width, height: sink.height) else { continue }
          sink.add(walk, stretch, duration: duration)
        }
        world.follow(other.x)
      }
    }
  }

  private mutating func addPositions(_ points: UnsafeBufferPointer<PixelPoint>, removes: Bool = false) {
    let bits = fractionBits
    let world = WorldCopies(width: width, worldWidth: worldWidth, bits: bits)
    withSink(removes: removes) { sink in
      for point in points {
        let row = point.y >> bits
        guard row >= 0, row < sink.height else { continue }
        for copy in world.copies(of: point, point) {
          let column = (point.x + copy * world.worldWidth) >> bits
          sink.add(1, at: Int(row * sink.width + column))
        }
      }
    }
  }

  private mutating func addTouches(
    _ points: UnsafeBufferPointer<PixelPoint>, _ legs: UnsafeBufferPointer<Int64>, perTrack: Bool, isNew: Bool
  ) {
    let bits = fractionBits
    let world = WorldCopies(width: width, worldWidth: worldWidth, bits: bits)
    withSink { sink in
      if isNew { sink.advanceStamp() }
      sink.take(
        points, legs, perTrack: perTrack, copies: world, width: sink.width, height: sink.height, bits: bits)
    }
  }

  /// Opens the planes for writing; carries and the stamp that `body` leaves behind are kept.
  private mutating func withSink(removes: Bool = false, _ body: (inout DensitySink) -> Void) {
    let size = (width: Int64(width), height: Int64(height))
    var kept: [Int: UInt64] = [:]
    swap(&kept, &carries)
    var last = stamp
    cells.withUnsafeMutableBufferPointer { cells in
      stamps.withUnsafeMutableBufferPointer { stamps in
        withUnsafeTemporaryAllocation(of: DensitySink.Axis.self, capacity: 2) { axes in
          guard let base = cells.baseAddress, let axes = axes.baseAddress else { return }
          var sink = DensitySink(
            cells: base, stamps: stamps, stamp: last, width: size.width, height: size.height,
            carries: kept, removes: removes, axes: axes)
          kept = [:]
          body(&sink)
          kept = sink.carries
          last = sink.stamp
        }
      }
    }
    carries = kept
    stamp = last
  }
}
