/// Temporary.
package struct PlaceTable: Sendable {
  package let places: [NamedPlace]
  package init(places: [NamedPlace]) { self.places = places }
  package static let embedded = PlaceTable(places: [
    NamedPlace(kind: .sea, name: "East China Sea", rank: 1, leastZoom: 3, isCapital: false, population: 0, line: [Coordinate(latitude: 28, longitude: 122.5), Coordinate(latitude: 29.6, longitude: 125), Coordinate(latitude: 31, longitude: 127)]),
    NamedPlace(kind: .town, name: "Shanghai", rank: 0, leastZoom: 3, isCapital: false, population: 1000000, line: [Coordinate(latitude: 31.2, longitude: 121.45)]),
    NamedPlace(kind: .country, name: "Japan", rank: 0, leastZoom: 3, isCapital: false, population: 1000000, line: [Coordinate(latitude: 36.2, longitude: 138)]),
  ])
}
