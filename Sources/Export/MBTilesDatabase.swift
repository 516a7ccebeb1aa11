import Geography

/// The tables of an MBTiles file (MBTiles specification 1.3, with `tiles` a view over `map` and `images`).
///
/// The same calls give the same bytes with one version of SQLite, whose number stands in the file. There is no journal:
/// a database that is not finished is thrown away.
struct MBTilesDatabase: ~Copyable {
  private static let schema = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -16384;
    PRAGMA page_size = 4096;
    PRAGMA auto_vacuum = NONE;
    PRAGMA encoding = 'UTF-8';
    PRAGMA application_id = 0x4d504258;
    BEGIN EXCLUSIVE;
    CREATE TABLE metadata (name TEXT, value TEXT);
    CREATE TABLE images (tile_id TEXT, tile_data BLOB);
    CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id TEXT);
    CREATE VIEW tiles AS
      SELECT map.zoom_level AS zoom_level, map.tile_column AS tile_column, map.tile_row AS tile_row,
        images.tile_data AS tile_data
      FROM map JOIN images ON images.tile_id = map.tile_id;
    """

  // Made at the end: sorted rows fill an index without gaps.
  private static let indices = """
    CREATE UNIQUE INDEX metadata_name ON metadata (name);
    CREATE UNIQUE INDEX map_index ON map (zoom_level, tile_column, tile_row);
    CREATE UNIQUE INDEX images_id ON images (tile_id);
    COMMIT;
    """

  private let connection: SQLiteConnection
  private let images: SQLiteInsertion
  private let places: SQLiteInsertion

  private init(
    connection: consuming SQLiteConnection, images: consuming SQLiteInsertion, places: consuming SQLiteInsertion
  ) {
    self.connection = connection
    self.images = images
    self.places = places
  }

  /// Makes the tables in an empty file.
  static func create(in path: String) throws(SQLiteConnection.Failure) -> MBTilesDatabase {
    let connection = try SQLiteConnection.writing(path)
    try connection.run(schema)
    let images = try SQLiteInsertion("INSERT INTO images VALUES (?, ?)", on: connection)
    let places = try SQLiteInsertion("INSERT INTO map VALUES (?, ?, ?, ?)", on: connection)
    return MBTilesDatabase(connection: connection, images: images, places: places)
  }

  /// Stores a picture under its id, once.
  func store(_ png: [UInt8], id: String) throws(SQLiteConnection.Failure) {
    try images.insert([.text(id), .blob(png)], on: connection)
  }

  /// Puts a stored picture at a tile.
  func place(_ tile: TileID, id: String) throws(SQLiteConnection.Failure) {
    // MBTiles counts rows from the south: here, and nowhere else, they are turned.
    let row = (1 << tile.zoom) - 1 - tile.y
    try places.insert([.integer(tile.zoom), .integer(tile.x), .integer(row), .text(id)], on: connection)
  }

  /// Writes the rows of `metadata` and the indices, and ends the file.
  func finish(_ metadata: [(name: String, value: String)]) throws(SQLiteConnection.Failure) {
    let rows = try SQLiteInsertion("INSERT INTO metadata VALUES (?, ?)", on: connection)
    for row in metadata { try rows.insert([.text(row.name), .text(row.value)], on: connection) }
    try connection.run(MBTilesDatabase.indices)
  }
}
