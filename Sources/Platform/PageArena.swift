/// Memory handed out piece by piece and given back all at once, in large pages where the system has them.
///
/// Filling fresh memory costs a page fault for every 4 kB otherwise, which for millions of small records is most of the
/// work. Pieces are never moved and stay valid until `reset` or the end of the arena.
package struct PageArena: ~Copyable, Sendable {
  private static let slabBytes = 8 << 20

  // One owner, not copyable: whoever holds the arena is alone with its pieces.
  private nonisolated(unsafe) var slabs: [UnsafeMutableRawPointer] = []
  private var slabsInUse = 0
  private var used = PageArena.slabBytes

  /// An arena without memory yet.
  package init() {}

  deinit {
    for slab in slabs { munmap(slab, PageArena.slabBytes) }
  }

  /// Bytes taken from the system for pieces in use.
  package var byteCount: Int { slabsInUse * PageArena.slabBytes }

  /// A piece of at most 1 MiB, aligned to 16 bytes, its content undefined.
  @inlinable
  package mutating func allocate(_ count: Int) -> UnsafeMutableRawPointer { take((count + 15) & ~15) }

  @usableFromInline
  mutating func take(_ count: Int) -> UnsafeMutableRawPointer {
    if used + count > PageArena.slabBytes { useNextSlab() }
    defer { used += count }
    return slabs[slabsInUse - 1] + used
  }

  /// Makes all pieces invalid and their memory ready to be handed out again.
  package mutating func reset() {
    slabsInUse = 0
    used = PageArena.slabBytes
  }

  private mutating func useNextSlab() {
    if slabsInUse == slabs.count { slabs.append(PageArena.newSlab()) }
    slabsInUse += 1
    used = 0
  }

  private static func newSlab() -> UnsafeMutableRawPointer {
    let page = 2 << 20
    let whole = slabBytes + page
    guard let start = mmap(nil, whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0), start != MAP_FAILED
    else { fatalError("memory is short; lower --memory") }
    // A large page must begin at a multiple of its size: what is before and behind goes back.
    let aligned = UnsafeMutableRawPointer(bitPattern: (UInt(bitPattern: start) + UInt(page) - 1) & ~UInt(page - 1))
    guard let aligned else { fatalError("memory is short; lower --memory") }
    let before = aligned - start
    if before > 0 { munmap(start, before) }
    if whole - before > slabBytes { munmap(aligned + slabBytes, whole - before - slabBytes) }
    preferLargePages(UnsafeMutableRawBufferPointer(start: aligned, count: slabBytes))
    return aligned
  }
}
