import Platform
import Testing

@Suite("A program that is fed through a pipe")
struct ChildProcessTests {
  private func shell(_ script: String) throws -> ChildProcess { try ChildProcess("/bin/sh", ["-c", script]) }

  @Test("it gets all bytes, and its end and last line are known")
  func all() throws {
    let child = try shell("wc -c >&2; exit 7")
    for _ in 0..<100 { try child.write([UInt8](repeating: 5, count: 12_345)) }
    #expect(child.finish() == .exit(7))
    #expect(child.lastLine?.drop { $0 == " " } == "1234500")
  }

  @Test("neither waits for the other for ever, however much it complains before it reads")
  func complaints() throws {
    let child = try shell("yes 'no, not this' | head -n 200000 >&2; cat >/dev/null; echo done >&2")
    try child.write([UInt8](repeating: 1, count: 1_000_000))
    #expect(child.finish() == .exit(0))
    #expect(child.lastLine == "done")
  }

  @Test("one that reads no more is a failed write, no signal")
  func broken() async throws {
    await #expect(processExitsWith: .success) {
      signal(SIGPIPE, SIG_DFL)
      let child = try ChildProcess("/bin/sh", ["-c", "exit 0"])
      #expect(throws: FileHandle.Failure(code: EPIPE)) {
        for _ in 0..<1_000 { try child.write([UInt8](repeating: 0, count: 100_000)) }
      }
      #expect(child.finish() == .exit(0))
      #expect(throws: FileHandle.Failure(code: EPIPE)) { try child.write([0]) }
    }
  }

  @Test("it has no file of ours, and hears the signals that we ignore")
  func alone() async throws {
    await #expect(processExitsWith: .success) {
      signal(SIGTERM, SIG_IGN)
      // What the test's own harness has left open.
      for descriptor in 3..<256 as Range<Int32> { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
      let one = try ChildProcess("/bin/cat", [])
      let two = try FileHandle.temporary(in: "/tmp")
      let child = try ChildProcess(
        "/bin/sh", ["-c", "for f in 3 4 5 6 7 8 9; do (: <&$f) 2>/dev/null && echo $f >&2; done; kill $$"])
      #expect(child.finish() == .signal(SIGTERM))
      #expect(child.lastLine == nil)
      one.kill()
      _ = two.size
    }
  }

  @Test("it is no more when it has been killed, with what it has started")
  func killed() throws {
    let child = try shell("sleep 1000 | cat")
    child.kill()
    #expect(child.finish() == .signal(SIGKILL))
    child.kill()
  }

  @Test("a program that is not there is the system's failure")
  func missing() {
    #expect(throws: FileHandle.Failure(code: ENOENT)) { try ChildProcess("/nowhere/at/all", []) }
  }
}
