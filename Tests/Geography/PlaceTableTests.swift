import CResources
import Geography
import Platform
import Testing

@Suite("Places")
struct PlaceTableTests {
  /// Seas whose names run across their islands or banks.
  private static let acrossIslands: Set<String> = ["Aegean Sea", "Archipelago Sea", "Bosporus"]
  private static var file: UnsafeRawBufferPointer { resource(RESOURCE_PLACES) }

  private let places: [NamedPlace]

  init() throws {
    places = try PlaceTable(Self.file).places
  }

  private func places(_ kind: NamedPlace.Kind) -> [NamedPlace] { places.filter { $0.kind == kind } }

  /// The most important of a name.
  private func first(_ name: String, _ kind: NamedPlace.Kind) throws -> NamedPlace {
    try #require(places.first { $0.name == name && $0.kind == kind }, "\(name)")
  }

  private func reading(_ bytes: [UInt8]) -> Result<[NamedPlace], PlaceTableError> {
    bytes.withUnsafeBytes { bytes in
      do throws(PlaceTableError) {
        return .success(try PlaceTable(bytes).places)
      } catch {
        return .failure(error)
      }
    }
  }

  @Test("the carried table holds Natural Earth's towns, the countries, and more than 150 seas")
  func whole() {
    #expect(places(.town).count == 7321)
    #expect((200...250).contains(places(.country).count))
    #expect(places(.sea).count > 300)
    #expect(Self.file.count < 400_000)
  }

  @Test("ranks, zooms and numbers of points are in their ranges, the most important of a kind come first")
  func ranges() {
    for place in places {
      #expect((0...(place.kind == .sea ? 6 : 10)).contains(place.rank), "\(place.name)")
      #expect((0...(place.kind == .sea ? 12 : 9)).contains(place.leastZoom), "\(place.name)")
      #expect(place.kind == .sea ? place.line.count >= 2 : place.line.count == 1, "\(place.name)")
      #expect(place.kind == .town || place.population == 0 && !place.isCapital, "\(place.name)")
      #expect(!place.name.isEmpty && !place.name.contains("\u{FFFD}"), "\(place.name)")
      #expect(place.line.allSatisfy { abs($0.latitude) <= 90 && abs($0.longitude) <= 360 }, "\(place.name)")
    }
    for (first, second) in zip(places, places.dropFirst()) {
      #expect((first.kind.rawValue, first.rank) <= (second.kind.rawValue, second.rank))
    }
  }

  @Test(
    "known towns are where they are",
    arguments: [
      ("Busan", 35.1, 129.03), ("København", 55.68, 12.56), ("Łódź", 51.77, 19.46), ("Piraeus", 37.95, 23.7),
      ("Novorossiysk", 44.73, 37.77), ("Panama City", 8.97, -79.53), ("Southampton", 50.9, -1.4),
      ("Singapore", 1.29, 103.85), ("Suva", -18.13, 178.44), ("Shanghai", 31.22, 121.44),
    ])
  func towns(name: String, latitude: Double, longitude: Double) throws {
    let town = try first(name, .town)
    #expect(abs(town.line[0].latitude - latitude) < 0.05 && abs(town.line[0].longitude - longitude) < 0.05)
    #expect(town.population > 50_000)
  }

  @Test("capitals are flagged and great ports are not")
  func capitals() throws {
    for name in ["Seoul", "Tokyo", "Beijing", "London", "Athens", "Canberra", "Brasilia", "Dodoma", "Kyiv"] {
      #expect(try first(name, .town).isCapital, "\(name)")
    }
    for name in ["Shanghai", "Busan", "New York", "Sydney", "Istanbul", "Mumbai", "Johannesburg", "Dar es Salaam"] {
      #expect(try !first(name, .town).isCapital, "\(name)")
    }
    #expect((190...200).contains(places.count { $0.isCapital }))
  }

  @Test("over the East China Sea at zoom 5 a frame of 1920 x 1080 has 10 to 20 towns, over the Solent at 9 its ports")
  func density() {
    func shown(latitude: Double, longitude: Double, zoom: Double) -> [String] {
      let unitsPerPoint = WebMercator.unitsAcross / (256 * exp2(zoom))
      let (x, y) = (WebMercator.x(longitude: longitude), WebMercator.y(latitude: latitude))
      return places(.town).filter { town in
        town.leastZoom <= zoom && abs(WebMercator.x(longitude: town.line[0].longitude) - x) < 960 * unitsPerPoint
          && abs(WebMercator.y(latitude: town.line[0].latitude) - y) < 540 * unitsPerPoint
      }.map(\.name)
    }
    #expect((10...20).contains(shown(latitude: 29, longitude: 125, zoom: 5).count))
    #expect(Set(["Southampton", "Portsmouth"]).isSubset(of: shown(latitude: 50.8, longitude: -1.2, zoom: 9)))
  }

  @Test("a country that is a town stands on the map once")
  func cityStates() {
    #expect(places.count { $0.name == "Singapore" } == 1)
    #expect(places.count { $0.name == "Monaco" } == 1)
  }

  @Test("countries lie on land, but for those of islands, and dependencies come late")
  func countries() throws {
    let shores = ShoreIndex(GeometryArchive(resource(RESOURCE_NATURAL_EARTH_10M)))
    let afloat = places(.country).filter { !shores.isOnLand($0.line[0]) }
    #expect(afloat.count < 40)
    for name in ["South Korea", "Greece", "United Arab Emirates", "Ukraine", "Panama"] {
      #expect(shores.isOnLand(try first(name, .country).line[0]), "\(name)")
    }
    #expect(try first("Guam", .country).leastZoom >= 5)
    #expect(try first("Falkland Is.", .country).leastZoom >= 5)
  }

  @Test("every line of a sea's name lies in water, but for those across islands")
  func seasInWater() {
    let shores = ShoreIndex(GeometryArchive(resource(RESOURCE_NATURAL_EARTH_10M)))
    for sea in places(.sea) where !Self.acrossIslands.contains(sea.name) {
      for (from, to) in zip(sea.line, sea.line.dropFirst()) {
        let (x0, y0) = (WebMercator.x(longitude: from.longitude), WebMercator.y(latitude: from.latitude))
        let (x1, y1) = (WebMercator.x(longitude: to.longitude), WebMercator.y(latitude: to.latitude))
        let parts = max(5, Int((Ellipsoid.greatCircleInMetres(from, to) / 3000).rounded(.up)))
        for part in 0...parts {
          let share = Double(part) / Double(parts)
          let place = Coordinate(
            latitude: WebMercator.latitude(y: y0 + share * (y1 - y0)),
            longitude: BoundingBox.wrapped(WebMercator.longitude(x: x0 + share * (x1 - x0))))
          if shores.isOnLand(place) {
            Issue.record("\(sea.name) is on land at \(place)")
            return
          }
        }
      }
    }
  }

  @Test("a sea's name runs from west to east or nearly upright, without jumps or sharp bends")
  func seasReadable() {
    for sea in places(.sea) {
      let points = sea.line.map { (WebMercator.x(longitude: $0.longitude), WebMercator.y(latitude: $0.latitude)) }
      let steps = zip(points, points.dropFirst()).map { ($1.0 - $0.0, $1.1 - $0.1) }
      let (east, south) = steps.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
      #expect(east > 0 || abs(east) <= 0.2 * abs(south), "\(sea.name)")
      #expect(steps.allSatisfy { abs($0.0) < WebMercator.unitsAcross / 4 }, "\(sea.name)")
      for (first, second) in zip(steps, steps.dropFirst()) {
        let (cross, dot) = (first.0 * second.1 - first.1 * second.0, first.0 * second.0 + first.1 * second.1)
        #expect(abs(atan2(cross, dot)) < 15.5 * .pi / 180, "\(sea.name)")
      }
    }
  }

  @Test("a sea that the regions know by that name runs through their box")
  func seasAndRegions() {
    var known = 0
    for sea in places(.sea) {
      guard let region = Region.named(sea.name) else { continue }
      known += 1
      let (before, after) = (sea.line[(sea.line.count - 1) / 2], sea.line[sea.line.count / 2])
      let middle = Coordinate(
        latitude: (before.latitude + after.latitude) / 2,
        longitude: BoundingBox.wrapped((before.longitude + after.longitude) / 2))
      #expect(region.box.contains(middle), "\(sea.name), \(region.name)")
    }
    #expect(known > 180)
  }

  @Test("the seas that are watched most are there")
  func watchedSeas() {
    let names = Set(places(.sea).map(\.name))
    for name in [
      "Yellow Sea", "East China Sea", "Korea Strait", "Taiwan Strait", "Singapore Strait", "Strait of Hormuz",
      "Gulf of Oman", "Red Sea", "Laconian Gulf", "Kerch Strait", "Gulf of Finland", "Skagerrak", "Øresund",
      "Great Belt", "English Channel", "The Solent", "Bight of Benin", "Gulf of Mexico", "Galveston Bay",
      "Gulf of Panama",
    ] { #expect(names.contains(name), "\(name)") }
  }

  @Test("every beginning of the file is refused, and so is a file with more behind it")
  func beginnings() {
    let whole = Array(Self.file)
    #expect(reading([]) == .failure(.unknownFormat))
    for length in Array(0..<300) + Array(stride(from: 300, to: whole.count, by: 1999)) + [whole.count - 1] {
      guard case .failure = reading(Array(whole.prefix(length))) else {
        Issue.record("the first \(length) bytes are taken for a table")
        continue
      }
    }
    #expect(reading(whole + [0]) == .failure(.damaged(offset: whole.count)))
    #expect((try? reading(whole).get()) == places)
  }

  @Test("a record out of its range is refused where it begins")
  func damaged() {
    func table(_ record: [UInt8]) -> Result<[NamedPlace], PlaceTableError> {
      reading(Array("WPN1".utf8) + [1, 0, 0, 0] + record)
    }
    let good: [UInt8] = [4, 3, 55, 1, 1, 65, 20, 2, 4]
    #expect(
      table(good)
        == .success([
          NamedPlace(
            kind: .town, name: "A", rank: 3, leastZoom: 5.5, isCapital: true, population: 10,
            line: [Coordinate(latitude: 0.00002, longitude: 0.00001)])
        ]))
    // Kind, capital of a sea, rank, points of a town, no name, no UTF-8, fewer than no people, a varint without end.
    for (index, value) in [(0, 3), (0, 6), (0, 8), (1, 11), (3, 0), (3, 2), (4, 0), (5, 0xFF), (6, 1), (8, 0x80)] {
      var record = good
      record[index] = UInt8(value)
      guard case .failure(.damaged) = table(record) else {
        Issue.record("byte \(index) may be \(value)")
        continue
      }
    }
    // 100 degrees north.
    #expect(table([0, 3, 55, 1, 1, 65, 20, 2, 0x80, 0xDA, 0xC4, 0x09]) == .failure(.damaged(offset: 8)))
    #expect(reading(Array("WPP1".utf8) + [0, 0, 0, 0]) == .failure(.unknownFormat))
    #expect(reading(Array("WPN1".utf8) + [255, 255, 255, 255] + good) == .failure(.damaged(offset: 4)))
  }
}
