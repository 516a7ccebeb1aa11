import Platform

/// Fixes by vessel in memory, as they come: for each vessel a chain of blocks that it alone writes to.
///
/// A vessel's blocks double in size up to 512 fixes, so that a vessel heard once costs little and one heard often is
/// read in long runs. Where rows are named, a block holds the rows behind its fixes.
struct FixStore: ~Copyable, Sendable {
  private static let firstCapacity = 4
  private static let mostCapacity = 512

  /// What a block begins with; fixes follow, then rows.
  private struct Header {
    var next: UnsafeMutableRawPointer?
    var capacity: Int
  }

  /// Where a vessel's next fix goes.
  private struct Tail {
    var write: UnsafeMutablePointer<Fix>
    var end: UnsafeMutablePointer<Fix>
    var block: UnsafeMutableRawPointer
  }

  private var index = VesselIndex()
  private var arena = PageArena()
  private nonisolated(unsafe) var heads: [UnsafeMutableRawPointer] = []
  private nonisolated(unsafe) var tails: [Tail] = []
  private let namesRows: Bool

  /// An empty store; `namesRows` keeps a row with each fix.
  init(namesRows: Bool) { self.namesRows = namesRows }

  /// Bytes held.
  var byteCount: Int { arena.byteCount + heads.count * 48 }

  /// How many vessels there are.
  var vesselCount: Int { index.vessels.count }

  /// The vessels' identities; a vessel's number is its place here.
  var vessels: [UInt32] { index.vessels }

  /// Takes a batch's fixes; `rowBase` is added to its rows.
  mutating func add(_ batch: borrowing FixBatch, rowBase: UInt64) {
    var done = 0
    while done < batch.fixes.count {
      // Most fixes go where there is room; the others need a block, and with it the tails may move.
      done = addWhereThereIsRoom(batch, from: done, rowBase: rowBase)
      if done < batch.fixes.count { addBlock(index.number(of: batch.vessels[done])) }
    }
  }

  private mutating func addWhereThereIsRoom(_ batch: borrowing FixBatch, from start: Int, rowBase: UInt64) -> Int {
    let namesRows = namesRows
    return tails.withUnsafeMutableBufferPointer { tails in
      batch.vessels.withUnsafeBufferPointer { vessels in
        batch.fixes.withUnsafeBufferPointer { fixes in
          for place in start..<fixes.count {
            let vessel = index.number(of: vessels[place])
            guard vessel < tails.count else { return place }
            let tail = tails[vessel]
            guard tail.write != tail.end else { return place }
            tail.write.initialize(to: fixes[place])
            if namesRows {
              (FixStore.rows(of: tail.block) + (tail.write - FixStore.fixes(of: tail.block)))
                .initialize(to: batch.rows[place] &+ rowBase)
            }
            tails[vessel].write = tail.write + 1
          }
          return fixes.count
        }
      }
    }
  }

  /// Forgets everything; the memory is used again.
  mutating func reset() {
    index = VesselIndex()
    arena.reset()
    heads = []
    tails = []
  }

  /// How many fixes a vessel has.
  func count(_ vessel: Int) -> Int {
    var count = 0
    forEachPiece(vessel) { count += $0.count }
    return count
  }

  /// Adds a vessel's fixes, and their rows where they are kept, behind what the arrays hold.
  func load(_ vessel: Int, into fixes: inout [Fix], rows: inout [UInt64]) {
    forEachPiece(vessel) { piece in
      fixes.append(contentsOf: piece)
      guard namesRows, let base = piece.baseAddress else { return }
      let block = UnsafeMutableRawPointer(mutating: UnsafeRawPointer(base)) - MemoryLayout<Header>.stride
      rows.append(contentsOf: UnsafeBufferPointer(start: FixStore.rows(of: block), count: piece.count))
    }
  }

  /// Adds some of a vessel's fixes, 0..<count in the order they are kept, behind what the array holds.
  func load(_ vessel: Int, _ range: Range<Int>, into fixes: inout [Fix]) {
    var start = 0
    forEachPiece(vessel) { piece in
      let wanted = range.clamped(to: start..<start + piece.count)
      if !wanted.isEmpty {
        fixes.append(
          contentsOf: UnsafeBufferPointer(rebasing: piece[wanted.lowerBound - start..<wanted.upperBound - start]))
      }
      start += piece.count
    }
  }

  /// Puts fixes in the place of a vessel's; at most as many as it has.
  ///
  /// To be called for different vessels at the same time by different workers at most.
  func replace(_ vessel: Int, with source: UnsafeBufferPointer<Fix>) {
    var start = 0
    forEachPiece(vessel) { piece in
      let count = min(piece.count, source.count - start)
      guard count > 0, let base = piece.baseAddress, let from = source.baseAddress else { return }
      UnsafeMutablePointer(mutating: base).update(from: from + start, count: count)
      start += count
    }
  }

  /// Calls `body` with a vessel's fixes, block by block in the order they came.
  func forEachPiece(_ vessel: Int, _ body: (UnsafeBufferPointer<Fix>) -> Void) {
    var block: UnsafeMutableRawPointer? = heads[vessel]
    while let current = block {
      let header = current.assumingMemoryBound(to: Header.self).pointee
      let first = FixStore.fixes(of: current)
      let count = header.next == nil ? tails[vessel].write - first : header.capacity
      body(UnsafeBufferPointer(start: first, count: count))
      block = header.next
    }
  }

  private static func fixes(of block: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Fix> {
    (block + MemoryLayout<Header>.stride).assumingMemoryBound(to: Fix.self)
  }

  private static func rows(of block: UnsafeMutableRawPointer) -> UnsafeMutablePointer<UInt64> {
    let capacity = block.assumingMemoryBound(to: Header.self).pointee.capacity
    return UnsafeMutableRawPointer(fixes(of: block) + capacity).assumingMemoryBound(to: UInt64.self)
  }

  /// Begins a block for a vessel, its first where the vessel is new.
  @inline(never)
  private mutating func addBlock(_ vessel: Int) {
    let isNew = vessel == tails.count
    let previous = isNew ? 0 : tails[vessel].block.assumingMemoryBound(to: Header.self).pointee.capacity
    let capacity = isNew ? FixStore.firstCapacity : min(previous * 2, FixStore.mostCapacity)
    let stride = MemoryLayout<Fix>.stride + (namesRows ? 8 : 0)
    let block = arena.allocate(MemoryLayout<Header>.stride + capacity * stride)
    block.initializeMemory(as: Header.self, to: Header(next: nil, capacity: capacity))
    let first = FixStore.fixes(of: block)
    let tail = Tail(write: first, end: first + capacity, block: block)
    if isNew {
      heads.append(block)
      tails.append(tail)
    } else {
      tails[vessel].block.assumingMemoryBound(to: Header.self).pointee.next = block
      tails[vessel] = tail
    }
  }
}
