import Tracks

/// What to read and by which rule legs count.
public struct InputRequest: Sendable {
  /// Files, folders, or `-` for standard input.
  public var paths: [String]
  /// How rows are read and chosen.
  public var reading = ReadOptions()
  /// Which legs between two fixes are observed.
  public var rule = LegRule()
  /// Where rejected rows are written one by one; nil writes none.
  public var rejectsPath: String?
  /// Bytes in memory that are read instead of paths: the recording that the program carries.
  var embedded: (name: String, bytes: [UInt8])?

  /// A request with the defaults for everything else.
  public init(paths: [String]) { self.paths = paths }

  /// Reads the inputs; the second part of the result is the table of rejected rows, where one is wanted.
  func read(
    onProgress: (@Sendable (ReadProgress) -> Void)?
  ) throws(WakeprintError) -> (result: ReadResult, rejects: RejectsTable?) {
    var options = reading
    options.namesRejectedRows = rejectsPath != nil
    options.rule = rule
    // Less would only make many small runs, whose lists of vessels outgrow what they save.
    options.memory = max(options.memory, 64_000_000)
    // Only ships that share an MMSI are told apart by how fast they said they were.
    options.keepsSpeedAndCourse = reading.separatesVessels
    var table: RejectsTable?
    do throws(TracksError) {
      let sources: [InputSource]
      if let embedded {
        sources = [.memory(name: embedded.name, bytes: embedded.bytes)]
      } else {
        sources = try InputFinder.sources(for: paths)
      }
      table = rejectsPath.map { _ in RejectsTable() }
      let result = try TrackReader(sources, options: options).read(
        onReject: { [table] in table?.append($0) }, onProgress: onProgress)
      return (result, table)
    } catch {
      // Where no row can be used, why is what the user asks next. The path was tried before anything was read.
      if case .nothingUsable = error, let table, let rejectsPath {
        _ = try OutputWriter(force: true).write(table.contents, to: rejectsPath)
      }
      throw WakeprintError(error)
    }
  }
}
