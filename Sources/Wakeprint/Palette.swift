import Cartography

/// A colour table by name.
struct Palette: Sendable {
  /// The name on the command line.
  let name: String
  /// 256 sRGB triples, red first.
  let table: [UInt8]

  /// All palettes in the order of the embedded table.
  static var all: [Palette] {
    EmbeddedResource.colorTables().map { Palette(name: $0.name, table: $0.colors) }
  }

  /// The palette of a name; throws a usage error that lists all.
  static func named(_ name: String) throws(WakeprintError) -> Palette {
    let all = Palette.all
    if let found = all.first(where: { $0.name == name.lowercased() }) { return found }
    throw WakeprintError(
      .usage, "--palette \(name) is not known; the palettes are \(all.map(\.name).joined(separator: ", "))")
  }
}
