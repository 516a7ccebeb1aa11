/// The directories of an archive as they are stored: the root, and the leaves it points to, each packed.
package struct PMTilesDirectories {
  /// The root directory, at most `rootLimit` bytes with the header.
  package let root: [UInt8]
  /// All leaf directories, one behind the other; empty where the root holds all entries.
  package let leaves: [UInt8]

  /// Entries that a leaf has at first: a few kilobytes for a reader to fetch.
  private static let smallestLeaf = 4096
  /// More entries than a root could ever hold are not tried in one.
  private static let mostInRoot = 16_384

  /// Packs entries that are by rising number.
  ///
  /// Where they do not fit into the root, leaves are made, as small as leave a root that fits. Throws when memory is
  /// short.
  package init(packing entries: [PMTilesEntry], rootLimit: Int = PMTilesHeader.rootLimit) throws(ExportError) {
    let room = rootLimit - PMTilesHeader.byteCount
    if entries.count <= Self.mostInRoot {
      let root = try Gzip.compress(PMTilesDirectory.encode(entries))
      if root.count <= room {
        (self.root, leaves) = (root, [])
        return
      }
    }
    var leafCount = Self.smallestLeaf
    while true {
      let (root, leaves) = try Self.pack(entries, leafCount: leafCount)
      if root.count <= room {
        (self.root, self.leaves) = (root, leaves)
        return
      }
      leafCount += leafCount / 2
    }
  }

  private static func pack(
    _ entries: [PMTilesEntry], leafCount: Int
  ) throws(ExportError) -> (root: [UInt8], leaves: [UInt8]) {
    var pointers: [PMTilesEntry] = []
    var leaves: [UInt8] = []
    for start in stride(from: 0, to: entries.count, by: leafCount) {
      let part = entries[start..<min(start + leafCount, entries.count)]
      let leaf = try Gzip.compress(PMTilesDirectory.encode(part))
      pointers.append(
        PMTilesEntry(
          tileID: entries[start].tileID, offset: UInt64(leaves.count), length: UInt32(leaf.count), runLength: 0))
      leaves += leaf
    }
    return (try Gzip.compress(PMTilesDirectory.encode(pointers)), leaves)
  }
}
