import ArgumentParser
import Wakeprint

/// What part of the earth is shown, at which size.
struct FrameOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "West,south,east,north in degrees; west beyond east crosses the antimeridian. Default: the data's extent.",
      valueName: "w,s,e,n"))
  var bbox: BoxArgument?

  @Option(help: ArgumentHelp("A named sea or country instead of --bbox, such as \"Yellow Sea\".", valueName: "name"))
  var region: String?

  @Option(help: ArgumentHelp("The tile grid's pixels at this zoom instead of --size.", valueName: "z"))
  var zoom: Int?

  @Option(
    name: [.long, .customLong("template")],
    help: ArgumentHelp(
      "A shape of picture: slide (1920x1080), report (A4 upright, 300 dpi), square (1440x1440) or strip (1920x640).",
      valueName: "template"))
  var layout: PictureTemplate?

  @Option(parsing: .unconditional, help: ArgumentHelp("Pixels; default 1920x1080.", valueName: "wxh"))
  var size: PictureSizeArgument?

  @Option(help: ArgumentHelp("Pixel density of lines and letters: 2 doubles everything.", valueName: "factor"))
  var scale = 1.0

  func validate() throws {
    if bbox != nil && region != nil { throw ValidationError("--bbox and --region contradict each other; give one") }
    if layout != nil && (zoom != nil || size != nil) {
      throw ValidationError("--layout says the size, and so does --\(zoom != nil ? "zoom" : "size"); give one")
    }
    if zoom != nil && size != nil { throw ValidationError("--zoom and --size contradict each other; give one") }
  }

  /// The same as the library takes it. Throws for an unknown region.
  func request() throws -> FrameRequest {
    var request = FrameRequest()
    request.box = bbox?.box
    if let region { try request.show(region: region) }
    request.scale = scale
    if let zoom { request.size = .zoom(zoom) }
    if let layout {
      // The template's own pixels to a point make its letters; --scale makes all of it larger.
      request.scale = scale * layout.scale
      request.size = .picture(
        width: Int((Double(layout.width) * scale).rounded()), height: Int((Double(layout.height) * scale).rounded()))
    } else if let size {
      request.size = .picture(
        width: Int((Double(size.width) * scale).rounded()), height: Int((Double(size.height) * scale).rounded()))
    } else if zoom == nil {
      request.size = .picture(width: Int((1920 * scale).rounded()), height: Int((1080 * scale).rounded()))
    }
    return request
  }
}

extension PictureTemplate: ExpressibleByArgument {}
