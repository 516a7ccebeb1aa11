/// Why a file is no table of places.
package enum PlaceTableError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The bytes do not begin with the letters of the format.
  case unknownFormat
  /// The bytes from an offset on are not what the format has there.
  case damaged(offset: Int)

  /// One sentence: what is wrong; what to do.
  package var description: String {
    switch self {
    case .unknownFormat: "the bytes are no table of places; give a file that make_places.py wrote"
    case .damaged(let offset): "the table of places is damaged from byte \(offset) on; write it again"
    }
  }
}
