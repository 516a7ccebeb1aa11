/// Takes the cells that a vessel's tracks touch.
protocol TouchSink {
  /// Begins the track of the fix of a number; that of the first fix has begun.
  mutating func beginTrack(at index: Int)
  /// Touches a cell, by its place in the window's rows.
  mutating func touch(_ cell: Int)
}

extension TouchSink {
  /// Touches the pixels of a window that one vessel's tracks touch, element by element.
  ///
  /// An element is the leg that leads to a fix, or a track's first fix by itself: a leg < 0 parts two. Elements before
  /// `first` are left out. Tracks are begun where `perTrack` tells them apart.
  @inline(__always)
  mutating func take(
    _ points: UnsafeBufferPointer<PixelPoint>, _ legs: UnsafeBufferPointer<Int64>, from first: Int = 0,
    perTrack: Bool, copies: WorldCopies, width: Int64, height: Int64, bits: Int64
  ) {
    var world = copies
    let columns = UInt64(world.columnsSeenOnce)
    let rows = UInt64(height)
    for index in first..<max(points.count, first) {
      let isFirst = index == 0 || legs[index &- 1] < 0
      if isFirst, perTrack, index > 0 { beginTrack(at: index) }
      // A leg touches its ends' pixels: only a track's first fix must be looked at by itself.
      let before = points[isFirst ? index : index &- 1]
      let one = PixelPoint(x: before.x &+ world.shift, y: before.y)
      let other = PixelPoint(x: points[index].x &+ world.shift, y: points[index].y)
      let column = one.x &>> bits
      let row = one.y &>> bits
      let otherColumn = other.x &>> bits
      let otherRow = other.y &>> bits
      // As unsigned numbers negative ones are beyond any window.
      if UInt64(bitPattern: column) < columns, UInt64(bitPattern: otherColumn) < columns,
        UInt64(bitPattern: row) < rows, UInt64(bitPattern: otherRow) < rows
      {
        if column == otherColumn, row == otherRow {
          touch(Int(row &* width &+ column))
        } else {
          let walk = DensityWalk(one, other, bits: bits)
          touch(walk, walk.whole, width: width)
        }
        continue
      }
      if max(row, otherRow) < 0 || min(row, otherRow) >= height { continue }
      if world.isBesideWindow(one.x, other.x) { continue }
      for copy in world.copies(of: one, other) {
        let offset = copy &* world.worldWidth
        let walk = DensityWalk(
          PixelPoint(x: one.x &+ offset, y: one.y), PixelPoint(x: other.x &+ offset, y: other.y), bits: bits)
        guard let stretch = walk.stretch(width: width, height: height) else { continue }
        touch(walk, stretch, width: width)
      }
      world.follow(other.x)
    }
  }

  /// Touches the pixels of a walk that lie in the window.
  @inline(__always)
  private mutating func touch(_ walk: DensityWalk, _ stretch: DensityWalk.Stretch, width: Int64) {
    if walk.isShort {
      touch(walk, stretch, width: width, as: Int64.self)
    } else {
      touch(walk, stretch, width: width, as: Int128.self)
    }
  }

  @inline(__always)
  private mutating func touch<Product: FixedWidthInteger & SignedInteger>(
    _ walk: DensityWalk, _ stretch: DensityWalk.Stretch, width: Int64, as type: Product.Type
  ) {
    let leadX = Product(walk.spanY) &<< Product(walk.bits)
    let leadY = Product(walk.spanX) &<< Product(walk.bits)
    var lead =
      Product(walk.distanceX(stretch.fromX)) &* Product(walk.spanY)
      &- Product(walk.distanceY(stretch.fromY)) &* Product(walk.spanX)
    // South-eastward through a corner the walk passes, for no time, a pixel that has no point of the leg: it is
    // there when the border across x is as far as the one across y before.
    let corner = walk.columnStep > 0 && walk.spanY > 0 ? 0 &- leadY : Product.min
    var index = (walk.row &+ stretch.fromY) &* width &+ walk.column &+ stretch.fromX &* walk.columnStep
    var left = stretch.crossings
    while true {
      if lead != corner { touch(Int(index)) }
      if left == 0 { return }
      left &-= 1
      if lead < 0 {
        lead &+= leadX
        index &+= walk.columnStep
      } else {
        lead &-= leadY
        index &+= width
      }
    }
  }
}
