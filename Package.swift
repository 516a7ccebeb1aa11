// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A room of the house: a Swift module under `Sources/`.
func room(_ name: String, uses dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a room, in the folder of the same name under `Tests/`.
func tests(of room: String, uses dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: room + "Tests", dependencies: dependencies + ["TestSupport"], path: "Tests/" + room,
    swiftSettings: strict)
}

/// A C library's door: its headers and flags, found through pkg-config.
func door(_ name: String, pkgConfig: String, apt: String, brew: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

let package = Package(
  name: "wakeprint",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Wakeprint", targets: ["Wakeprint"]),
    .executable(name: "wakeprint", targets: ["WakeprintCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    door("CArchive", pkgConfig: "libarchive", apt: "libarchive-dev", brew: "libarchive"),
    door("CFreeType", pkgConfig: "freetype2", apt: "libfreetype-dev", brew: "freetype"),
    door("CLibPNG", pkgConfig: "libpng", apt: "libpng-dev", brew: "libpng"),
    door("CLibTIFF", pkgConfig: "libtiff-4", apt: "libtiff-dev", brew: "libtiff"),
    door("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev", brew: "sqlite"),
    door("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev", brew: "libdeflate"),
    door("CDigest", pkgConfig: "libcrypto", apt: "libssl-dev", brew: "openssl@3"),
    door("CExpat", pkgConfig: "expat", apt: "libexpat1-dev", brew: "expat"),
    .systemLibrary(name: "CZlib"),
    .target(name: "CPNG", dependencies: ["CLibPNG"], linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CGeoTIFF", dependencies: ["CLibTIFF"]),
    .target(name: "CResources"),

    room("Platform", uses: []),
    room("Digest", uses: ["CDigest"]),
    room("JSON", uses: []),
    room("Database", uses: ["Platform", "CSQLite"]),
    room("Geography", uses: ["Platform"]),
    room("Raster", uses: ["Platform"]),
    room("Tracks", uses: ["Platform", "Geography", "Digest", "Database", "CArchive", "CExpat", "CZlib"]),
    room("Behaviour", uses: ["Platform", "JSON", "Geography", "Tracks"]),
    room(
      "Cartography",
      uses: ["Platform", "JSON", "Geography", "Raster", "Tracks", "Behaviour", "CFreeType", "CResources"]),
    room(
      "Export",
      uses: [
        "Platform", "JSON", "Geography", "Raster", "CPNG", "CGeoTIFF", "CSQLite", "CDeflate", "Digest", "Database",
      ]),
    room(
      "Wakeprint",
      uses: [
        "Platform", "JSON", "Digest", "Geography", "Raster", "Tracks", "Behaviour", "Cartography", "Export",
        "CResources",
      ]),
    .executableTarget(
      name: "WakeprintCLI",
      dependencies: [
        "Wakeprint", "Platform", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "WakeprintBench",
      dependencies: [
        "Platform", "Geography", "Raster", "Tracks", "Behaviour", "Cartography", "Export", "TestSupport",
      ],
      path: "Tests/Performance",
      exclude: [
        "peers.sh", "peers_work.sh", "side_by_side.py", "tiles_peers.sh", "tiles_side_by_side.py", "gallery.sh",
        "transfers_peers.sh", "transfers_side_by_side.py", "maps_peers.sh", "maps_side_by_side.py",
        "beside_matplotlib.py", "strokes_peers.sh", "strokes_side_by_side.py", "timelapse_peers.sh",
        "timelapse_side_by_side.py", "formats_peers.sh", "formats_side_by_side.py",
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Platform", "Geography", "Raster"],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests(of: "JSON", uses: ["JSON"]),
    tests(of: "Geography", uses: ["Platform", "Geography", "CResources"]),
    tests(of: "Raster", uses: ["Raster"]),
    tests(of: "Tracks", uses: ["Tracks", "Digest", "Geography", "JSON", "CSQLite"]),
    tests(of: "Behaviour", uses: ["Behaviour", "Geography", "JSON", "Tracks", "Platform"]),
    tests(of: "Cartography", uses: ["Cartography", "JSON", "Geography", "Raster", "Tracks", "Behaviour"]),
    tests(of: "Export", uses: ["Export", "JSON", "Geography", "Raster", "Digest", "Platform", "CLibTIFF", "CSQLite"]),
    tests(of: "Wakeprint", uses: ["Wakeprint", "Tracks", "Geography", "Raster"]),
    .testTarget(
      name: "CLITests", dependencies: ["TestSupport", "WakeprintCLI", "Digest", "Geography", "Export", "CSQLite"],
      path: "Tests/CLITests", swiftSettings: strict),
    .target(
      name: "FuzzTrials",
      dependencies: [
        "Platform", "JSON", "Geography", "Tracks", "Behaviour", "Cartography", "Export", "Wakeprint", "TestSupport",
        "CSQLite",
      ],
      path: "Tests/Fuzz/Trials", swiftSettings: strict),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzTrials", "Platform"], path: "Tests/Fuzz/Replay", swiftSettings: strict),
  ]
)

// libFuzzer brings the main function, which an ordinary build has not: see Tests/Fuzz/fuzz.sh.
if Context.environment["WAKEPRINT_FUZZ_BUILD"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "WakeprintFuzz", dependencies: ["FuzzTrials", "Platform"], path: "Tests/Fuzz/Driver",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
