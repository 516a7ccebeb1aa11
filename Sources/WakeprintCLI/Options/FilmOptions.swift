import ArgumentParser
import Wakeprint

/// How a film shows time.
struct FilmOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The time that a frame stands for; default: a round one for about 240 frames.", valueName: "duration"))
  var every: DurationArgument?

  @Option(help: ArgumentHelp("Frames to a second.", valueName: "number"))
  var fps = 24.0

  @Option(
    help: ArgumentHelp(
      "Ships with trails of so much time; default: 6h where no density is asked for.", valueName: "duration"))
  var trail: DurationArgument?

  @Flag(help: "Trails as map draws the tracks of their time: no fading, no ships.")
  var plain = false

  @Option(help: ArgumentHelp("Density of so much time up to each frame.", valueName: "duration"))
  var window: DurationArgument?

  @Flag(help: "Density that builds up from the film's beginning.")
  var cumulative = false

  @Option(help: ArgumentHelp("Keep the camera on these vessels.", valueName: "mmsi,…"))
  var follow: VesselListArgument?

  @Flag(help: "Cut to close-ups of events while they last.")
  var zoomToEvents = false

  @Option(help: ArgumentHelp("How far close-ups reach around what they show at least.", valueName: "distance"))
  var closeUp = DistanceArgument(metres: 18_520)

  func validate() throws {
    if follow != nil && zoomToEvents {
      throw ValidationError("--follow and --zoom-to-events contradict each other; give one")
    }
    if window != nil && cumulative {
      throw ValidationError("--window and --cumulative contradict each other; give one")
    }
  }

  /// The same as the library takes it.
  var request: TimelapseRequest {
    var request = TimelapseRequest()
    request.step = every?.milliseconds
    request.framesPerSecond = fps
    request.density = window.map { .window($0.milliseconds) } ?? (cumulative ? .cumulative : nil)
    request.trail = trail?.milliseconds ?? (request.density == nil ? TimelapseRequest.usualTrail : nil)
    request.isPlain = plain
    request.follows = follow?.vessels ?? []
    request.zoomsToEvents = zoomToEvents
    request.closeUpRadius = closeUp.metres
    return request
  }
}
