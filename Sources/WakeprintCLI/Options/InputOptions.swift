import ArgumentParser
import Wakeprint

/// What to read, which rows of it, and how.
struct InputOptions: ParsableArguments {
  @Argument(help: "Files, folders, or - for standard input; plain or compressed.")
  var inputs: [String]

  @Option(
    help: ArgumentHelp(
      "The inputs' format, where it is not to be found from the content: csv, nmea, json, gpx or sqlite.",
      valueName: "format"))
  var format: String?

  @Option(help: ArgumentHelp("First instant wanted, inclusive (ISO 8601, UTC without a zone).", valueName: "time"))
  var from: TimeArgument?

  @Option(help: ArgumentHelp("End of the time wanted, exclusive.", valueName: "time"))
  var to: TimeArgument?

  @Option(help: ArgumentHelp("Only these vessels.", valueName: "n,n,…"))
  var mmsi: VesselListArgument?

  @Option(
    help: ArgumentHelp(
      "Columns that no known name fits: lat=COL,lon=COL,time=COL,mmsi=COL,sog=COL,name=COL,…; a name, or a number from 1.",
      valueName: "key=col,…"))
  var map: ColumnMapArgument?

  @Option(help: "Which way round dates with slashes are: auto, dmy or mdy.")
  var timeFormat = TimeFormat.auto

  @Option(
    help: ArgumentHelp(
      "When a log of NMEA sentences begins that says no time itself: a date, or date and time.", valueName: "time"))
  var date: TimeArgument?

  @Option(
    help: ArgumentHelp(
      "How much an input may have: line=1MB, fields=4096, depth=64, ratio=1000, unpacked=1TB, vessels=10M, groups=4096, positions=50M.",
      valueName: "key=n,…"))
  var limit: LimitsArgument?

  @Option(help: ArgumentHelp("A silence longer than this is a gap.", valueName: "duration"))
  var gapAfter = DurationArgument(milliseconds: 3_600_000)

  @Option(help: ArgumentHelp("A leg faster than this is a jump, not a voyage.", valueName: "knots"))
  var maxSpeed = 50.0

  @Option(help: ArgumentHelp("Workers; any number gives the same bytes. Default: all cores.", valueName: "n"))
  var threads: Int?

  @Option(help: ArgumentHelp("Working data beyond this goes to disk (TMPDIR), with the same bytes.", valueName: "size"))
  var memory = SizeArgument(bytes: 4_000_000_000)

  @Flag(help: "End at the first row at fault (exit 65).")
  var strict = false

  @Option(help: ArgumentHelp("Write every rejected row: file, line, reason, value.", valueName: "file"))
  var rejects: String?

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("no input; name files, folders, or - for standard input") }
    if let format, format.lowercased() != "auto", InputFormat(userText: format) == nil {
      throw ValidationError("--format \(format) is not one that can be read; use csv, nmea, json, gpx or sqlite")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads) is outside 1...1024; leave it out to use all cores")
    }
    if !(maxSpeed > 0 && maxSpeed.isFinite) {
      throw ValidationError("--max-speed \(maxSpeed) is no speed; give knots above 0")
    }
    if let from, let to, from.milliseconds >= to.milliseconds {
      throw ValidationError("--from is not before --to; give an earlier --from or a later --to")
    }
  }

  /// The same as the library takes it.
  var request: InputRequest {
    var request = InputRequest(paths: inputs)
    request.reading.selection = RowSelection(
      fromMilliseconds: from?.milliseconds, toMilliseconds: to?.milliseconds, vessels: mmsi?.vessels)
    request.reading.map = map?.columns ?? [:]
    request.reading.timeFormat = timeFormat
    request.reading.format = format.flatMap { InputFormat(userText: $0) }
    request.reading.logStart = date?.milliseconds
    request.reading.limits = limit?.limits ?? ReadLimits()
    request.reading.isStrict = strict
    request.reading.threads = threads ?? defaultThreads
    request.reading.memory = memory.bytes
    request.rule = LegRule(gapAfterMilliseconds: gapAfter.milliseconds, maximumSpeedInKnots: maxSpeed)
    request.rejectsPath = rejects
    return request
  }
}

extension TimeFormat: ExpressibleByArgument {}
