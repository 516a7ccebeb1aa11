import Platform
import Synchronization

/// A film as a video, `.mp4`: H.264 in the colours of BT.709, which ffmpeg makes.
///
/// Frames go to ffmpeg as they come. What is not opaque is laid over black; an odd width or height is made even by its
/// last column or row once more, as 4:2:0 asks. The number of threads is fixed, as it is part of what decides the bytes;
/// another version of ffmpeg or x264 may make others. The file appears under its name only when it is whole, see
/// `OutputFile`; it cannot be resumed. All frames must have the size of the first.
package final class VideoSink: FilmSink {
  private struct State: ~Copyable {
    var file: OutputFile?
    /// From the first frame on.
    var encoder: FFmpeg?
    var frameCount = 0
    var byteCount = 0
  }

  private let place: FFmpeg.Place
  private let temporaryPath: String
  private let rate: FrameRate
  private let title: String?
  private let state: Mutex<State>

  /// Opens a file for writing; throws as `OutputFile.create`, for a device, and where ffmpeg is not in one of the folders,
  /// which colons part.
  init(
    path: String, force: Bool, rate: FrameRate, metadata: PNGMetadata, folders: String = ProgramPath.folders
  ) throws(ExportError) {
    place = FFmpeg.Place(path: path, folders: folders)
    self.rate = rate
    title = metadata.title
    _ = try place.program()
    let file = try OutputFile.createOutOfOrder(path: path, force: force)
    temporaryPath = file.temporaryPath
    state = Mutex(State(file: consume file))
  }

  deinit { state.withLock { Self.giveUp(&$0) } }

  /// The frame as ffmpeg takes it.
  package func encode(_ frame: FilmFrame, number: Int) -> EncodedFrame {
    .pixels(
      FilmFrame(
        width: (frame.width + 1) / 2 * 2, height: (frame.height + 1) / 2 * 2,
        pixels: .rgb(frame.opaqueBytes(isEven: true))))
  }

  /// None: the file is made anew.
  package func holds(_ number: Int) -> Bool { false }

  package func append(_ frame: EncodedFrame, number: Int) throws(ExportError) {
    guard case .pixels(let frame) = frame, case .rgb(let bytes) = frame.pixels else {
      preconditionFailure("pixels, as `encode` gives them")
    }
    try state.withLock { state throws(ExportError) in
      guard state.file != nil else { throw .writeFailed(path: place.path, reason: "an earlier write failed") }
      precondition(number == state.frameCount, "each frame once, in order")
      do throws(ExportError) {
        if state.encoder == nil {
          state.encoder = try FFmpeg(place, arguments(width: frame.width, height: frame.height))
          state.byteCount = bytes.count
        }
        precondition(bytes.count == state.byteCount, "frames of one size")
        try state.encoder?.write(bytes)
        state.frameCount += 1
      } catch {
        Self.giveUp(&state)
        throw error
      }
    }
  }

  /// Waits for ffmpeg's end and gives the file its name; the description, which is a folder's, is not in it.
  package func finish(description: [UInt8]) throws(ExportError) -> TileSinkReport {
    try state.withLock { state throws(ExportError) in
      do throws(ExportError) {
        try state.encoder?.finish()
      } catch {
        Self.giveUp(&state)
        throw error
      }
      state.encoder = nil
      guard var file = state.file.take() else {
        throw .writeFailed(path: place.path, reason: "an earlier write failed")
      }
      let report = try file.report()
      try file.commit()
      return report
    }
  }

  /// The program first, which could make its file anew.
  private static func giveUp(_ state: inout State) {
    state.encoder = nil
    state.file = nil
  }

  private func arguments(width: Int, height: Int) -> [String] {
    var arguments = FFmpeg.input(width: width, height: height, rate: rate)
    arguments += [
      "-vf",
      "scale=in_range=full:out_range=tv:out_color_matrix=bt709:flags=accurate_rnd+full_chroma_int,format=yuv420p",
      "-c:v", "libx264", "-preset", "medium", "-crf", "18", "-threads", "4",
      "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
      "-fflags", "+bitexact", "-flags:v", "+bitexact", "-movflags", "+faststart",
    ]
    if let title { arguments += ["-metadata", "title=" + title.filter { $0 != "\0" }] }
    return arguments + ["-f", "mp4", FFmpeg.file(temporaryPath)]
  }
}
