import Geography
import TestSupport
import Testing

@Suite("Regions") struct RegionTests {
  @Test("every box is a box of the world")
  func boxes() {
    #expect(Region.catalogue.count > 400)
    for region in Region.catalogue {
      let box = region.box
      #expect((-180...180).contains(box.west) && (-180...180).contains(box.east), "\(region.name)")
      #expect((-90...90).contains(box.south) && (-90...90).contains(box.north), "\(region.name)")
      #expect(box.south < box.north && box.widthInDegrees > 0, "\(region.name)")
    }
  }

  @Test("every name and every alias finds its own region")
  func aliases() {
    for region in Region.catalogue {
      for name in [region.name] + region.aliases {
        #expect(Region.named(name)?.name == region.name, "\(name)")
      }
    }
  }

  @Test(
    "a name is found however it is written",
    arguments: [
      ("yellow sea", "Yellow Sea"), ("YELLOWSEA", "Yellow Sea"), ("yellow_sea", "Yellow Sea"),
      ("  the Yellow-Sea. ", "Yellow Sea"), ("Japan Sea", "Sea of Japan"),
      ("Mexico, Gulf of", "Gulf of Mexico"),
      ("hormuz strait", "Strait of Hormuz"), ("STRAIT OF TSUSHIMA", "Tsushima Strait"),
      ("Arabian gulf", "Persian Gulf"), ("Øresund", "Oresund"), ("bab-el-mandeb", "Bab el Mandeb"),
      ("Cote d'Ivoire", "Ivory Coast"), ("cote divoire", "Ivory Coast"), ("turkiye", "Turkey"),
      ("St. Lucia", "Saint Lucia"), ("uk", "United Kingdom"), ("prk", "North Korea"),
    ])
  func spellings(query: String, name: String) {
    #expect(Region.named(query)?.name == name)
  }

  @Test("what is not a name finds nothing", arguments: ["", "   ", "---", "Atlantis", "sea", "黄海"])
  func unknown(query: String) {
    #expect(Region.named(query) == nil)
  }

  @Test(
    "a place lies in the region that people call it by",
    arguments: [
      ("Yellow Sea", 35.5, 123.5), ("East China Sea", 29, 125), ("Bohai Sea", 38.7, 119.8),
      ("Korea Bay", 39, 123.5), ("Sea of Japan", 40, 134), ("Tsushima Strait", 34, 129.8),
      ("Taiwan Strait", 24.5, 119.5), ("Luzon Strait", 20.5, 121), ("Singapore Strait", 1.2, 103.9),
      ("Strait of Malacca", 3, 100.5), ("Strait of Hormuz", 26.6, 56.5), ("Fujairah Anchorage", 25.2, 56.5),
      ("Suez Canal", 30.6, 32.33), ("Bab el Mandeb", 12.6, 43.3), ("Laconian Gulf", 36.5, 22.8),
      ("Strait of Gibraltar", 35.95, -5.6), ("Ceuta Anchorage", 35.9, -5.3), ("Malta Approaches", 36, 14.6),
      ("Kerch Strait", 45.2, 36.5), ("Bosporus", 41.1, 29.07), ("Dardanelles", 40.2, 26.4),
      ("Gulf of Finland", 60, 26), ("Great Belt", 55.3, 11), ("Oresund", 55.9, 12.7), ("Solent", 50.77, -1.3),
      ("Strait of Dover", 51, 1.5), ("Bay of Biscay", 45.5, -5), ("Bering Sea", 58, 180),
      ("Bering Sea", 58, -175), ("Bering Strait", 65.8, -169), ("Gulf of Mexico", 25, -90),
      ("Panama Canal", 9.1, -79.7), ("Gulf of Guinea", 2, 2), ("Tasman Sea", -38, 161), ("Fiji", -17.8, 178),
      ("Fiji", -18.2, -178.8), ("Russia", 66, -171), ("Russia", 55.7, 37.6), ("New Zealand", -41.3, 174.8),
      ("France", 48.9, 2.35), ("Norway", 59.9, 10.75), ("Ukraine", 44.6, 33.5), ("North Korea", 39, 125.75),
    ])
  func places(name: String, latitude: Double, longitude: Double) throws {
    let region = try #require(Region.named(name))
    #expect(region.box.contains(Coordinate(latitude: latitude, longitude: longitude)))
  }

  @Test(
    "countries with parts overseas are shown at home",
    arguments: ["France", "Norway", "Netherlands", "USA", "New Zealand", "Chile"])
  func homeland(name: String) throws {
    #expect(try #require(Region.named(name)).box.widthInDegrees < 60)
  }

  @Test(
    "a slip of the keyboard names the region that was meant first",
    arguments: [
      ("Yelow Sea", "Yellow Sea"), ("Yellow Se", "Yellow Sea"), ("Gulf of Mexcio", "Gulf of Mexico"),
      ("Strait of Hormus", "Strait of Hormuz"), ("Agean Sea", "Aegean Sea"), ("Balitc", "Baltic Sea"),
      ("Skagerak", "Skagerrak"), ("Malaca", "Strait of Malacca"), ("Sea of Yellow Water", "Yellow Sea"),
      ("Medditeranean", "Mediterranean Sea"),
    ])
  func slips(query: String, name: String) {
    #expect(Region.nearest(to: query, limit: 3).first?.name == name)
  }

  @Test("one wrong letter never hides a region", arguments: [1, 2, 3] as [UInt64])
  func mutations(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    for _ in 0..<60 {
      let region = Region.catalogue[Int.random(in: 0..<Region.catalogue.count, using: &generator)]
      guard region.name.count > 6 else { continue }
      var name = Array(region.name)
      let position = Int.random(in: 0..<name.count, using: &generator)
      name[position] = letters[Int.random(in: 0..<letters.count, using: &generator)]
      let near = Region.nearest(to: String(name), limit: 5).map(\.name)
      #expect(near.contains(region.name), "\(String(name)) gave \(near), seed \(seed)")
    }
  }

  @Test("as many near names come back as were asked for, each once")
  func limits() {
    #expect(Region.nearest(to: "x", limit: 0).isEmpty)
    #expect(Region.nearest(to: "x", limit: -1).isEmpty)
    let names = Region.nearest(to: "", limit: 10_000).map(\.name)
    #expect(names.count == Region.catalogue.count && Set(names).count == names.count)
  }
}
