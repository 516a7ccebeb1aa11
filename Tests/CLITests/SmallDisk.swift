#if os(Linux)
  import Foundation
  import Glibc

  /// A disk of some kilobytes in a folder, where the system lets one be mounted.
  final class SmallDisk {
    private let path: String
    // Held: it cannot be removed before the disk is.
    private let folder: Scratch

    /// Mounts a disk; nil where that is not allowed.
    init?(kilobytes: Int, in folder: Scratch, name: String = "disk") {
      let url = folder.url.appendingPathComponent(name)
      try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      (path, self.folder) = (url.path, folder)
      guard mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else { return nil }
    }

    deinit { umount2(path, Int32(MNT_DETACH)) }

    /// Whether one can be mounted here.
    static let isAllowed: Bool = {
      guard let scratch = try? Scratch() else { return false }
      return SmallDisk(kilobytes: 16, in: scratch) != nil
    }()
  }
#endif
