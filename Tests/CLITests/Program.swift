import Foundation
import Testing

/// The built program, run as users run it: arguments in; exit code and both streams out.
enum Program {
  /// What a run came to.
  struct Outcome {
    let code: Int32
    let output: Data
    let complaint: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var json: [String: Any]? { (try? JSONSerialization.jsonObject(with: output)) as? [String: Any] }
  }

  /// A run that has begun.
  struct Run {
    let process: Process
    let streams: Scratch
    let ended: DispatchSemaphore

    /// Waits for the end; a run beyond the limit is killed and counts as a failure of the test.
    func outcome(limitInSeconds: Double = 30) throws -> Outcome {
      if ended.wait(timeout: .now() + limitInSeconds) == .timedOut {
        kill(process.processIdentifier, SIGKILL)
        ended.wait()
        Issue.record("the program did not end within \(limitInSeconds) s")
      }
      return Outcome(
        code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
        output: try #require(streams.bytes("out")),
        complaint: String(decoding: try #require(streams.bytes("err")), as: UTF8.self))
    }
  }

  /// Where the test binary lies, the program lies too.
  static let url: URL = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var folder = URL(fileURLWithPath: bundle)
    while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("wakeprint")
  }()

  /// A folder that is not there: what the developer has installed must not show.
  private static let noCache = FileManager.default.temporaryDirectory.path + "/wakeprint-no-cache-" + UUID().uuidString

  /// Begins a run in a folder; `home` is the user's own folder, and `cache` that of caches, by default one without
  /// anything.
  static func start(
    _ arguments: [String], in folder: Scratch, input: Any? = nil, home: URL? = nil, cache: String? = nil
  ) throws -> Run {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    var variables = ["WAKEPRINT_CACHE": cache ?? noCache]
    if let home { variables["HOME"] = home.path }
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    let streams = try Scratch()
    for name in ["out", "err"] { try streams.write("", to: name) }
    process.standardOutput = try FileHandle(forWritingTo: streams.url.appendingPathComponent("out"))
    process.standardError = try FileHandle(forWritingTo: streams.url.appendingPathComponent("err"))
    process.standardInput = input ?? FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    // It outlives the process: what it held would stay, and its files with it.
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    return Run(process: process, streams: streams, ended: ended)
  }

  /// Runs to the end in a folder.
  static func run(
    _ arguments: [String], in folder: Scratch, input: Any? = nil, home: URL? = nil, cache: String? = nil
  ) throws -> Outcome {
    let run = try start(arguments, in: folder, input: input, home: home, cache: cache)
    return try run.outcome()
  }
}
