import Platform

/// A folder of tiles or frames that appears under its name only when it is whole.
///
/// Files are made in `.NAME.wakeprint-tmp` beside it, which `commit()` renames. Until then it holds the job's key in
/// `.job`: an interrupted run leaves it standing, and the next one goes on in it when asked to resume and the key is
/// the same, or else removes it. A value that is let go without `commit()` removes it too, unless it was to resume and
/// there is something to go on with.
/// A lock tells other runs that one works in it. A symbolic link to a folder is followed: what it points to is
/// replaced, the link stays.
struct OutputFolder: ~Copyable {
  /// What a folder holds; one with anything else in it is never replaced.
  enum Content: Sendable {
    /// A tile set.
    case tiles
    /// A film's frames.
    case frames

    fileprivate func whatElse(in folder: borrowing FolderHandle) throws(FileHandle.Failure) -> String? {
      switch self {
      case .tiles: try TileTree.whatElse(in: folder)
      case .frames: try FrameTree.whatElse(in: folder)
      }
    }
  }

  /// The path as it was given, without slashes at its end.
  let path: String
  /// Where files are made.
  let contents: FolderHandle
  /// Whether an interrupted run of the same job has left its files there.
  let isResumed: Bool

  private static let jobName = ".job"

  private let content: Content
  private let parent: FolderHandle
  private let name: String
  private let key: String
  private let replacesExisting: Bool
  private let keepsUnfinished: Bool
  private var isOpen = true

  private init(
    path: String, content: Content, contents: consuming FolderHandle, isResumed: Bool, parent: consuming FolderHandle,
    name: String,
    key: String, force: Bool, resume: Bool
  ) {
    self.path = path
    self.content = content
    self.contents = contents
    self.isResumed = isResumed
    self.parent = parent
    self.name = name
    self.key = key
    replacesExisting = force
    keepsUnfinished = resume
  }

  deinit {
    let temporary = FilePlace.temporaryName(for: name)
    if isOpen, !keepsUnfinished || isBarren, contents.isFolder(temporary, of: parent) { try? parent.remove(temporary) }
    contents.release()
  }

  /// Opens a folder for writing, its final name untouched.
  ///
  /// Throws when a folder of the content or an empty one stands there and `force` is false, when anything else stands there, when
  /// the folder above is missing, when another run writes to it, and when the system refuses. `key` names the job that
  /// fills it; an empty one is never resumed.
  static func create(path: String, content: Content = .tiles, force: Bool, resume: Bool, key: String)
    throws(ExportError) -> OutputFolder
  {
    let path = FilePlace.withoutFinalSlashes(path)
    let (above, name) = try place(of: path)
    let temporary = FilePlace.temporaryName(for: name)
    let parent = try creating(path) { () throws(FileHandle.Failure) in try FolderHandle.opening(above) }
    try creating(path) { () throws(FileHandle.Failure) in try bringBack(name, in: parent) }
    if let refusal = refusal(of: path, name, content, in: parent, force: force) { throw refusal }

    var isResumed = false
    if parent.kind(of: temporary) == .folder {
      let left = try creating(path) { () throws(FileHandle.Failure) in try parent.folder(temporary) }
      guard left.claim() else { throw .outputContested(path: path) }
      defer { left.release() }
      isResumed = resume && !key.isEmpty && (try? left.bytes(of: jobName)) == Array(key.utf8)
      if !isResumed { try creating(path) { () throws(FileHandle.Failure) in try parent.remove(temporary) } }
    }
    let contents = try creating(path) { () throws(FileHandle.Failure) in try parent.folder(making: temporary) }
    guard contents.claim() else { throw .outputContested(path: path) }
    let folder = OutputFolder(
      path: path, content: content, contents: contents, isResumed: isResumed, parent: parent, name: name, key: key,
      force: force,
      resume: resume)
    try creating(path) { () throws(FileHandle.Failure) in try folder.writeKey() }
    return folder
  }

  /// Throws where `create` would for what stands at the path or above it, and changes nothing.
  static func check(path: String, content: Content = .tiles, force: Bool) throws(ExportError) {
    let path = FilePlace.withoutFinalSlashes(path)
    let (above, name) = try place(of: path)
    let parent = try creating(path) { () throws(FileHandle.Failure) in try FolderHandle.opening(above) }
    if let refusal = refusal(of: path, name, content, in: parent, force: force) { throw refusal }
    guard access(above, W_OK | X_OK) == 0 else { throw .cannotCreate(path: path, reason: systemReason()) }
  }

  /// Whether the folder that is being filled still stands under its temporary name.
  var isOwn: Bool { contents.isFolder(FilePlace.temporaryName(for: name), of: parent) }

  /// Gives the folder its name; an older folder is moved aside for it and then removed.
  ///
  /// Throws when the name has meanwhile been taken by what may not be replaced, when another run has replaced the
  /// temporary folder, and when the system refuses; then all is as if the value had been let go.
  consuming func commit() throws(ExportError) {
    guard isOwn else { throw .outputContested(path: path) }
    if let refusal = OutputFolder.refusal(of: path, name, content, in: parent, force: replacesExisting) {
      throw refusal
    }
    do throws(FileHandle.Failure) {
      try contents.remove(OutputFolder.jobName)
      try takeName()
    } catch {
      if keepsUnfinished { try? writeKey() }
      throw .writeFailed(path: path, reason: error.words)
    }
    isOpen = false
  }

  /// Whether there is nothing to go on with.
  private var isBarren: Bool { (try? contents.names()) == [OutputFolder.jobName] }

  private func takeName() throws(FileHandle.Failure) {
    let (temporary, aside) = (FilePlace.temporaryName(for: name), FilePlace.asideName(for: name))
    guard parent.kind(of: name) == .folder else { return try parent.rename(temporary, to: name) }
    try parent.remove(aside)
    try parent.rename(name, to: aside)
    do throws(FileHandle.Failure) {
      try parent.rename(temporary, to: name)
    } catch {
      try parent.rename(aside, to: name)
      throw error
    }
    // The output stands: what cannot be removed of the old one is left to the next run.
    try? parent.remove(aside)
  }

  private func writeKey() throws(FileHandle.Failure) {
    try contents.write(Array(key.utf8), to: OutputFolder.jobName)
  }

  /// A run that was killed while it took the name has moved the old folder aside and put nothing in its place.
  private static func bringBack(_ name: String, in parent: borrowing FolderHandle) throws(FileHandle.Failure) {
    let aside = FilePlace.asideName(for: name)
    guard parent.kind(of: name) == .missing, parent.kind(of: aside) == .folder else { return }
    try parent.rename(aside, to: name)
  }

  /// The folder that holds the output, and the output's name in it, links followed.
  private static func place(of path: String) throws(ExportError) -> (folder: String, name: String) {
    guard !path.isEmpty else { throw .cannotCreate(path: path, reason: "the name is empty") }
    let (target, kind) = try FilePlace.resolve(path)
    switch kind {
    case .nothing: return FilePlace.split(target)
    case .file: throw .outputIsOfAnotherKind(path: path, kind: "a file")
    case .device: throw .outputIsOfAnotherKind(path: path, kind: "a device")
    case .folder:
      guard let resolved = realpath(target, nil) else { throw .cannotCreate(path: path, reason: systemReason()) }
      defer { free(resolved) }
      let (above, name) = FilePlace.split(String(cString: resolved))
      guard !name.isEmpty else { throw .outputIsOfAnotherKind(path: path, kind: "the root of all folders") }
      return (above, name)
    }
  }

  /// Why what stands under the output's name may not be replaced; nil where it may, and where nothing stands there.
  private static func refusal(
    of path: String, _ name: String, _ content: Content, in parent: borrowing FolderHandle, force: Bool
  ) -> ExportError? {
    switch parent.kind(of: name) {
    case .missing: return nil
    case .file, .special: return .outputIsOfAnotherKind(path: path, kind: "a file")
    case .folder: break
    }
    do throws(FileHandle.Failure) {
      let old = try parent.folder(name)
      if let kind = try content.whatElse(in: old) { return .outputIsOfAnotherKind(path: path, kind: kind) }
      guard force else { return .outputExists(path: path) }
      // Neither can be renamed, or not without harm.
      guard old.sharesFileSystem(with: parent) else {
        return .cannotCreate(path: path, reason: "a file system is mounted there")
      }
      let current = try FolderHandle.opening(".")
      guard !current.isFolder(name, of: parent) else {
        return .cannotCreate(path: path, reason: "it is the folder that the program runs in")
      }
      return nil
    } catch {
      return .cannotCreate(path: path, reason: error.words)
    }
  }

  private static func creating<Value: ~Copyable>(
    _ path: String, _ body: () throws(FileHandle.Failure) -> Value
  ) throws(ExportError) -> Value {
    do throws(FileHandle.Failure) {
      return try body()
    } catch {
      throw .cannotCreate(path: path, reason: error.words)
    }
  }
}
