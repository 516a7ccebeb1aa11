import ArgumentParser
import Wakeprint

/// Which tiles, and what they show.
struct PyramidOptions: ParsableArguments {
  @Option(
    name: [.customShort("Z"), .long], parsing: .unconditional,
    help: ArgumentHelp("The lowest zoom.", valueName: "z"))
  var minZoom = 0

  @Option(
    name: [.customShort("z"), .long], parsing: .unconditional,
    help: ArgumentHelp("The deepest zoom. Default: what the data's density supports, at most 14.", valueName: "z"))
  var maxZoom: Int?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Pixels to a tile's side: 256 or 512.", valueName: "pixels"))
  var tileSize = 256

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Only tiles that meet this box: west,south,east,north in degrees; west beyond east crosses the antimeridian.",
      valueName: "w,s,e,n"))
  var bbox: BoxArgument?

  @Option(help: ArgumentHelp("A named sea or country instead of --bbox, such as \"Yellow Sea\".", valueName: "name"))
  var region: String?

  @Option(
    help: ArgumentHelp(
      "What is drawn. Give it again for several, one over the other.",
      valueName: "layer"))
  var layer: [LayerArgument] = []

  @Option(help: "What the colours of tracks say: speed, vessel, type, flag or time.")
  var colorBy = TrackColorKey.speed

  func validate() throws {
    guard layer.allSatisfy(\.isWhole) else {
      throw ValidationError("--layer events names no file; give --layer events FILE")
    }
    let files = layer.filter { if case .events = $0.layer { true } else { false } }
    if files.count > 1 { throw ValidationError("--layer events is given twice; put the events into one file") }
    if bbox != nil && region != nil { throw ValidationError("--bbox and --region contradict each other; give one") }
  }

  /// The layers, density where none is named.
  var layers: [TileLayer] { layer.isEmpty ? [.density] : layer.map(\.layer) }

  /// The same as the library takes it, and what the region is called. Throws for an unknown region.
  func request() throws -> (PyramidRequest, place: String?) {
    var request = PyramidRequest()
    request.minZoom = minZoom
    request.maxZoom = maxZoom
    request.tileSize = tileSize
    request.box = bbox?.box
    guard let region else { return (request, nil) }
    var frame = FrameRequest()
    try frame.show(region: region)
    request.box = frame.box
    return (request, frame.placeName)
  }
}

extension TrackColorKey: ExpressibleByArgument {}
