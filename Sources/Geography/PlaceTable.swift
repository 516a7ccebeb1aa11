/// The file `places.bin` of `Resources/`: names of towns, countries and seas.
///
/// Little-endian. The letters `WPN1`; UInt32, the number of places; for each UInt8 kind, with 4 added for a capital,
/// UInt8 rank, UInt8 least zoom in tenths, UInt8 number of points, UInt8 length of the name, the name in UTF-8; then
/// varints as in `GeometryArchive`: the population, and for each point its longitude and latitude in whole 1e-5 degrees
/// less those of the point before, the first one's less 0.
package struct PlaceTable: Sendable {
  /// The places in the file's order: by kind, then the most important first.
  package let places: [NamedPlace]

  private static let head = Array("WPN1".utf8)
  /// The fewest bytes of a place: five numbers, a name of one letter, three varints.
  private static let leastRecordLength = 9

  /// Reads a file whole; its bytes are not kept.
  ///
  /// Throws `PlaceTableError` where anything is cut off, left over or out of its range.
  package init(_ file: UnsafeRawBufferPointer) throws(PlaceTableError) {
    guard file.count >= 8, file.starts(with: PlaceTable.head) else { throw .unknownFormat }
    let count = Int(UInt32(littleEndian: file.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
    var reader = PlaceReader(file, at: 8)
    guard count <= (file.count - reader.offset) / PlaceTable.leastRecordLength else { throw .damaged(offset: 4) }
    var places: [NamedPlace] = []
    places.reserveCapacity(count)
    for _ in 0..<count {
      places.append(try reader.place())
    }
    guard reader.offset == file.count else { throw .damaged(offset: reader.offset) }
    self.places = places
  }
}
