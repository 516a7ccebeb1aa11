/// What stands about the map, in the order in which it is given up where a picture is too small for all.
///
/// The marking banner is given up last of all and the map never.
package enum Furniture: Int, CaseIterable, Sendable {
  case northArrow
  case scaleBar
  case degreeLabels
  case sources
  case subtitle
  case timeRange
  case legend
  case title
  case banner

  /// The name that a user reads.
  package var name: String {
    switch self {
    case .northArrow: "the north arrow"
    case .scaleBar: "the scale bar"
    case .degreeLabels: "the degree labels"
    case .sources: "the sources"
    case .subtitle: "the subtitle"
    case .timeRange: "the time range"
    case .legend: "the legend"
    case .title: "the title"
    case .banner: "the banner"
    }
  }
}
