import Platform
import Tracks

var options = ReadOptions()
options.threads = Int(CommandLine.arguments[1]) ?? 1
if CommandLine.arguments.count > 3 { options.memory = Int(CommandLine.arguments[3])! }
let t0 = monotonicSeconds()
do {
  let result = try TrackReader(try InputFinder.sources(for: [CommandLine.arguments[2]]), options: options).read()
  let t1 = monotonicSeconds()
  print(result.ledger.read, result.ledger.accepted, result.tracks.vesselCount, result.tracks.fixCount, result.inputs[0].sha256, t1 - t0)
  for reason in RejectReason.allCases { print(reason.rawValue, result.ledger.rejected(reason), terminator: " ") }
  print(result.tracks.isSpilled)
} catch { print(error) }
