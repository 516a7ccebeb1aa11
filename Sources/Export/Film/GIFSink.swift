import Platform
import Synchronization

/// A film as a GIF of one palette, which ffmpeg makes.
///
/// The best 256 colours are known last. Until then the frames are kept without loss in `.NAME.frames.wakeprint-tmp`
/// beside the output, and the palette in `.NAME.palette.wakeprint-tmp`; both go in every case. What is not opaque is laid
/// over black. Delays are whole hundredths of a second, so that frames are shown for four or five of them at 24 a second.
/// The file appears under its name only when it is whole, see `OutputFile`; it cannot be resumed. All frames must have the
/// size of the first.
package final class GIFSink: FilmSink {
  private struct State: ~Copyable {
    var file: OutputFile?
    var frames: OutputFile?
    var palette: OutputFile?
    /// Keeps the frames, from the first one on.
    var keeper: FFmpeg?
    var frameCount = 0
    var byteCount = 0
  }

  private let place: FFmpeg.Place
  private let temporaryPath: String
  private let framesPath: String
  private let palettePath: String
  private let rate: FrameRate
  private let state: Mutex<State>

  /// The most frames that a GIF shows in a second: readers take their time over shorter delays than two hundredths.
  static let mostFramesPerSecond = 50.0

  /// Opens a file for writing; throws as `OutputFile.create`, for a device, for more frames in a second than there can be,
  /// and where ffmpeg is not in one of the folders, which colons part.
  init(
    path: String, force: Bool, rate: FrameRate, folders: String = ProgramPath.folders
  ) throws(ExportError) {
    place = FFmpeg.Place(path: path, folders: folders)
    self.rate = rate
    try Self.check(rate, path: path)
    _ = try place.program()
    let file = try OutputFile.createOutOfOrder(path: path, force: force)
    let frames = try OutputFile.scratch("frames", beside: path)
    let palette = try OutputFile.scratch("palette", beside: path)
    temporaryPath = file.temporaryPath
    framesPath = frames.temporaryPath
    palettePath = palette.temporaryPath
    state = Mutex(State(file: consume file, frames: consume frames, palette: consume palette))
  }

  deinit { state.withLock { Self.giveUp(&$0) } }

  /// Throws for more frames in a second than a GIF can show.
  static func check(_ rate: FrameRate, path: String) throws(ExportError) {
    guard Double(rate.frames) / Double(rate.seconds) > mostFramesPerSecond else { return }
    throw .tooFast(path: path, format: "GIF", framesPerSecond: Int(mostFramesPerSecond))
  }

  /// The frame as ffmpeg takes it.
  package func encode(_ frame: FilmFrame, number: Int) -> EncodedFrame {
    .pixels(FilmFrame(width: frame.width, height: frame.height, pixels: .rgb(frame.opaqueBytes())))
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
        if state.keeper == nil {
          state.keeper = try FFmpeg(place, keeping(width: frame.width, height: frame.height))
          state.byteCount = bytes.count
        }
        precondition(bytes.count == state.byteCount, "frames of one size")
        try state.keeper?.write(bytes)
        state.frameCount += 1
      } catch {
        Self.giveUp(&state)
        throw error
      }
    }
  }

  /// Makes the film of the frames that were kept, and gives it its name; the description, which is a folder's, is not in
  /// it.
  package func finish(description: [UInt8]) throws(ExportError) -> TileSinkReport {
    try state.withLock { state throws(ExportError) in
      do throws(ExportError) {
        try state.keeper?.finish()
        state.keeper = nil
        guard state.file != nil else { throw .writeFailed(path: place.path, reason: "an earlier write failed") }
        try FFmpeg(place, painting).finish()
      } catch {
        Self.giveUp(&state)
        throw error
      }
      state.frames = nil
      state.palette = nil
      guard var file = state.file.take() else {
        throw .writeFailed(path: place.path, reason: "an earlier write failed")
      }
      let report = try file.report()
      try file.commit()
      return report
    }
  }

  /// The program first, which could make its files anew.
  private static func giveUp(_ state: inout State) {
    state.keeper = nil
    state.frames = nil
    state.palette = nil
    state.file = nil
  }

  /// Keeps the frames as QuickTime's runs, which every ffmpeg can write: 170 frames of 1280x720 in 1.8 s and 5 MB, against
  /// 1.5 s and 2 MB for x264 without loss, 4.2 s and 17 MB for FFV1. The palette is made of all pixels, so that the map
  /// keeps its colours too: of what moves alone it is three times as far off on average.
  private func keeping(width: Int, height: Int) -> [String] {
    FFmpeg.input(width: width, height: height, rate: rate) + [
      "-filter_complex", "[0:v]split[film][all];[all]palettegen=stats_mode=full[palette]",
      "-map", "[film]", "-c:v", "qtrle", "-f", "mov", FFmpeg.file(framesPath),
      "-map", "[palette]", "-c:v", "png", "-frames:v", "1", "-f", "image2pipe", FFmpeg.file(palettePath),
    ]
  }

  /// Without dither, which speckles areas of one colour: 0.03 off on average in 0...255, against 0.46 for Bayer's.
  private var painting: [String] {
    [
      "-f", "mov", "-i", FFmpeg.file(framesPath), "-f", "png_pipe", "-i", FFmpeg.file(palettePath),
      "-lavfi", "[0:v][1:v]paletteuse=dither=none:diff_mode=rectangle",
      "-fflags", "+bitexact", "-loop", "0", "-f", "gif", FFmpeg.file(temporaryPath),
    ]
  }
}
