import Cartography
import Export
import Platform
import Raster
import Synchronization
import Tracks

/// Draws a film's frames, several at a time, and hands them to a sink in their order.
struct FilmProduction: Sendable {
  let plan: FilmPlan
  /// Whether the frame that says most is wanted by itself.
  let wantsPoster: Bool
  let onProgress: (@Sendable (JobProgress) -> Void)?

  /// What was made.
  struct Result: Sendable {
    /// Each frame in its order.
    var frames: [FrameRecord] = []
    /// The frame that says most, where it is wanted.
    var poster: FilmFrame?
    fileprivate var best = (events: -1, ships: -1)
  }

  /// A frame that is finished, or that an interrupted run has left.
  private struct Finished: Sendable {
    var record: FrameRecord
    var encoded: EncodedFrame?
    var frame: FilmFrame?
  }

  /// The sink while several workers bring frames to it: one at a time, in order.
  private struct Writer: Sendable {
    let sink: any FilmSink
    var result = Result()
    var failure: WakeprintError?

    mutating func take(_ finished: Finished) {
      guard failure == nil else { return }
      let record = finished.record
      do throws(ExportError) {
        if let encoded = finished.encoded { try sink.append(encoded, number: record.number) }
      } catch {
        failure = WakeprintError(error)
      }
      result.frames.append(record)
      if let frame = finished.frame, (record.current, record.ships) > result.best {
        result.best = (record.current, record.ships)
        result.poster = frame
      }
    }
  }

  /// Draws all frames into a sink, which is not finished yet.
  func run(into sink: any FilmSink) throws(WakeprintError) -> Result {
    let ordered = OrderedStage<Finished, Writer>(Writer(sink: sink))
    let hasFailed = Atomic(false)
    for shot in plan.camera.shots where !hasFailed.load(ordering: .relaxed) {
      try draw(shot, into: sink, ordered, hasFailed)
    }
    return try ordered.finish {
      $0.take($1)
    } _: { writer throws(WakeprintError) in
      if let failure = writer.failure { throw failure }
      return writer.result
    }
  }

  private func draw(
    _ shot: FilmCamera.Shot, into sink: any FilmSink, _ ordered: OrderedStage<Finished, Writer>,
    _ hasFailed: borrowing Atomic<Bool>
  ) throws(WakeprintError) {
    var held: Set<Int> = []
    do throws(ExportError) {
      for number in shot.frames where try sink.holds(number) { held.insert(number) }
    } catch {
      throw WakeprintError(error)
    }
    let (stage, picture) = try plan.set(shot)
    let moving = Mutex(stage)
    let count = plan.timeline.count
    try concurrently(plan.threads, claiming: shot.frames.count, stride: 1) { claim throws(WakeprintError) in
      var desk = picture.desk
      while !hasFailed.load(ordering: .relaxed) {
        // Frames move on in their order, whoever does it; finishing them is what workers share.
        let moment = try moving.withLock { stage throws(WakeprintError) -> FilmMoment? in
          guard claim() != nil else { return nil }
          do throws(TracksError) {
            return try stage.next(using: desk.map.take()) { !held.contains($0) }
          } catch {
            throw WakeprintError(error)
          }
        }
        guard let moment else { return }
        let number = moment.frame
        let (events, current) = picture.events(at: moment.interval.upperBound)
        var finished = Finished(
          record: FrameRecord(
            number: number, interval: moment.interval, box: shot.view(number).boundingBox, ships: moment.ships.count,
            events: events,
            current: current))
        if !held.contains(number) {
          let frame = try picture.finish(moment, on: &desk, palette: plan.shading?.colors ?? [])
          do throws(ExportError) {
            finished.encoded = try sink.encode(frame, number: number)
          } catch {
            throw WakeprintError(error)
          }
          if wantsPoster { finished.frame = frame }
        }
        ordered.put(finished, at: number, patience: 4 * plan.threads) { writer, finished in
          writer.take(finished)
          if writer.failure != nil { hasFailed.store(true, ordering: .relaxed) }
        }
        if number % 4 == 0 {
          onProgress?(JobProgress(stage: "drawing", fraction: Double(number + 1) / Double(count)))
        }
      }
    }
  }
}
