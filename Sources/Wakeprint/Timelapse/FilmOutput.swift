import Cartography
import Export
import JSON
import Platform
import Raster
import Tracks

/// Where a film and what belongs to it are written.
struct FilmOutput: Sendable {
  private let job: TimelapseJob
  private let writer: OutputWriter

  /// The outputs of a job.
  init(_ job: TimelapseJob) {
    self.job = job
    writer = OutputWriter(force: job.force)
  }

  /// Throws where an output cannot be made or would take what it must not, before any work is spent on it.
  func check() throws(WakeprintError) {
    let format = try format()
    if job.resumes && format != .folder {
      throw WakeprintError(.usage, "--resume goes on with a folder; \(job.output) is made anew in any case")
    }
    if let poster = job.poster, !poster.lowercased().hasSuffix(".png") {
      throw WakeprintError(.usage, "\(poster): is not a .png, which is what a poster is written as; name one")
    }
    let files = [scalePath, job.poster, job.input.rejectsPath].compactMap { $0 }
    let inputs =
      job.input.paths + [job.events, job.watchlist, job.detection?.ports, job.density.usesScaleFrom].compactMap { $0 }
      + job.look.files
    do throws(ExportError) {
      try format.check(path: job.output, framesPerSecond: job.time.framesPerSecond)
    } catch {
      throw WakeprintError(error)
    }
    try writer.check(film: job.output, isFolder: format == .folder, files: files, inputs: inputs)
  }

  private func format() throws(WakeprintError) -> FilmFormat {
    do throws(ExportError) {
      return try FilmFormat(path: job.output)
    } catch {
      throw WakeprintError(error)
    }
  }

  /// Whether the film is a folder of pictures.
  var isFolder: Bool { (try? FilmFormat(path: job.output)) == .folder }

  /// Where the mapping from value to colour is written: where the user wants it, or beside a film that is one file, since
  /// a folder has it in `frames.json`; nil without density.
  private var scalePath: String? {
    guard job.time.density != nil else { return nil }
    let stem = job.output.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(separator: ".")
    return job.density.savesScaleTo ?? (isFolder ? nil : stem + ".scale.json")
  }

  /// Draws and writes the film.
  func write(
    _ plan: FilmPlan, _ summary: JobSummary, onProgress: (@Sendable (JobProgress) -> Void)?
  ) throws(WakeprintError) -> JobSummary {
    var summary = summary
    let metadata = plan.metadata
    let sink = try sink(plan, metadata, path: job.output)
    let production = FilmProduction(plan: plan, wantsPoster: job.poster != nil, onProgress: onProgress)
    let result = try production.run(into: sink)
    onProgress?(JobProgress(stage: "writing"))
    let empty = result.frames.count { $0.ships == 0 }
    if plan.job.time.trail != nil, !plan.job.time.isPlain, 2 * empty > result.frames.count {
      summary.notes.append(
        "\(empty) of \(result.frames.count) frames show no ship; --from and --to choose the time, --bbox the place")
    }
    do throws(ExportError) {
      let report = try sink.finish(description: plan.description(result.frames))
      summary.outputs.append(WrittenOutput(path: job.output, bytes: report.bytes, sha256: report.sha256))
    } catch {
      throw WakeprintError(error)
    }
    if let path = job.poster, let frame = result.poster {
      let png: [UInt8]
      do throws(ExportError) {
        png = try frame.png(metadata)
      } catch {
        throw WakeprintError(error)
      }
      summary.outputs.append(try writer.write(png, to: path))
    }
    if let scalePath, let scale = plan.scaleFile {
      summary.outputs.append(try writer.write(scale.text, to: scalePath))
    }
    if let path = job.input.rejectsPath, let table = plan.material.rejects {
      summary.outputs.append(try writer.write(table.contents, to: path))
    }
    return summary
  }

  private func sink(_ plan: FilmPlan, _ metadata: PNGMetadata, path: String) throws(WakeprintError) -> any FilmSink {
    let format = try format()
    do throws(ExportError) {
      return try format.sink(
        path: path, force: job.force, resume: job.resumes, key: plan.key, frameCount: plan.timeline.count,
        framesPerSecond: job.time.framesPerSecond, metadata: metadata)
    } catch {
      throw WakeprintError(error)
    }
  }
}
