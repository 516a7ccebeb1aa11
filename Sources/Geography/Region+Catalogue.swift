extension Region {
  /// All regions: seas from the north and east of Asia westward round the world, then countries by name.
  package static let catalogue: [Region] =
    seasTable.split(separator: "\n").map(read) + countriesTable.split(separator: "\n").map(read)

  /// Reads a row of a table: name; west south east north; aliases.
  private static func read(_ row: Substring) -> Region {
    let fields = row.split(separator: ";").map { field in
      String(field.drop { $0 == " " })
    }
    let edges = fields[1].split(separator: " ").compactMap { Double($0) }
    precondition(edges.count == 4, "a region's row needs four edges: \(row)")
    return Region(
      name: fields[0], aliases: Array(fields.dropFirst(2)),
      box: BoundingBox(west: edges[0], south: edges[1], east: edges[2], north: edges[3]))
  }
}
