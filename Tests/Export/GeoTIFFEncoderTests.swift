import CLibTIFF
import Geography
import Platform
import TestSupport
import Testing

import Export

@Suite("A GeoTIFF holds the numbers, their place and their meaning")
struct GeoTIFFEncoderTests {
  private static let metadata = GeoTIFFMetadata(
    quantity: "vessel-hours per km2", title: "Straße & <sea>", source: "Danish Maritime Authority",
    software: "wakeprint 1",
    provenanceJSON: "{\"a\":1}")

  private static func viewport(width: Int, height: Int) -> Viewport {
    Viewport(grid: PixelGrid(zoom: 5), x: 4000, y: 2500, width: width, height: height)
  }

  @Test("the numbers come back exactly", arguments: [(1, 1), (255, 257), (256, 256), (700, 300), (16, 5000)])
  func values(width: Int, height: Int) throws {
    var random = SeededGenerator(seed: UInt64(width))
    let values = (0..<width * height).map { _ in
      Bool.random(using: &random) ? Float.random(in: 0...1e6, using: &random) : 0
    }
    let bytes = try GeoTIFFEncoder.encode(
      values: values, viewport: Self.viewport(width: width, height: height), metadata: Self.metadata)
    let folder = TemporaryFolder()
    try OutputFile.write(bytes, to: folder("a.tif"), force: false)
    // libtiff knows nothing of GeoTIFF's tags and would say so on standard error.
    TIFFSetWarningHandler(nil)
    let tiff = try #require(TIFFOpen(folder("a.tif"), "r"))
    defer { TIFFClose(tiff) }
    var tile = [Float](repeating: -1, count: 256 * 256)
    for top in stride(from: 0, to: height, by: 256) {
      for left in stride(from: 0, to: width, by: 256) {
        #expect(TIFFReadTile(tiff, &tile, UInt32(left), UInt32(top), 0, 0) > 0)
        for y in top..<min(top + 256, height) {
          let expected = values[y * width + left..<y * width + min(left + 256, width)]
          #expect(tile[(y - top) * 256..<(y - top) * 256 + expected.count].elementsEqual(expected))
        }
      }
    }
  }

  @Test("the tags say EPSG:3857, an area to a pixel, the corner, the scale and what is empty")
  func tags() throws {
    let viewport = Self.viewport(width: 20, height: 10)
    let values = [Float](repeating: 1, count: 200)
    let tags = TIFFTags(
      try GeoTIFFEncoder.encode(values: values, viewport: viewport, metadata: Self.metadata))
    let place = GeoTransform(viewport)
    #expect(tags.doubles(33550) == [place.pixelSizeInMetres, place.pixelSizeInMetres, 0])
    #expect(tags.doubles(33922) == [0, 0, 0, place.west, place.north, 0])
    #expect(tags.shorts(34735) == [1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 3857])
    #expect(tags.text(42113) == "0")
    #expect(tags.text(270) == "vessel-hours per km2")
    #expect(tags.text(305) == "wakeprint 1")
    #expect(tags.text(42112)?.contains("<Item name=\"wakeprint\">{&quot;a&quot;:1}</Item>") == true)
    #expect(tags.text(42112)?.contains("Stra&#223;e &amp; &lt;sea&gt;") == true)
    #expect(tags.shorts(317) == [3])
    #expect(tags.text(306) == nil, "no date")
    let without = TIFFTags(
      try GeoTIFFEncoder.encode(values: values, viewport: viewport, noData: nil, metadata: Self.metadata))
    #expect(without.text(42113) == nil)
  }

  @Test("the same numbers give the same bytes, from many threads at once too")
  func deterministic() async throws {
    let viewport = Self.viewport(width: 300, height: 300)
    let values = (0..<90_000).map { Float($0 % 17) }
    let first = try GeoTIFFEncoder.encode(values: values, viewport: viewport, metadata: Self.metadata)
    await withTaskGroup(of: [UInt8]?.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try? GeoTIFFEncoder.encode(values: values, viewport: viewport, metadata: Self.metadata)
        }
      }
      for await bytes in group { #expect(bytes == first) }
    }
  }

  @Test("a raster without cells is refused in a sentence")
  func empty() {
    #expect(throws: ExportError.unusableSize(format: "GeoTIFF", width: 0, height: 3)) {
      try GeoTIFFEncoder.encode(
        values: [], viewport: Self.viewport(width: 0, height: 3), metadata: Self.metadata)
    }
  }
}
