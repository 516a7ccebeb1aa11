import Cartography
import Export
import Platform
import Tracks

extension FilmOutput {
  /// Frames that an estimate is made from.
  private static let sampled = 12

  /// Says what the film would come to: draws a few frames from its middle, and writes them as a film of their own among
  /// the system's work files, which is removed again.
  func estimate(_ plan: FilmPlan) throws(WakeprintError) -> FilmEstimate {
    let count = plan.timeline.count
    let middle = count / 2
    guard let shot = plan.camera.shots.first(where: { $0.frames.contains(middle) }) else {
      preconditionFailure("every frame is of a shot")
    }
    let first = max(min(middle, shot.frames.upperBound - Self.sampled), shot.frames.lowerBound)
    let sample = shot.only(first..<first + Self.sampled)
    var (stage, picture) = try plan.set(sample)
    var desk = picture.desk
    var start = monotonicSeconds()
    var frames: [FilmFrame] = []
    for _ in sample.frames {
      let moment: FilmMoment
      do throws(TracksError) {
        moment = try stage.next()
      } catch {
        throw WakeprintError(error)
      }
      frames.append(try picture.finish(moment, on: &desk, palette: plan.shading?.colors ?? []))
    }
    let drawing = (monotonicSeconds() - start) / Double(frames.count)
    start = monotonicSeconds()
    let all = try written(frames, plan)
    let writing = (monotonicSeconds() - start) / Double(frames.count)
    // The first frame of a film is written whole, the others by what has changed.
    let one = try written(Array(frames.prefix(1)), plan)
    let each = Double(all - one) / Double(max(frames.count - 1, 1))
    let workers = Double(max(min(plan.threads, processorCount()), 1))
    // A folder's pictures are compressed by those who draw them, a film in one piece.
    let perFrame = isFolder ? (drawing + writing) / workers : max(drawing / workers, writing)
    return FilmEstimate(
      width: picture.size.width, height: picture.size.height,
      playingSeconds: Double(count) / plan.job.time.framesPerSecond, bytes: one + Int(each * Double(count - 1)),
      drawingSeconds: perFrame * Double(count), sampled: frames.count)
  }

  /// How many bytes some frames take.
  private func written(_ frames: [FilmFrame], _ plan: FilmPlan) throws(WakeprintError) -> Int {
    let metadata = plan.metadata
    do throws(ExportError) {
      if isFolder {
        var bytes = 0
        for frame in frames { bytes += try frame.png(metadata).count }
        return bytes
      }
      let ending = plan.job.output.split(separator: ".").last.map { "." + $0 } ?? ""
      let path = "\(temporaryFolder())/wakeprint-estimate-\(getpid())\(ending)"
      defer { unlink(path) }
      let sink = try FilmFormat(path: path).sink(
        path: path, force: true, resume: false, key: "", frameCount: frames.count,
        framesPerSecond: plan.job.time.framesPerSecond, metadata: metadata)
      for (number, frame) in frames.enumerated() {
        try sink.append(try sink.encode(frame, number: number), number: number)
      }
      return try sink.finish(description: []).bytes
    } catch {
      throw WakeprintError(error)
    }
  }
}
