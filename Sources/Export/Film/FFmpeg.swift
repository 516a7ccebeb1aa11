import Platform

/// A run of ffmpeg, which makes the kinds of film that are not written here.
///
/// One that is let go before its end is killed.
final class FFmpeg: Sendable {
  /// What is said of a film that ffmpeg makes, and where it is looked for.
  struct Place: Sendable {
    /// The film's path as it was given.
    let path: String
    /// Folders parted by colons.
    let folders: String

    /// The program's file; throws where there is none.
    func program() throws(ExportError) -> String {
      guard let program = ProgramPath.find("ffmpeg", in: folders) else {
        throw .programMissing(program: "ffmpeg", format: "." + (path.split(separator: ".").last ?? "").lowercased())
      }
      return program
    }
  }

  private let path: String
  private let child: ChildProcess

  /// Starts it with arguments, in addition to those that keep it quiet and away from the terminal.
  init(_ place: Place, _ arguments: [String]) throws(ExportError) {
    path = place.path
    let program = try place.program()
    do throws(FileHandle.Failure) {
      child = try OpenTemporaries.start(
        program, ["-nostdin", "-hide_banner", "-nostats", "-loglevel", "error", "-y"] + arguments)
    } catch {
      throw .programFailed(path: path, program: "ffmpeg", reason: error.words)
    }
  }

  deinit { OpenTemporaries.remove(child) }

  /// Feeds it bytes.
  func write(_ bytes: [UInt8]) throws(ExportError) {
    do throws(FileHandle.Failure) {
      try child.write(bytes)
    } catch {
      // It reads no more because it has failed, and what it says of that is worth more than the broken pipe.
      throw failure(child.finish(), error.words)
    }
  }

  /// Waits for its end, which must be a good one.
  func finish() throws(ExportError) {
    let end = child.finish()
    if end != .exit(0) { throw failure(end, "it ended early") }
  }

  private func failure(_ end: ChildProcess.End, _ otherwise: String) -> ExportError {
    let reason: String
    if case .signal(let number) = end {
      reason = "it was ended by signal \(number)"
    } else {
      reason = child.lastLine.map(Self.withoutOrigin) ?? otherwise
    }
    return .programFailed(path: path, program: "ffmpeg", reason: reason)
  }

  /// A line without the part of ffmpeg that says it, `[libx264 @ 0x55d0c8]`, and the point at its end.
  private static func withoutOrigin(_ line: String) -> String {
    var line = Substring(line)
    while line.hasPrefix("["), let end = line.firstIndex(of: "]") {
      line = line[line.index(after: end)...].drop(while: \.isWhitespace)
    }
    while line.hasSuffix(".") || line.hasSuffix(" ") { line.removeLast() }
    return String(line)
  }
}

extension FFmpeg {
  /// The arguments that read frames of a size from standard input.
  static func input(width: Int, height: Int, rate: FrameRate) -> [String] {
    [
      "-f", "rawvideo", "-pixel_format", "rgb24", "-video_size", "\(width)x\(height)", "-framerate",
      "\(rate.frames)/\(rate.seconds)", "-i", "pipe:0", "-an",
    ]
  }

  /// A file's name, of which no part is taken for a protocol's.
  static func file(_ path: String) -> String { "file:" + path }
}
