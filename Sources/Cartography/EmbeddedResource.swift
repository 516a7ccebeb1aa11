import CResources

/// A data file of `Resources/` carried inside the program; `Resources/ATTRIBUTION.md` says what each is.
package enum EmbeddedResource: CaseIterable, Sendable {
  /// Natural Earth 1:10 million: land, lakes, borders, read by `Basemap`.
  case naturalEarth10m
  /// Natural Earth 1:50 million.
  case naturalEarth50m
  /// Natural Earth 1:110 million.
  case naturalEarth110m
  /// OpenStreetMap's land about the Solent.
  case solentCoast
  /// A gzip-compressed CSV of 84 minutes of AIS in the Solent.
  case solentSample
  /// Colour tables, read by `colorTables()`.
  case palettes
  /// Ports of the World Port Index, read by `PortTable`.
  case ports
  /// Names of towns, countries and seas, read by `PlaceTable`.
  case places
  /// The typeface Open Sans, TrueType.
  case openSansRegular
  /// Open Sans Semibold, TrueType.
  case openSansSemibold
  /// Open Sans Italic, TrueType.
  case openSansItalic
  /// The theme for screens, JSON, read by `Theme`.
  case themeDark
  /// The theme for documents.
  case themeLight
  /// The theme for paper.
  case themePrint

  /// The file's bytes, which stay in place as long as the program runs.
  package var bytes: UnsafeRawBufferPointer {
    let file = embedded_resource(name)
    return UnsafeRawBufferPointer(start: file.bytes, count: file.length)
  }

  /// The embedded colour tables in the order in which they are listed to a user.
  ///
  /// `colors` holds 256 sRGB triples, red first, 768 bytes, from the low end of the scale to the high.
  package static func colorTables() -> [(name: String, colors: [UInt8])] {
    let bytes = EmbeddedResource.palettes.bytes
    let (nameLength, tableLength) = (16, 768)
    return stride(from: 0, to: bytes.count, by: nameLength + tableLength).map { start in
      let name = bytes[start..<start + nameLength].prefix { $0 != 0 }
      let table = bytes[start + nameLength..<start + nameLength + tableLength]
      return (String(decoding: name, as: UTF8.self), Array(table))
    }
  }

  private var name: ResourceName {
    switch self {
    case .naturalEarth10m: RESOURCE_NATURAL_EARTH_10M
    case .naturalEarth50m: RESOURCE_NATURAL_EARTH_50M
    case .naturalEarth110m: RESOURCE_NATURAL_EARTH_110M
    case .solentCoast: RESOURCE_SOLENT_OSM
    case .solentSample: RESOURCE_SOLENT_SAMPLE
    case .palettes: RESOURCE_PALETTES
    case .ports: RESOURCE_PORTS
    case .places: RESOURCE_PLACES
    case .openSansRegular: RESOURCE_OPEN_SANS_REGULAR
    case .openSansSemibold: RESOURCE_OPEN_SANS_SEMIBOLD
    case .openSansItalic: RESOURCE_OPEN_SANS_ITALIC
    case .themeDark: RESOURCE_THEME_DARK
    case .themeLight: RESOURCE_THEME_LIGHT
    case .themePrint: RESOURCE_THEME_PRINT
    }
  }
}
