import Platform
import Testing

import Export

@Suite("An output appears under its name only when it is whole")
struct OutputFileTests {
  let folder = TemporaryFolder()

  private func failure(_ body: () throws(ExportError) -> Void) -> ExportError? {
    do throws(ExportError) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test("bytes stand under the name after commit, and nothing stands beside")
  func committed() throws {
    var file = try OutputFile.create(path: folder("a.png"), force: false)
    try file.write([1, 2])
    #expect(folder.names == [".a.png.wakeprint-tmp"])
    try file.write([])
    try file.write([3])
    #expect(file.byteCount == 3)
    try file.commit()
    #expect(folder.names == ["a.png"])
    #expect(folder.bytes("a.png") == [1, 2, 3])
  }

  @Test("an output that is given up leaves nothing")
  func dropped() throws {
    do {
      var file = try OutputFile.create(path: folder("a.png"), force: false)
      try file.write([1, 2, 3])
    }
    #expect(folder.names.isEmpty)
  }

  @Test("an existing output is refused and untouched unless forced")
  func existing() throws {
    try OutputFile.write([1], to: folder("a"), force: false)
    let path = folder("a")
    let error = failure { () throws(ExportError) in try OutputFile.write([2], to: path, force: false) }
    #expect(error == .outputExists(path: path))
    #expect(error?.kind == .cannotCreate)
    #expect(error?.description == "\(path): already exists; use --force to overwrite it")
    #expect(folder.bytes("a") == [1])
    try OutputFile.write([2], to: path, force: true)
    #expect(folder.bytes("a") == [2])
    #expect(folder.names == ["a"])
  }

  @Test("a forced output that is given up leaves the old one as it was")
  func forcedButDropped() throws {
    try OutputFile.write([1], to: folder("a"), force: false)
    do {
      var file = try OutputFile.create(path: folder("a"), force: true)
      try file.write([2, 2])
    }
    #expect(folder.bytes("a") == [1])
    #expect(folder.names == ["a"])
  }

  @Test("a name that is taken while the output is written is not overwritten")
  func takenMeanwhile() throws {
    let file = try OutputFile.create(path: folder("a"), force: false)
    symlink("/nowhere", folder("a"))
    do {
      try file.commit()
      Issue.record("committed over another file")
    } catch {
      #expect(error == .outputExists(path: folder("a")))
    }
    #expect(folder.names == ["a"])
  }

  @Test("a missing folder, a folder's name, a file for a folder and an empty name are refused")
  func places() throws {
    try OutputFile.write([1], to: folder("file"), force: false)
    let place = folder.path
    let missing = failure { () throws(ExportError) in
      try OutputFile.write([1], to: place + "/no/a", force: true)
    }
    #expect(missing == .folderMissing(path: place + "/no/a", folder: place + "/no"))
    let isFolder = failure { () throws(ExportError) in try OutputFile.write([1], to: place, force: true) }
    #expect(isFolder == .outputIsFolder(path: place))
    for path in [place + "/file/a", "", String(repeating: "n", count: 300)] {
      let error = failure { () throws(ExportError) in try OutputFile.write([1], to: path, force: true) }
      #expect(error?.kind == .cannotCreate, "\(path)")
    }
    #expect(folder.names == ["file"])
  }

  @Test("a temporary that a killed run left is replaced")
  func leftover() throws {
    try OutputFile.write([9, 9, 9, 9], to: folder(".a.wakeprint-tmp"), force: false)
    try OutputFile.write([1], to: folder("a"), force: false)
    #expect(folder.names == ["a"])
    #expect(folder.bytes("a") == [1])
  }

  @Test("of two runs at the same output the first is told, and the second is whole")
  func contested() throws {
    var first = try OutputFile.create(path: folder("a"), force: true)
    try first.write([1, 1, 1])
    var second = try OutputFile.create(path: folder("a"), force: true)
    do {
      try first.commit()
      Issue.record("the first run gave its name to the second's bytes")
    } catch {
      #expect(error == .outputContested(path: folder("a")))
    }
    try second.write([2])
    try second.commit()
    #expect(folder.bytes("a") == [2])
    #expect(folder.names == ["a"])
  }

  @Test("a symbolic link stays, and what it points to is replaced")
  func link() throws {
    try OutputFile.write([1], to: folder("real"), force: false)
    symlink("real", folder("link"))
    try OutputFile.write([2], to: folder("link"), force: true)
    #expect(folder.bytes("real") == [2])
    #expect(folder.names == ["link", "real"])
    var status = stat()
    #expect(lstat(folder("link"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test("a name of 255 bytes, the longest there is, can be written", arguments: ["n", "é"])
  func longName(letter: String) throws {
    let name = String(repeating: letter, count: 255 / letter.utf8.count)
    try OutputFile.write([1], to: folder(name), force: false)
    #expect(folder.names == [name])
  }

  @Test("an interrupted run takes its temporaries away")
  func interrupted() async throws {
    // In a process of its own: the register is the whole process's, and other tests have outputs open.
    await #expect(processExitsWith: .success) {
      let folder = TemporaryFolder()
      let one = try OutputFile.create(path: folder("a"), force: false)
      let two = try OutputFile.create(path: folder("b"), force: false)
      guard folder.names.count == 2 else { exit(1) }
      OutputFile.discardAll()
      guard folder.names.isEmpty else { exit(2) }
      withExtendedLifetime(one.byteCount + two.byteCount) {}
      rmdir(folder.path)
      exit(0)
    }
  }

  #if os(Linux)
    @Test("a full device is an error of writing, with the system's words")
    func fullDevice() throws {
      let error = failure { () throws(ExportError) in
        try OutputFile.write([1, 2, 3], to: "/dev/full", force: false)
      }
      #expect(error == .writeFailed(path: "/dev/full", reason: "No space left on device"))
      #expect(error?.kind == .writeFailed)
    }

    @Test("a file that cannot grow further leaves nothing, and says so once more when written to again")
    func fullDisk() async throws {
      // In a process of its own: the limit is the whole process's.
      await #expect(processExitsWith: .success) {
        let folder = TemporaryFolder()
        signal(SIGXFSZ, SIG_IGN)
        let fileSize = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
        var limit = rlimit()
        guard getrlimit(fileSize, &limit) == 0 else { exit(1) }
        limit.rlim_cur = 100_000
        guard setrlimit(fileSize, &limit) == 0 else { exit(1) }
        var file = try OutputFile.create(path: folder("a"), force: false)
        var failures = 0
        for _ in 0..<2 {
          do throws(ExportError) {
            try file.write([UInt8](repeating: 7, count: 200_000))
          } catch {
            if error.kind == .writeFailed { failures += 1 }
          }
        }
        guard failures == 2, folder.names.isEmpty else { exit(2) }
        do throws(ExportError) {
          try file.commit()
          exit(3)
        } catch {
          guard folder.names.isEmpty else { exit(4) }
        }
        rmdir(folder.path)
        exit(0)
      }
    }

    @Test("a device is written to directly and stays a device")
    func device() throws {
      try OutputFile.write([1], to: "/dev/null", force: true)
      var status = stat()
      #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    }
  #endif
}
