import Geography
import Tracks

/// Where a list of ports has what is read of it.
struct PortColumns {
  /// What is wrong with a row, in words.
  struct Fault: Error {
    let why: String
  }

  private static let alpha2ByAlpha3 = Dictionary(
    FlagState.all.map { ($0.alpha3, $0.alpha2) }, uniquingKeysWith: { first, _ in first })

  private let delimiter: UInt8
  private let latitude: Int
  private let longitude: Int
  private let name: Int?
  private let country: Int?

  /// The columns that a header names; nil without latitude and longitude.
  init?(header: ArraySlice<UInt8>) {
    let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    var (delimiter, most) = (delimiters[0], 0)
    for candidate in delimiters {
      let count = header.count { $0 == candidate }
      if count > most { (delimiter, most) = (candidate, count) }
    }
    let names = PortColumns.fields(of: header, delimiter: delimiter).map { $0.lowercased() }
    func column(_ wanted: String...) -> Int? {
      wanted.lazy.compactMap { names.firstIndex(of: $0) }.first
    }
    guard let latitude = column("latitude", "lat"), let longitude = column("longitude", "lon") else { return nil }
    self.delimiter = delimiter
    self.latitude = latitude
    self.longitude = longitude
    name = column("name", "label")
    country = column("iso3", "country")
  }

  /// The port of a row, or what is wrong with it.
  func port(in line: ArraySlice<UInt8>) -> Result<Port, Fault> {
    let row = PortColumns.fields(of: line, delimiter: delimiter)
    func text(_ column: Int?) -> String {
      guard let column, column < row.count else { return "" }
      return row[column]
    }
    guard let north = Double(text(latitude)), (-90...90).contains(north) else {
      return .failure(Fault(why: "the latitude \"\(text(latitude))\" is no number of degrees, -90 to 90"))
    }
    guard let east = Double(text(longitude)), (-180...180).contains(east) else {
      return .failure(Fault(why: "the longitude \"\(text(longitude))\" is no number of degrees, -180 to 180"))
    }
    let code = text(country).uppercased()
    return .success(
      Port(
        name: text(name), countryCode: PortColumns.alpha2ByAlpha3[code] ?? code,
        place: Coordinate(latitude: north, longitude: east)))
  }

  private static func fields(of line: ArraySlice<UInt8>, delimiter: UInt8) -> [String] {
    let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    return line.withUnsafeBufferPointer { line in
      FieldSplitter.fields(of: line, delimiter: delimiter).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
