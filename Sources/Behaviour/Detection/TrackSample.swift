import Geography

/// Where a track was at one of the instants at which all vessels are looked at.
struct TrackSample {
  /// The instant's number: steps since 1970.
  var slot: Int32
  /// The number of the observed run that it is in: two samples of one run have no gap or jump between them.
  var run: Int32
  /// Latitude in units of 1e-7 degrees.
  var latitudeE7: Int32
  /// Longitude in units of 1e-7 degrees.
  var longitudeE7: Int32
}

extension TrackSample {
  /// The position.
  var coordinate: Coordinate {
    Coordinate(latitude: Double(latitudeE7) / 1e7, longitude: Double(longitudeE7) / 1e7)
  }
}
