import Database
import Platform

/// Reads positions from a table or view of an SQLite database or a GeoPackage; a row's line is its number, from 1.
final class DatabaseRecordReader: RecordReader {
  /// Values of more bytes are refused: no field of a position is a hundredth as long.
  private static let valueLimit = 1 << 24

  private let path: String
  private let database: SQLiteReader
  private let cursor: SQLiteCursor
  private let layout: DatabaseLayout
  private var number = 0

  /// Opens a database; `table` names what to read, nil looks for the only one that holds positions.
  ///
  /// Throws `TracksError.unusable` for a file that is no database, and where no table or more than one fits.
  init(path: String, table: String?, map: [ColumnRole: String]) throws(TracksError) {
    self.path = path
    if let log = try? FileHandle.reading(path + "-wal"), log.size > 0 {
      throw .unusable(
        path: path, line: nil,
        why:
          "has rows that are not yet in it but in its write-ahead log beside it; close the program that writes it, or "
          + "run sqlite3 FILE 'PRAGMA wal_checkpoint(TRUNCATE)'")
    }
    do throws(SQLiteReader.Failure) {
      database = try SQLiteReader(path: path, valueLimit: Self.valueLimit)
    } catch {
      throw Self.damaged(path, error)
    }
    layout = try Self.layout(database, path: path, table: table, map: map)
    do throws(SQLiteReader.Failure) {
      cursor = try database.cursor(layout.query)
    } catch {
      throw Self.damaged(path, error)
    }
  }

  var formatName: String { layout.isGeoPackage ? "geopackage" : "sqlite" }

  var columns: [ColumnUse]? { layout.uses }

  func next(into row: inout RecordRow) throws(TracksError) -> Bool {
    let found: SQLiteRow?
    do throws(SQLiteReader.Failure) {
      found = try cursor.next()
    } catch {
      throw Self.damaged(path, error)
    }
    guard let found else { return false }
    row.clear()
    number += 1
    row.line = number
    for (column, role) in layout.columns.enumerated() {
      found.withBytes(Int32(column)) { row.set(role, to: $0) }
    }
    if layout.geometry != nil {
      if let place = found.blob(Int32(layout.columns.count)).flatMap({ GeoPackagePoint($0) }) {
        row.set(.longitude, to: "\(place.longitude)".utf8)
        row.set(.latitude, to: "\(place.latitude)".utf8)
      }
    }
    return true
  }

  private static func damaged(_ path: String, _ failure: SQLiteReader.Failure) -> TracksError {
    .unusable(path: path, line: nil, why: "cannot be read as a database (\(failure.words)); check that it is whole")
  }

  /// Finds what to read.
  private static func layout(
    _ database: borrowing SQLiteReader, path: String, table: String?, map: [ColumnRole: String]
  ) throws(TracksError) -> DatabaseLayout {
    let tables: [DatabaseTable]
    do throws(SQLiteReader.Failure) {
      tables = try DatabaseTable.all(in: database)
    } catch {
      throw damaged(path, error)
    }
    let listed = tables.prefix(12).map { RowBlame.shown($0.name.utf8) }.joined(separator: ", ")
    if let table {
      guard let chosen = tables.first(where: { $0.name == table }) else {
        throw .unusable(path: path, line: nil, why: "has no table '\(table)'; its tables are \(listed)")
      }
      switch DatabaseLayout.of(chosen, map: map) {
      case .success(let layout): return layout
      case .failure(let missing):
        throw .unusable(
          path: path + ":" + table, line: nil,
          why: "has no column for \(missing.words); name it with --map; its columns are "
            + chosen.columns.prefix(24).joined(separator: ", "))
      }
    }
    let fitting = tables.compactMap { try? DatabaseLayout.of($0, map: map).get() }
    guard let only = fitting.first else {
      let why = "has no table with columns for mmsi, time, lat and lon"
      let advice = "name one as FILE:TABLE, and its columns with --map; its tables are \(listed)"
      let mayBe = tables.contains {
        if case .failure(let missing) = DatabaseLayout.of($0, map: map) { missing.isLittle } else { false }
      }
      throw mayBe
        ? .unusable(path: path, line: nil, why: why + "; " + advice)
        : .notARecording(path: path, line: nil, why: why, advice: advice)
    }
    guard fitting.count == 1 else {
      throw .unusable(
        path: path, line: nil,
        why: "has several tables of positions (\(fitting.map(\.table).joined(separator: ", "))); name one as FILE:TABLE"
      )
    }
    return only
  }
}
