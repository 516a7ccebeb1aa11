import Platform
import Synchronization

/// The unfinished outputs of this process, so that an interrupted run can take them away.
enum OpenTemporaries {
  private static let paths = Mutex<Set<String>>([])

  /// Opens a file, and takes note of it before it can be discarded; the descriptor, negative where it was refused.
  static func open(_ path: String, by opening: () -> Int32) -> Int32 {
    paths.withLock { open in
      let descriptor = opening()
      if descriptor >= 0 { open.insert(path) }
      return descriptor
    }
  }

  static func remove(_ path: String) {
    paths.withLock { _ = $0.remove(path) }
  }

  /// Removes all; until `end` is over, none is opened and no one learns that his is gone.
  static func discardAll(then end: () -> Void) {
    paths.withLock { open in
      for path in open { unlink(path) }
      open.removeAll()
      end()
    }
  }
}
