import ArgumentParser
import Wakeprint

/// What a map shows besides lines and marks.
struct MapOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Time ticks on tracks: a duration, auto (where few tracks share the map) or none.", valueName: "duration"))
  var tick = TickArgument(step: .automatic)

  @Option(help: "Where the table of numbered events stands: panel (beside the map), page (OUT.key.png) or none.")
  var key: MapContents.Key?

  @Flag(help: "The area that a ship can have reached at --dark-speed while it was not observed.")
  var reach = false

  @Option(
    help: ArgumentHelp(
      "Hotspots as circles with counts, or heat (a smoothed surface); found from the events where no file has them.",
      valueName: "form"))
  var hotspots: MapContents.Hotspots?

  @Option(help: ArgumentHelp("How near to one another the events of a hotspot are.", valueName: "distance"))
  var hotspotRadius = DistanceArgument(metres: 20_000)

  @Option(
    help: ArgumentHelp(
      "The layers from the lowest to the uppermost: heat, reach, gaps, tracks, hotspots, events, labels.",
      valueName: "layer,…"),
    transform: LayersArgument.init(option:))
  var layers: LayersArgument?

  @Flag(inversion: .prefixedNo, help: "Names of towns, seas and countries.")
  var places = true

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A part of the map drawn larger in a corner: west,south,east,north.", valueName: "w,s,e,n"))
  var inset: BoxArgument?

  @Flag(inversion: .prefixedNo, help: "A small globe that shows where the map is.")
  var locator = true

  /// The same as the library takes it.
  var contents: MapContents {
    var contents = MapContents()
    contents.tick = tick.step
    contents.key = key
    if let layers { contents.layers = layers.layers }
    contents.namesPlaces = places
    contents.showsReach = reach
    contents.inset = inset?.box
    contents.hasLocator = locator
    contents.hotspots = hotspots
    contents.hotspotRadiusInMetres = hotspotRadius.metres
    return contents
  }
}

extension MapContents.Key: ExpressibleByArgument {}
extension MapContents.Hotspots: ExpressibleByArgument {}
