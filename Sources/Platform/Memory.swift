/// Asks the system to back a large buffer with large pages, which spares most of the page faults of filling it.
package func preferLargePages(_ buffer: UnsafeMutableRawBufferPointer) {
  #if os(Linux)
    let page = 1 << 21
    guard let base = buffer.baseAddress, buffer.count >= 2 * page else { return }
    let start = (Int(bitPattern: base) + page - 1) & ~(page - 1)
    let end = (Int(bitPattern: base) + buffer.count) & ~(page - 1)
    guard end > start else { return }
    madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, 14 /* MADV_HUGEPAGE */)
  #endif
}
