import Geography

/// The two small files that let a GIS open a PNG at its place: the world file `.pgw` and GDAL's
/// `.png.aux.xml`.
///
/// The first says where the pixels are (ESRI's six lines, to the middle of the first pixel), the second the
/// same to its corner, and in which coordinate system: EPSG:3857.
package struct WorldFile: Sendable {
  /// Where the picture lies.
  package let transform: GeoTransform

  /// The files of a picture that shows a viewport.
  package init(_ viewport: Viewport) {
    transform = GeoTransform(viewport)
  }

  /// The path of the world file beside a picture: its extension becomes `.pgw`.
  package static func worldFilePath(besidePNG path: String) -> String {
    let (_, name) = FilePlace.split(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return path + ".pgw" }
    return String(path.dropLast(name.distance(from: dot, to: name.endIndex))) + ".pgw"
  }

  /// The path of GDAL's auxiliary file beside a picture: `.aux.xml` behind its whole name.
  package static func auxiliaryPath(besidePNG path: String) -> String { path + ".aux.xml" }

  /// Six lines: pixel width, two rotations of 0, pixel height (negative, rows run south), and the easting and
  /// northing of the middle of the north-west pixel.
  package var text: String {
    let size = transform.pixelSizeInMetres
    let lines = [size, 0, 0, -size, transform.west + size / 2, transform.north - size / 2]
    return lines.map { "\($0)\n" }.joined()
  }

  /// GDAL's PAM document with the coordinate system as WKT and the transform to the first pixel's corner.
  package var auxiliaryXML: String {
    let size = transform.pixelSizeInMetres
    return """
      <PAMDataset>
        <SRS dataAxisToSRSAxisMapping="1,2">\(XMLText.escaped(Self.wellKnownText))</SRS>
        <GeoTransform>\(transform.west), \(size), 0.0, \(transform.north), 0.0, \(-size)</GeoTransform>
        <Metadata>
          <MDI key="AREA_OR_POINT">Area</MDI>
        </Metadata>
      </PAMDataset>

      """
  }

  /// EPSG:3857 in the OGC's well-known text, first edition, which every GIS reads.
  private static let wellKnownText = """
    PROJCS["WGS 84 / Pseudo-Mercator",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,\
    AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
    UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]],PROJECTION["Mercator_1SP"],\
    PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],PARAMETER["false_easting",0],\
    PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],\
    AXIS["Northing",NORTH],EXTENSION["PROJ4","+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 \
    +k=1 +units=m +nadgrids=@null +wktext +no_defs"],AUTHORITY["EPSG","3857"]]
    """
}
