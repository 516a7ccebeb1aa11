#if os(Linux)
  import Foundation
  import Glibc

  /// A disk of some kilobytes in a folder, where the system lets one be mounted.
  final class SmallDisk {
    private let path: String

    /// Mounts a disk; nil where that is not allowed.
    init?(kilobytes: Int, at folder: URL) {
      try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      path = folder.path
      guard mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else { return nil }
    }

    deinit { umount2(path, Int32(MNT_DETACH)) }

    /// Whether one can be mounted here.
    static let isAllowed: Bool = {
      guard let scratch = try? Scratch() else { return false }
      return SmallDisk(kilobytes: 16, at: scratch.url.appendingPathComponent("disk")) != nil
    }()
  }
#endif
