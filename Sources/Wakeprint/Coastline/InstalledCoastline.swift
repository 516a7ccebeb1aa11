import Geography

/// What is known of an installed coastline.
public struct InstalledCoastline: Sendable, Equatable {
  /// The words that it puts on pictures.
  public let attribution: String
  /// The name of the file that it was made from, without its folder.
  public let inputName: String
  /// That file's SHA-256, in hexadecimal.
  public let inputSHA256: String
  /// Polygons in it.
  public let polygons: Int
  /// Vertices of their rings.
  public let vertices: Int
  /// Bytes of the installed file.
  public let bytes: Int
  /// The installed file's SHA-256, in hexadecimal; pictures record it.
  public let sha256: String

  init(_ facts: CoastlineFacts, bytes: Int, sha256: String) {
    attribution = facts.attribution
    inputName = facts.fileName
    inputSHA256 = facts.fileSHA256
    polygons = facts.polygons
    vertices = facts.vertices
    self.bytes = bytes
    self.sha256 = sha256
  }
}
