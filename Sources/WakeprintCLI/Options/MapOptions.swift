import ArgumentParser
import Wakeprint

/// What a map shows besides lines and marks.
struct MapOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Time ticks on tracks: a duration, auto (where few tracks share the map) or none.", valueName: "duration"))
  var tick = TickArgument(step: .automatic)

  @Option(help: "Where the table of numbered events stands: panel (beside the map) or none.")
  var key: MapContents.Key?

  @Option(
    help: ArgumentHelp(
      "The layers from the lowest to the uppermost: heat, reach, gaps, tracks, hotspots, events, labels.",
      valueName: "layer,…"))
  var layers: LayersArgument?

  @Flag(inversion: .prefixedNo, help: "Names of towns, seas and countries.")
  var places = true

  /// The same as the library takes it.
  var contents: MapContents {
    var contents = MapContents()
    contents.tick = tick.step
    contents.key = key
    if let layers { contents.layers = layers.layers }
    contents.namesPlaces = places
    return contents
  }
}

extension MapContents.Key: ExpressibleByArgument {}
