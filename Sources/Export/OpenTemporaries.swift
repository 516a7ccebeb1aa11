import Platform
import Synchronization

/// The unfinished outputs of this process, so that an interrupted run can take them away.
enum OpenTemporaries {
  private static let paths = Mutex<Set<String>>([])

  static func insert(_ path: String) {
    paths.withLock { _ = $0.insert(path) }
  }

  static func remove(_ path: String) {
    paths.withLock { _ = $0.remove(path) }
  }

  static func discardAll() {
    paths.withLock { open in
      for path in open { unlink(path) }
      open.removeAll()
    }
  }
}
