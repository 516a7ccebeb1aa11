import ArgumentParser
import Wakeprint

/// What is counted and how it becomes colour.
struct DensityOptions: ParsableArguments {
  @Option(help: "What is counted in each pixel: hours, transits, vessels or positions.")
  var measure = Measure.hours

  @Option(help: "Value to colour: eq (histogram equalised), log, sqrt or linear.")
  var scaling = Scaling.eq

  @Option(parsing: .unconditional, help: ArgumentHelp("Fixed ends of the scale.", valueName: "min,max"))
  var range: RangeArgument?

  @Option(help: ArgumentHelp("Write the mapping from value to colour as JSON.", valueName: "file"))
  var saveScale: String?

  @Option(help: ArgumentHelp("Use a mapping that --save-scale wrote.", valueName: "file"))
  var useScale: String?

  @Option(help: ArgumentHelp("Colours; wakeprint palettes draws them.", valueName: "name"))
  var palette: String?

  @Option(
    help: ArgumentHelp(
      "Gaussian smoothing, its standard deviation: 3px or 2km. Total mass is kept.", valueName: "radius"))
  var smooth: ReachArgument?

  func validate() throws {
    if useScale != nil && range != nil {
      throw ValidationError("--use-scale and --range contradict each other; give one")
    }
  }

  /// The first of these options that is given, for commands that may draw no density; nil where none is.
  var firstGiven: String? {
    let given = [
      ("--measure", measure != .hours), ("--scaling", scaling != .eq), ("--range", range != nil),
      ("--save-scale", saveScale != nil), ("--use-scale", useScale != nil), ("--palette", palette != nil),
      ("--smooth", smooth != nil),
    ]
    return given.first { $0.1 }?.0
  }

  /// The same as the library takes it.
  var request: DensityRequest {
    var request = DensityRequest()
    request.measure = measure
    request.scaling = scaling
    request.range = range?.range
    request.palette = palette
    request.smoothing = smooth?.reach
    request.savesScaleTo = saveScale
    request.usesScaleFrom = useScale
    return request
  }
}

extension Measure: ExpressibleByArgument {}
extension Scaling: ExpressibleByArgument {}
