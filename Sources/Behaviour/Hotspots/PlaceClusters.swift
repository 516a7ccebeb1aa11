import Geography

/// Clusters of places by density: DBSCAN (Ester, Kriegel, Sander and Xu 1996) with geodesic distances.
///
/// A place is a core where at least so many places, itself included, are within the radius; cores within the radius of
/// each other are of one cluster; any other place within the radius of a core belongs to the nearest one, of equally
/// near ones to the one that stands first. Places are sorted into cubes whose points are all near each other (Gunawan
/// 2013), so that crowds cost no more than as many scattered places: the work grows as n log n for a given least count.
package struct PlaceClusters: Sendable {
  /// The numbers of the places of each cluster in ascending order, clusters by their first place.
  package private(set) var clusters: [[Int]] = []
  /// How many pairs of places were compared, a measure of the work.
  package private(set) var comparisons = 0

  private let places: [Coordinate]
  private let points: [SIMD3<Double>]
  private let reach: Reach
  private let leastCount: Int
  private let grid: PlaceGrid
  private var isCore: [Bool]
  private var cores: [[Int]]
  private var parents: [Int]

  /// The clusters of places on the earth; a radius is 20 m to 10,000 km and a count at least 1, else they count as these.
  package init(places: [Coordinate], radiusInMetres: Double, minimumCount: Int) {
    self.places = places
    points = places.map(Ellipsoid.cartesian)
    reach = Reach(metres: radiusInMetres)
    leastCount = max(1, minimumCount)
    grid = PlaceGrid(points, reach: reach)
    isCore = [Bool](repeating: false, count: places.count)
    cores = [[Int]](repeating: [], count: grid.cells.count)
    parents = Array(grid.cells.indices)
    findCores()
    joinCells()
    gather()
  }

  private mutating func isNear(_ a: Int, _ b: Int) -> Bool {
    comparisons += 1
    return reach.holds(places[a], points[a], places[b], points[b])
  }

  private mutating func findCores() {
    for (cell, range) in grid.cells.enumerated() {
      let members = grid.order[range]
      if members.count >= leastCount {
        cores[cell] = Array(members)
      } else {
        let neighbours = grid.neighbours(of: cell)
        cores[cell] = members.filter { isCore($0, among: neighbours, known: members.count) }
      }
      for core in cores[cell] { isCore[core] = true }
    }
  }

  private mutating func isCore(_ place: Int, among cells: [Int], known: Int) -> Bool {
    var count = known
    for cell in cells {
      for other in grid.cells[cell] where isNear(place, grid.order[other]) {
        count += 1
        if count >= leastCount { return true }
      }
    }
    return false
  }

  /// Joins the cubes of which cores are within reach of each other; the cores of one cube always are.
  private mutating func joinCells() {
    var trees = [BoxTree?](repeating: nil, count: cores.count)
    func tree(_ cell: Int) -> BoxTree {
      if let tree = trees[cell] { return tree }
      let tree = BoxTree(cores[cell], points: points)
      trees[cell] = tree
      return tree
    }
    for cell in cores.indices where !cores[cell].isEmpty {
      for other in grid.neighbours(of: cell) where other > cell && !cores[other].isEmpty {
        let (root, otherRoot) = (root(of: cell), root(of: other))
        if root == otherRoot { continue }
        var compared = 0
        let meets = tree(cell).meets(tree(other), reach: reach) {
          compared += 1
          return reach.holds(places[$0], points[$0], places[$1], points[$1])
        }
        comparisons += compared
        if meets { parents[max(root, otherRoot)] = min(root, otherRoot) }
      }
    }
  }

  private mutating func root(of cell: Int) -> Int {
    var cell = cell
    while parents[cell] != cell {
      parents[cell] = parents[parents[cell]]
      cell = parents[cell]
    }
    return cell
  }

  private mutating func gather() {
    var rootOfPlace = [Int?](repeating: nil, count: places.count)
    for (cell, range) in grid.cells.enumerated() {
      for place in grid.order[range] {
        if isCore[place] {
          rootOfPlace[place] = root(of: cell)
        } else if let home = nearestCore(to: place, cells: [cell] + grid.neighbours(of: cell)) {
          rootOfPlace[place] = root(of: home)
        }
      }
    }
    var numbers: [Int: Int] = [:]
    for (place, root) in rootOfPlace.enumerated() {
      guard let root else { continue }
      if let number = numbers[root] {
        clusters[number].append(place)
      } else {
        numbers[root] = clusters.count
        clusters.append([place])
      }
    }
  }

  /// The cell of the nearest core within reach.
  private mutating func nearestCore(to place: Int, cells: [Int]) -> Int? {
    var best: (distance: Double, core: Int, cell: Int)?
    for cell in cells {
      for core in cores[cell] {
        comparisons += 1
        let apart = points[core] - points[place]
        let chord = (apart * apart).sum().squareRoot()
        // A chord is never longer than the distance, so that only what may be nearer is measured.
        guard chord <= min(reach.farChord, (best?.distance ?? .infinity) + 0.002) else { continue }
        let isSame = best.map { places[$0.core] == places[core] } ?? false
        let distance = isSame ? best?.distance ?? 0 : Ellipsoid.distanceInMetres(places[place], places[core])
        guard distance <= reach.radius else { continue }
        if let known = best, (known.distance, known.core) <= (distance, core) { continue }
        best = (distance, core, cell)
      }
    }
    return best?.cell
  }
}
