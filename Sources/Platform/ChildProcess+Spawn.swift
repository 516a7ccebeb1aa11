extension ChildProcess {
  /// A pipe of which both ends are closed in every program that is started.
  static func pipe() throws(Failure) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Platform.pipe(&ends) == 0 else { throw Failure(code: errno) }
    // Moved too from the place of a standard stream that is closed, where one would take the other's in the child.
    let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 3) }
    let code = errno
    for end in ends { close(end) }
    guard moved.allSatisfy({ $0 >= 0 }) else {
      for end in moved where end >= 0 { close(end) }
      throw Failure(code: code)
    }
    #if canImport(Darwin)
      _ = fcntl(moved[1], F_SETNOSIGPIPE, 1)
    #endif
    return (moved[0], moved[1])
  }

  /// Starts a program with two ends of pipes as its standard input and error; 0 or the system's number of the error.
  static func spawn(
    _ program: String, _ arguments: [String], input: Int32, errors: Int32
  ) -> (code: Int32, process: Int32) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    // A group of its own: Ctrl-C is for this process, which decides what becomes of the child.
    var flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    #if canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
    #endif
    posix_spawnattr_setpgroup(&attributes, 0)
    // What this process ignores its child would ignore too.
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, &attributes, words, environ)
    return (code, process)
  }

  /// The system's write, which ends no process whose reader is gone; the count is negative where it failed.
  static func writeWithoutSignal(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> (Int, Int32) {
    #if canImport(Darwin)
      let written = Platform.write(descriptor, bytes, count)
      return (written, errno)
    #else
      // Linux knows no pipe without the signal: it is held back, and taken where it is this call's.
      var pipe = sigset_t()
      var before = sigset_t()
      var pending = sigset_t()
      sigemptyset(&pipe)
      sigaddset(&pipe, SIGPIPE)
      sigpending(&pending)
      pthread_sigmask(SIG_BLOCK, &pipe, &before)
      let written = Platform.write(descriptor, bytes, count)
      let code = errno
      if written < 0, code == EPIPE, sigismember(&pending, SIGPIPE) == 0 {
        var now = timespec()
        while sigtimedwait(&pipe, nil, &now) < 0, errno == EINTR {}
      }
      pthread_sigmask(SIG_SETMASK, &before, nil)
      return (written, code)
    #endif
  }
}
