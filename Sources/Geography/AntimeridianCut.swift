/// Rings cut at the meridian of 180 degrees and put together again (RFC 7946, section 3.1.9).
///
/// Between two corners a ring runs straight in degrees and the shorter way round, as GeoJSON draws it.
package enum AntimeridianCut {
  /// The parts of the area inside a ring, none of which lies across 180 degrees.
  ///
  /// Each runs counterclockwise without a repeated first corner, in degrees rounded to seven digits (a centimetre); there
  /// are none where the ring has no area. A ring that goes round the earth encloses the pole on its side of the
  /// equator, by way of which its part then runs. The ring must not cross itself; its direction does not matter.
  package static func parts(of ring: [Coordinate]) -> [[Coordinate]] {
    var rest = [unwrapped(ring)]
    if area(rest[0]) < 0 { rest[0].reverse() }
    var parts: [[Coordinate]] = []
    var meridian = 180.0
    while !rest.isEmpty {
      var east: [[Coordinate]] = []
      for ring in rest {
        let halves = halves(of: ring, meridian: meridian)
        parts += halves.west.compactMap { tidied($0, shift: 180 - meridian) }
        east += halves.east
      }
      rest = east
      meridian += 360
    }
    return parts
  }

  /// The ring of which the parts are the pieces; nil where they do not meet along 180 degrees as one ring.
  ///
  /// The corners where it was cut stay. Parts run counterclockwise and have no repeated first corner.
  package static func joined(_ parts: [[Coordinate]]) -> [Coordinate]? {
    if parts.count < 2 { return parts.first }
    let corners = parts.flatMap { $0 }
    var next: [Int] = []
    for part in parts { next += part.indices.map { next.count + ($0 + 1) % part.count } }
    var open: [Seam: Int] = [:]
    for from in corners.indices {
      let (a, b) = (corners[from], corners[next[from]])
      if a.longitude == 180, b.longitude == 180 { open[Seam(from: a.latitude, to: b.latitude)] = from }
    }
    let edges = next
    var left = Set(corners.indices)
    for from in corners.indices {
      let (a, b) = (corners[from], corners[edges[from]])
      guard a.longitude == -180, b.longitude == -180,
        let other = open.removeValue(forKey: Seam(from: b.latitude, to: a.latitude))
      else { continue }
      // The seam is left out: who came to either of its ends goes on from the same place in the other part.
      next[other] = edges[edges[from]]
      next[from] = edges[edges[other]]
      left.subtract([edges[from], edges[other]])
    }
    guard let start = left.min() else { return nil }
    var ring: [Coordinate] = []
    var corner = start
    repeat {
      guard left.remove(corner) != nil else { return nil }
      ring.append(corners[corner])
      corner = next[corner]
    } while corner != start
    return left.isEmpty ? ring : nil
  }

  /// A piece of the meridian of 180 degrees between two latitudes.
  private struct Seam: Hashable {
    let from: Double
    let to: Double
  }

  /// The ring with longitudes that do not jump, the westernmost in -180..<180, closed by way of the pole if need be.
  private static func unwrapped(_ ring: [Coordinate]) -> [Coordinate] {
    guard let first = ring.first else { return [] }
    func steps(from start: Coordinate, through corners: some Sequence<Coordinate>) -> [Coordinate] {
      var longitude = start.longitude
      return corners.map { corner in
        longitude += BoundingBox.wrapped(corner.longitude - longitude)
        return Coordinate(latitude: corner.latitude, longitude: longitude)
      }
    }
    var corners = steps(from: first, through: ring)
    let closing = steps(from: corners[corners.count - 1], through: [first])[0]
    if abs(closing.longitude - corners[0].longitude) > 180 {
      corners = aroundPole(corners, closing: closing)
    }
    let west = corners.map(\.longitude).min() ?? 0
    let shift = BoundingBox.wrapped(west) - west
    return corners.map { Coordinate(latitude: $0.latitude, longitude: $0.longitude + shift) }
  }

  /// A ring that goes round the earth begun at 180 degrees, so that the way to the pole and back is where maps end.
  private static func aroundPole(_ corners: [Coordinate], closing: Coordinate) -> [Coordinate] {
    let turn = closing.longitude > corners[0].longitude ? 360.0 : -360.0
    let edges = zip(corners, corners.dropFirst() + [closing])
    func lap(_ longitude: Double) -> Double { ((longitude + 180) / 360).rounded(.down) }
    guard let edge = edges.enumerated().first(where: { lap($1.0.longitude) != lap($1.1.longitude) }) else {
      return corners
    }
    let meridian = max(lap(edge.element.0.longitude), lap(edge.element.1.longitude)) * 360 - 180
    let start = crossing(edge.element.0, edge.element.1, meridian: meridian)
    let after = corners[(edge.offset + 1)...]
    let before = corners[...edge.offset].map {
      Coordinate(latitude: $0.latitude, longitude: $0.longitude + turn)
    }
    let pole = corners.reduce(0) { $0 + $1.latitude } < 0 ? -90.0 : 90.0
    return [start] + after + before + [
      Coordinate(latitude: start.latitude, longitude: meridian + turn),
      Coordinate(latitude: pole, longitude: meridian + turn), Coordinate(latitude: pole, longitude: meridian),
    ]
  }

  /// The parts of a ring on either side of a meridian; what lies on it counts as east.
  private static func halves(
    of ring: [Coordinate], meridian: Double
  ) -> (west: [[Coordinate]], east: [[Coordinate]]) {
    let isEast = ring.map { $0.longitude >= meridian }
    guard let start = ring.indices.first(where: { $0 > 0 && isEast[$0] != isEast[$0 - 1] }) else {
      return isEast.first == true ? ([], [ring]) : ([ring], [])
    }
    // Chains between crossings: chain n runs from crossing n to crossing n + 1, every other one in the east.
    var chains: [[Coordinate]] = []
    for step in 0..<ring.count {
      let corner = (start + step) % ring.count
      let before = (corner + ring.count - 1) % ring.count
      if isEast[corner] != isEast[before] {
        let place = crossing(ring[before], ring[corner], meridian: meridian)
        if !chains.isEmpty { chains[chains.count - 1].append(place) }
        chains.append([place])
      }
      chains[chains.count - 1].append(ring[corner])
    }
    chains[chains.count - 1].append(chains[0][0])
    let partners = partners(of: chains.map { $0[0].latitude })
    var halves: (west: [[Coordinate]], east: [[Coordinate]]) = ([], [])
    var used = [Bool](repeating: false, count: chains.count)
    for first in chains.indices where !used[first] {
      var part: [Coordinate] = []
      var chain = first
      repeat {
        used[chain] = true
        part += chains[chain]
        chain = partners[(chain + 1) % chains.count]
      } while chain != first
      if isEast[start] == (first % 2 == 0) { halves.east.append(part) } else { halves.west.append(part) }
    }
    return halves
  }

  /// For each crossing the one at the other end of its piece of the meridian inside the ring.
  ///
  /// From south to north crossings go in and out of the ring by turns, and so eastward and westward; where several are
  /// at one place the nearest of the other direction is taken, so that parts close whatever the ring.
  private static func partners(of latitudes: [Double]) -> [Int] {
    var partners = [Int](repeating: 0, count: latitudes.count)
    var waiting: [Int] = []
    for crossing in latitudes.indices.sorted(by: { (latitudes[$0], $0) < (latitudes[$1], $1) }) {
      if let other = waiting.last, other % 2 != crossing % 2 {
        (partners[other], partners[crossing]) = (crossing, other)
        waiting.removeLast()
      } else {
        waiting.append(crossing)
      }
    }
    return partners
  }

  private static func crossing(_ from: Coordinate, _ to: Coordinate, meridian: Double) -> Coordinate {
    let share = (meridian - from.longitude) / (to.longitude - from.longitude)
    let latitude = share < 1 ? from.latitude + (to.latitude - from.latitude) * share : to.latitude
    return Coordinate(latitude: latitude, longitude: meridian)
  }

  /// A part in -180...180, rounded, without corners that stand twice; nil where it has no area.
  private static func tidied(_ part: [Coordinate], shift: Double) -> [Coordinate]? {
    // Adding zero makes a negative zero positive.
    func rounded(_ degrees: Double) -> Double { (degrees * 1e7).rounded() / 1e7 + 0 }
    var corners: [Coordinate] = []
    for corner in part {
      let corner = Coordinate(
        latitude: rounded(corner.latitude), longitude: min(180, max(-180, rounded(corner.longitude + shift))))
      if corners.last != corner { corners.append(corner) }
    }
    while corners.count > 1, corners.first == corners.last { corners.removeLast() }
    return corners.count >= 3 && area(corners) > 0 ? corners : nil
  }

  /// Twice the area in square degrees, positive where the ring runs counterclockwise.
  private static func area(_ ring: [Coordinate]) -> Double {
    guard let first = ring.first, var last = ring.last else { return 0 }
    var sum = 0.0
    for corner in ring {
      // Taken from a corner, so that a small ring far from the origin keeps its digits.
      sum +=
        (last.longitude - first.longitude) * (corner.latitude - first.latitude)
        - (corner.longitude - first.longitude) * (last.latitude - first.latitude)
      last = corner
    }
    return sum
  }
}
