import Platform
import Synchronization

/// The unfinished outputs of this process, and the programs that write some of them, so that an interrupted run can take
/// them away.
enum OpenTemporaries {
  private struct Register {
    var paths: Set<String> = []
    var children: [ObjectIdentifier: ChildProcess] = [:]
  }

  private static let register = Mutex(Register())

  /// Opens a file, and takes note of it before it can be discarded; the descriptor, negative where it was refused.
  static func open(_ path: String, by opening: () -> Int32) -> Int32 {
    register.withLock { register in
      let descriptor = opening()
      if descriptor >= 0 { register.paths.insert(path) }
      return descriptor
    }
  }

  static func remove(_ path: String) {
    register.withLock { _ = $0.paths.remove(path) }
  }

  /// Starts a program that writes to a file that has been opened here.
  static func start(_ program: String, _ arguments: [String]) throws(FileHandle.Failure) -> ChildProcess {
    try register.withLock { register throws(FileHandle.Failure) in
      let child = try ChildProcess(program, arguments)
      register.children[ObjectIdentifier(child)] = child
      return child
    }
  }

  /// Takes a program that has ended, or that ends now, off the register.
  static func remove(_ child: ChildProcess) {
    child.kill()
    register.withLock { _ = $0.children.removeValue(forKey: ObjectIdentifier(child)) }
  }

  /// Removes all; until `end` is over, none is opened and no one learns that his is gone.
  static func discardAll(then end: () -> Void) {
    register.withLock { register in
      // First, as a program could make its file anew.
      for child in register.children.values { child.kill() }
      for path in register.paths { unlink(path) }
      register = Register()
      end()
    }
  }
}
