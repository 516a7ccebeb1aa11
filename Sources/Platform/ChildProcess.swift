import Synchronization

/// A program that runs beside this one, is fed through its standard input, and of which the last words are kept.
///
/// Its standard output goes nowhere; it has no other file of this process, and the signals of a terminal do not reach
/// it. One that is let go is killed.
package final class ChildProcess: Sendable {
  /// Why a call failed.
  package typealias Failure = FileHandle.Failure

  /// How a program has ended.
  package enum End: Sendable, Equatable {
    /// By itself; 0 is well.
    case exit(Int32)
    /// By a signal.
    case signal(Int32)
  }

  private struct Pipes: ~Copyable {
    var input: Int32
    var errors: Int32
    var tail: [UInt8] = []
  }

  private let process: Int32
  private let pipes: Mutex<Pipes>
  /// Set once the system has forgotten the process, whose number may then be another's.
  private let end = Mutex<End?>(nil)

  private static let starting = Mutex(())

  /// How many bytes of what it says are kept.
  private static let tailLimit = 4_096

  /// Starts the program in a file with arguments, of which the first is not its name.
  package init(_ program: String, _ arguments: [String]) throws(Failure) {
    // One at a time: until an end of a pipe is marked to be closed, another child could take it along.
    let started = try Self.starting.withLock { _ throws(Failure) in try Self.start(program, arguments) }
    process = started.process
    let (input, errors) = (started.input, started.errors)
    // Neither side may wait for the other while it does not read.
    for descriptor in [input, errors] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
    pipes = Mutex(Pipes(input: input, errors: errors))
  }

  deinit {
    kill()
    pipes.withLock { pipes in
      if pipes.input >= 0 { close(pipes.input) }
      close(pipes.errors)
    }
  }

  /// Feeds bytes to the program; throws EPIPE where it reads no more.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    try pipes.withLock { pipes throws(Failure) in
      guard pipes.input >= 0 else { throw Failure(code: EPIPE) }
      var rest = bytes[...]
      while !rest.isEmpty, let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress {
        let (count, code) = Self.writeWithoutSignal(pipes.input, base, rest.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if code == EAGAIN || code == EWOULDBLOCK {
          var waiting = [
            pollfd(fd: pipes.input, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: pipes.errors, events: Int16(POLLIN), revents: 0),
          ]
          // An ended stderr would be ready at all times.
          if !Self.listen(&pipes) { waiting.removeLast() }
          poll(&waiting, nfds_t(waiting.count), -1)
        } else if code != EINTR {
          throw Failure(code: code)
        }
      }
    }
  }

  /// Feeds bytes to the program; throws EPIPE where it reads no more.
  package func write(_ bytes: [UInt8]) throws(Failure) {
    try bytes.withUnsafeBufferPointer { bytes throws(Failure) in try write(UnsafeRawBufferPointer(bytes)) }
  }

  /// Ends the program's input and waits for its end.
  package func finish() -> End {
    pipes.withLock { pipes in
      if pipes.input >= 0 { close(pipes.input) }
      pipes.input = -1
      while Self.listen(&pipes) {
        var waiting = pollfd(fd: pipes.errors, events: Int16(POLLIN), revents: 0)
        poll(&waiting, 1, -1)
      }
    }
    return reap()
  }

  /// Ends the program at once, and returns when it is no more.
  package func kill() {
    end.withLock { end in
      guard end == nil else { return }
      // The group, as the program may be a script that has started another.
      _ = Platform.kill(-process, SIGKILL)
      end = Self.wait(for: process)
    }
  }

  /// The last line that the program has said, nil where it has said nothing.
  package var lastLine: String? {
    pipes.withLock { pipes in
      _ = Self.listen(&pipes)
      return String(decoding: pipes.tail, as: UTF8.self).split(whereSeparator: \.isNewline)
        .last { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
    }
  }

  private static func start(
    _ program: String, _ arguments: [String]
  ) throws(Failure) -> (process: Int32, input: Int32, errors: Int32) {
    let input = try pipe()
    let errors: (read: Int32, write: Int32)
    do throws(Failure) {
      errors = try pipe()
    } catch {
      close(input.read)
      close(input.write)
      throw error
    }
    let (code, process) = spawn(program, arguments, input: input.read, errors: errors.write)
    close(input.read)
    close(errors.write)
    guard code == 0 else {
      close(input.write)
      close(errors.read)
      throw Failure(code: code)
    }
    return (process, input.write, errors.read)
  }

  private func reap() -> End {
    // Not while the lock is held: another thread may have to kill what will not end.
    var information = siginfo_t()
    while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    return end.withLock { end in
      let known = end ?? Self.wait(for: process)
      end = known
      return known
    }
  }

  private static func wait(for process: Int32) -> End {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return .exit(127) }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
  }

  /// Keeps the end of what has been said; false when nothing more will be.
  private static func listen(_ pipes: inout Pipes) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: tailLimit, alignment: 16) { buffer in
      while true {
        let count = read(pipes.errors, buffer.baseAddress, buffer.count)
        if count == 0 { return false }
        if count < 0 {
          if errno == EINTR { continue }
          return errno == EAGAIN || errno == EWOULDBLOCK
        }
        pipes.tail = (pipes.tail + buffer[..<count]).suffix(tailLimit)
      }
    }
  }
}
