import Export
import Geography
import TestSupport

extension FuzzTarget {
  /// Small sound files, from which mutations start.
  package var seeds: [[UInt8]] {
    switch self {
    case .csv: SeedTexts.tables.map { Array($0.utf8) }
    case .nmea: SeedTexts.logs.map { Array($0.utf8) }
    case .json: SeedTexts.records.map { Array($0.utf8) }
    case .gpx: SeedTexts.trails.map { Array($0.utf8) }
    case .sqlite: SeedDatabase.positions
    case .archive: FuzzTarget.archives
    case .events: SeedTexts.events.map { Array($0.utf8) }
    case .watchlist: SeedTexts.watchlists.map { Array($0.utf8) }
    case .ports: SeedTexts.ports.map { Array($0.utf8) }
    case .land: [FuzzTarget.island.wkb(), FuzzTarget.island.shapefile(), FuzzTarget.island.shapefile(kind: 15)]
    case .coastline: [(try? FuzzTarget.island.installed()) ?? []]
    case .pmtiles: [SeedTiles.archive]
    case .mbtiles: [SeedDatabase.tiles]
    case .style: SeedTexts.styles.map { Array($0.utf8) }
    case .scale: SeedTexts.scales.map { Array($0.utf8) }
    case .font: [SmallFont([("A", 300), ("V", 500)]).bytes, SmallFont.collection([SmallFont([("A", 300)])])]
    }
  }

  private static var island: LandSample {
    .archipelago(seed: 5, box: BoundingBox(west: 170, south: -10, east: 180, north: 0), islands: 3)
  }

  private static var archives: [[UInt8]] {
    let table = Array(SeedTexts.tables[0].utf8)
    let log = Array(SeedTexts.logs[0].utf8)
    let packed = (try? Gzip.compress(table)) ?? []
    let members = [
      (name: "a.csv", content: table), (name: "b/c.nmea", content: log), (name: "d.csv.gz", content: packed),
    ]
    return [table, packed, StoredZip.bytes(members), PlainTar.bytes(members)]
  }
}
