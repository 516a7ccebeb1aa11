import Geography
import JSON

extension TileSetMetadata {
  /// The set as TileJSON 3.0.0, `tiles` the template of a tile's address.
  func tileJSON(tiles: String) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("tilejson", "3.0.0"), ("name", .string(name)), ("description", .string(description)), ("version", "1.0.0"),
    ]
    if !attribution.isEmpty { members.append(("attribution", .string(attribution))) }
    members += [
      ("scheme", "xyz"), ("tiles", [.string(tiles)]),
      ("bounds", .array([bounds.west, bounds.south, bounds.east, bounds.north].map(JSONValue.number))),
      (
        "center",
        [.number(center.place.longitude), .number(center.place.latitude), .integer(Int64(center.zoom))]
      ),
      ("minzoom", .integer(Int64(minZoom))), ("maxzoom", .integer(Int64(maxZoom))),
    ]
    return .object(members + own)
  }

  /// What only Wakeprint says: the tiles' size, the program, and more members.
  var own: [(String, JSONValue)] {
    [("tile_size", .integer(Int64(tileSize))), ("generator", .string(generator))]
      + extras.map { ($0.key, $0.value) }
  }
}
