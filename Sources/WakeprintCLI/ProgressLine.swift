import Platform
import Synchronization
import Wakeprint

/// Shows progress: a bar with rate and time left on a terminal, a plain line for each stage elsewhere.
final class ProgressLine: Sendable {
  private let isInteractive: Bool
  private let isVerbose: Bool
  private let state = Mutex<(shownAt: Double, stage: String, began: Double)>((0, "", 0))

  init(isInteractive: Bool, isVerbose: Bool) {
    self.isInteractive = isInteractive
    self.isVerbose = isVerbose
  }

  /// Takes news of a job; shows at most ten a second.
  func show(_ progress: JobProgress) {
    let now = monotonicSeconds()
    let began = state.withLock { state -> Double? in
      let isNewStage = state.stage != progress.stage
      guard isNewStage || (isInteractive && now - state.shownAt > 0.1) else { return nil }
      state = (now, progress.stage, isNewStage ? now : state.began)
      return isInteractive || (isNewStage && isVerbose) ? state.began : nil
    }
    guard let began else { return }
    if isInteractive {
      Terminal.showProgress(bar(progress, seconds: now - began))
    } else {
      Terminal.note(progress.stage)
    }
  }

  private func bar(_ progress: JobProgress, seconds: Double) -> String {
    guard let fraction = progress.fraction, seconds > 0 else { return progress.stage + " …" }
    let width = 24
    let full = min(width, max(0, Int(fraction * Double(width))))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    var line = "\(progress.stage) \(bar) \(Int(fraction * 100)) %"
    if let bytes = progress.bytes { line += "  \(Int(Double(bytes) / seconds / 1e6)) MB/s" }
    if fraction > 0.02 { line += "  \(Int((seconds / fraction * (1 - fraction)).rounded(.up))) s left" }
    return line
  }
}
