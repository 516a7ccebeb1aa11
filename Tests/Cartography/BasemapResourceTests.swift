import Cartography
import Platform
import Testing

@Suite("Embedded resources") struct BasemapResourceTests {
  @Test("every file is in the program", arguments: EmbeddedResource.allCases)
  func present(resource: EmbeddedResource) {
    let bytes = resource.bytes
    #expect(bytes.count > 2_000)
    let expected: [UInt8] =
      switch resource {
      case .naturalEarth10m, .naturalEarth50m, .naturalEarth110m, .solentCoast: Array("WPG1".utf8)
      case .solentSample: [0x1F, 0x8B, 8]
      case .ports: Array("WPP1".utf8)
      case .places: Array("WPN1".utf8)
      case .palettes: Array("viridis\0".utf8)
      case .themeDark, .themeLight, .themePrint: Array("{\n  \"page\"".utf8)
      case .openSansRegular, .openSansSemibold, .openSansItalic: [0, 1, 0, 0]
      }
    #expect(bytes.starts(with: expected))
  }

  @Test("colour tables are whole and known by name")
  func colorTables() throws {
    let tables = EmbeddedResource.colorTables()
    #expect(
      tables.map(\.name) == [
        "viridis", "inferno", "magma", "plasma", "cividis", "turbo", "thermal", "ice", "deep", "batlow",
        "grays", "fire", "ember",
      ])
    #expect(tables.allSatisfy { $0.colors.count == 768 })
    let viridis = try #require(tables.first)
    #expect(Array(viridis.colors.prefix(3)) == [68, 1, 84])
    #expect(Array(viridis.colors.suffix(3)) == [253, 231, 37])
    let fire = try #require(tables.first { $0.name == "fire" })
    #expect(Array(fire.colors.prefix(3)) == [0, 0, 0] && Array(fire.colors.suffix(3)) == [255, 255, 255])
  }

  @Test("our own colour tables grow lighter step by step", arguments: ["grays", "fire", "ember"])
  func lightness(name: String) throws {
    let table = try #require(EmbeddedResource.colorTables().first { $0.name == name }).colors
    let weights = [0.2126, 0.7152, 0.0722]
    let lightness = (0..<256).map { step in
      (0..<3).reduce(0.0) { sum, part in
        let linear = pow(Double(table[3 * step + part]) / 255, 2.2)
        return sum + weights[part] * linear
      }
    }
    #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 <= $1 + 0.002 })
    #expect(lightness[255] > lightness[0] + 0.8)
  }
}
