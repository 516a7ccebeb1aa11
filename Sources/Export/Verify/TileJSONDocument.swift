import JSON

/// What the `tiles.json` of a folder says (TileJSON 1 to 3).
struct TileJSONDocument {
  /// What stands behind a row in the name of a tile's file: ".png".
  private(set) var suffix = ".png"
  /// Whether rows count from the south.
  private(set) var countsFromSouth = false
  /// Zooms and bounds.
  private(set) var extent = TileExtent()

  /// What is assumed where there is no document.
  init() {}

  /// Reads a document, noting what is wrong with it.
  init(_ text: [UInt8], _ log: inout TileFaultLog) {
    let place = "tiles.json"
    let document: JSONValue
    do throws(JSONError) {
      document = try JSONValue(parsing: text)
    } catch {
      log.note(.container, place, error.sentence)
      return
    }
    if !Self.isVersion(document["tilejson"]?.string ?? "") {
      log.note(.container, place, "\"tilejson\" is missing or no version such as 3.0.0")
    }
    if let suffix = Self.suffix(document["tiles"]?.elements ?? []) {
      self.suffix = suffix
    } else {
      log.note(.container, place, "\"tiles\" is missing or its templates do not end in {z}/{x}/{y} and a suffix")
    }
    countsFromSouth = document["scheme"]?.string == "tms"
    for (key, zoom) in [("minzoom", \TileExtent.minZoom), ("maxzoom", \TileExtent.maxZoom)] {
      guard let value = document[key] else { continue }
      extent[keyPath: zoom] = value.int
      if value.int == nil { log.note(.container, place, "\"\(key)\" is not a whole number") }
    }
    if let bounds = document["bounds"] {
      extent.bounds = TileExtent.box((bounds.elements ?? []).map { $0.double ?? .nan })
      if extent.bounds == nil {
        log.note(.container, place, "\"bounds\" are not [west, south, east, north] in degrees")
      }
    }
  }

  private static func isVersion(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
      && (1...3).contains(Int(parts[0]) ?? 0)
  }

  /// The suffix that all templates share; nil where there is no template or one is of another shape.
  private static func suffix(_ templates: [JSONValue]) -> String? {
    let suffixes = templates.map { template -> String? in
      let text = template.string?.split(separator: "?", omittingEmptySubsequences: false).first ?? ""
      let mark = "{z}/{x}/{y}"
      let bytes = Array(text.utf8)
      guard
        let start = bytes.indices.last(where: { bytes[$0...].starts(with: mark.utf8) })
      else { return nil }
      return String(decoding: bytes[(start + mark.utf8.count)...], as: UTF8.self)
    }
    guard let first = suffixes.first, let first, suffixes.allSatisfy({ $0 == first }), !first.contains("/") else {
      return nil
    }
    return first
  }
}
