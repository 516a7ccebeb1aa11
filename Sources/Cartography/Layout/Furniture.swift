/// What stands about the map, in the order in which it is given up where a picture is too small for all.
///
/// The marking banner is given up last of all and the map never.
package enum Furniture: Int, CaseIterable, Sendable {
  case panel
  case northArrow
  case scaleBar
  case degreeLabels
  case sources
  case subtitle
  case timeRange
  case dateStrip
  case key
  case trackLegend
  case legend
  case clock
  case title
  case banner

  /// What stands side by side below the map, beside the sources where there is room.
  static let block: [Furniture] = [.trackLegend, .legend, .scaleBar, .northArrow]

  /// The name that a user reads.
  package var name: String {
    switch self {
    case .northArrow: "the north arrow"
    case .scaleBar: "the scale bar"
    case .degreeLabels: "the degree labels"
    case .sources: "the sources"
    case .subtitle: "the subtitle"
    case .timeRange: "the time range"
    case .dateStrip: "the date strip"
    case .panel: "the table of events"
    case .key: "the key to lines and marks"
    case .trackLegend: "the legend of tracks"
    case .legend: "the legend"
    case .clock: "the clock"
    case .title: "the title"
    case .banner: "the banner"
    }
  }
}
