/// A latitude or longitude written as on a chart: `31°40′N`, `124°E`, `50°45.3′N`.
package enum DegreeText {
  /// Which of the two coordinates an angle is.
  package enum Axis: Sendable { case latitude, longitude }

  /// The label of an angle in whole tenths of a minute of arc; longitudes are brought into -180...180 degrees.
  ///
  /// Minutes are left out where they are 0, tenths likewise, unless it `isFull`; the equator, Greenwich and 180 degrees
  /// have no letter.
  package static func label(tenthsOfMinute: Int, axis: Axis, isFull: Bool = false) -> String {
    var tenths = tenthsOfMinute
    if axis == .longitude {
      tenths %= 360 * 600
      if tenths > 180 * 600 { tenths -= 360 * 600 }
      if tenths < -180 * 600 { tenths += 360 * 600 }
    }
    let size = abs(tenths)
    let (degrees, rest) = size.quotientAndRemainder(dividingBy: 600)
    let (minutes, tenth) = rest.quotientAndRemainder(dividingBy: 10)
    var text = "\(degrees)°"
    if rest != 0 || isFull {
      text += minutes < 10 ? "0\(minutes)" : "\(minutes)"
      if tenth != 0 || isFull { text += ".\(tenth)" }
      text += "′"
    }
    if size == 0 || (axis == .longitude && size == 180 * 600) { return text }
    switch axis {
    case .latitude: return text + (tenths > 0 ? "N" : "S")
    case .longitude: return text + (tenths > 0 ? "E" : "W")
    }
  }

  /// The label of an angle in degrees, to the nearest minute of arc.
  package static func label(degrees: Double, axis: Axis) -> String {
    label(tenthsOfMinute: Int((degrees * 60).rounded()) * 10, axis: axis)
  }
}
