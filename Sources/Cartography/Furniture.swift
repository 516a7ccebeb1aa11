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
}
