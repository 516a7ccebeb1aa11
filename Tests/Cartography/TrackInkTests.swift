import Cartography
import Geography
import Platform
import Raster
import TestSupport
import Testing
import Tracks

@Suite("Tracks: what is drawn and how") struct TrackInkTests {
  private func read(_ rows: [String], _ options: ReadOptions = ReadOptions()) throws -> ReadResult {
    let text = "mmsi,time,lat,lon,type\n" + rows.joined(separator: "\n")
    return try TrackReader([.memory(name: "a", bytes: Array(text.utf8))], options: options).read()
  }

  private func layer(_ read: ReadResult, _ key: TrackColorKey, _ grid: PixelGrid) throws -> TrackLayer {
    try TrackLayer(
      read.tracks, grid: grid, rule: LegRule(),
      coloring: TrackColoring(key, tracks: read.tracks, time: read.survey.time), threads: 1)
  }

  /// A window of 400 x 100 pixels of zoom 8 about latitude 0, from longitude 0 on, and its pixels.
  private func pixels(_ read: ReadResult, _ key: TrackColorKey = .vessel, theme: Theme = .dark) throws -> [[UInt8]] {
    let grid = PixelGrid(zoom: 8)
    let view = Viewport(grid: grid, x: 32_768 - 20, y: 32_768 - 50, width: 400, height: 100)
    var pixmap = Pixmap(width: view.width, height: view.height)
    try layer(read, key, grid).draw(on: &pixmap, viewport: view, theme: theme)
    let bytes = pixmap.encodedRGBA(rows: 0..<view.height)
    return stride(from: 0, to: bytes.count, by: 4).map { Array(bytes[$0..<($0 + 4)]) }
  }

  /// Which columns of row 50, on which `row` lies, have ink between the pixels of two longitudes.
  private func inkedColumns(_ pixels: [[UInt8]], _ range: Range<Int>) -> [Bool] {
    range.map { column in (48..<53).contains { pixels[$0 * 400 + column][3] > 20 } }
  }

  /// A row on the parallel that runs through the middles of row 50's pixels.
  private func row(_ seconds: Int, _ longitude: Double, latitude: Double = -0.00275, mmsi: Int = 219_000_001) -> String
  {
    "\(mmsi),\(1_600_000_000 + seconds),\(latitude),\(longitude),70"
  }

  @Test("an observed leg is a line without a gap, a silence is dashed, a jump is nothing")
  func verdicts() throws {
    let far = 1.5
    let solid = try pixels(read((0...60).map { row($0 * 600, far * Double($0) / 60) }))
    #expect(inkedColumns(solid, 22..<280).allSatisfy { $0 })
    let dashed = inkedColumns(try pixels(read([row(0, 0), row(100_000, far)])), 26..<280)
    let ink = dashed.count { $0 }
    #expect(ink > dashed.count / 3 && ink < dashed.count * 3 / 4)
    let longest = dashed.split(separator: true).map(\.count).max() ?? 0
    #expect(longest <= 5 && dashed.split(separator: false).allSatisfy { $0.count <= 6 })
    let jump = inkedColumns(try pixels(read([row(0, 0), row(600, far)])), 26..<280)
    #expect(!jump.contains(true))
  }

  @Test("many silences on one way are dashed as one is")
  func manyGaps() throws {
    let rows = (0..<300).map { step in
      let longitude = step % 2 == 0 ? 0.013 * Double(step % 7) : 1.5 + 0.011 * Double(step % 5)
      return row(step * 10_000, longitude)
    }
    let dashed = inkedColumns(try pixels(read(rows)), 60..<280)
    #expect(dashed.contains(true))
    #expect(dashed.split(separator: true).allSatisfy { $0.count <= 6 })
    #expect(dashed.split(separator: false).allSatisfy { $0.count <= 6 })
  }

  @Test("one fix is a dot, and so is a ship that never leaves its place")
  func dots() throws {
    for rows in [[row(0, 0.5)], (0..<200).map { row($0 * 60, 0.5 + Double($0 % 3) * 1e-6) }] {
      let inked = try pixels(read(rows)).enumerated().filter { $0.element[3] > 0 }.map(\.offset)
      #expect(!inked.isEmpty && inked.count <= 16)
      #expect(inked.allSatisfy { abs($0 % 400 - 111) <= 2 && abs($0 / 400 - 50) <= 2 })
    }
  }

  @Test("thinning moves no line by more than a third of a pixel")
  func thinning() throws {
    var random = SeededGenerator(seed: 3)
    let grid = PixelGrid(zoom: 8)
    var (latitude, longitude, heading) = (0.0, 0.0, 0.0)
    var rows: [String] = []
    var places: [Point] = []
    for step in 0..<4_000 {
      rows.append(row(step * 30, longitude, latitude: latitude))
      places.append(
        Point(
          x: grid.pixelX(worldX: WebMercator.x(longitude: longitude)) - 32_748,
          y: grid.pixelY(worldY: WebMercator.y(latitude: latitude)) - 32_718))
      // A tenth to a fifth of a pixel at a time, ever back to the east.
      heading += random.number(-0.1...0.1) - heading * 0.02
      longitude += cos(heading) * random.number(0.0005...0.001)
      latitude += sin(heading) * random.number(0.0005...0.001)
    }
    let read = try read(rows)
    let layer = try layer(read, .vessel, grid)
    #expect(layer.pointCount * 3 < rows.count)
    var pixmap = Pixmap(width: 400, height: 100)
    let view = Viewport(grid: grid, x: 32_748, y: 32_718, width: 400, height: 100)
    layer.draw(on: &pixmap, viewport: view, theme: .dark)
    let bytes = pixmap.encodedRGBA(rows: 0..<100)
    var line = Path()
    line.move(to: places[0])
    for place in places.dropFirst() { line.line(to: place) }
    var rasterizer = CoverageRasterizer()
    let rect = PixelRect(x: 0, y: 0, width: 400, height: 100)
    // Width at zoom 8 is 1.36 pixels.
    let wide = rasterizer.coverage(
      ofStroke: line, style: StrokeStyle(width: 2.1, join: .round, cap: .round), in: rect)
    let narrow = rasterizer.coverage(
      ofStroke: line, style: StrokeStyle(width: 0.66, join: .round, cap: .round), in: rect)
    for index in wide.indices {
      let alpha = bytes[index * 4 + 3]
      #expect(Int(alpha) <= Int(wide[index]) + 2 && Int(alpha) + 2 >= Int(narrow[index]))
    }
  }

  @Test("speed takes the band of the way between positions")
  func speeds() throws {
    // Degrees an hour along the equator: 60.1 knots each.
    for (knots, band) in [(0.5, 0), (3.0, 1), (7.0, 2), (12.0, 3), (17.0, 4), (30.0, 5)] {
      let rows = (0..<40).map { row($0 * 900, Double($0) * knots / 4 / 60.107) }
      let read = try read(rows)
      let coloring = TrackColoring(.speed, tracks: read.tracks, time: read.survey.time)
      let color = coloring.colors(.dark)[band]
      let found = try pixels(read, .speed).filter { $0[3] == 255 }
      #expect(!found.isEmpty && found.allSatisfy { $0 == [color.red, color.green, color.blue, 255] }, "\(knots) kn")
    }
  }

  @Test("positions rounded to a metre every second do not show as speed")
  func roundedPositions() throws {
    // Four knots in steps of 1.1 m: zero or two at a time.
    let rows = (0..<3_000).map { row($0, (Double($0) * 4 / 3_600 / 60.107 * 50_000).rounded() / 50_000) }
    let read = try read(rows)
    let color = TrackColoring(.speed, tracks: read.tracks, time: read.survey.time).colors(.light)[1]
    let found = try pixels(read, .speed, theme: .light).filter { $0[3] == 255 }
    #expect(!found.isEmpty && found.allSatisfy { $0 == [color.red, color.green, color.blue, 255] })
  }

  @Test("the nine flags of most vessels have colours, equals by code, the others grey")
  func flags() throws {
    let mids = [219, 219, 219, 235, 235, 366, 338, 257, 247, 227, 211, 503, 412, 431, 701, 700]
    let read = try read(mids.enumerated().map { row(0, 0, mmsi: $1 * 1_000_000 + $0) })
    let legend = TrackColoring(.flag, tracks: read.tracks, time: read.survey.time).legend(.dark)
    #expect(
      legend.entries.map(\.label) == [
        "Denmark", "United Kingdom", "United States", "Argentina", "Australia", "China", "Germany", "France", "Italy",
        "others",
      ])
    #expect(Set(legend.entries.map(\.color)).count == 10 && !legend.isOrdered)
  }

  @Test("types have a colour for each class, and the legend names those that occur")
  func types() throws {
    var options = ReadOptions()
    options.keepsVesselType = true
    let read = try read(
      ["219000001,100000000,0,0,70", "219000002,100000000,0,0,80", "219000003,100000000,0,0,"], options)
    let coloring = TrackColoring(.type, tracks: read.tracks, time: read.survey.time)
    #expect(coloring.legend(.dark).entries.map(\.label) == ["cargo", "tanker", "type not known"])
    #expect(coloring.colors(.dark).count == VesselType.allCases.count)
  }

  @Test("time has twelve bands over the span of the data")
  func time() throws {
    let day = 1_440
    let read = try read((0...day).map { row($0 * 60, Double($0) / 1_000) })
    let legend = TrackColoring(.time, tracks: read.tracks, time: read.survey.time).legend(.dark)
    #expect(legend.entries.count == 12 && legend.isOrdered)
    #expect(legend.entries[0].label == "2020-09-13 12:26" && legend.entries[1].label == "2020-09-13 14:26")
    let found = Set(try pixels(read, .time))
    for entry in legend.entries {
      #expect(found.contains([entry.color.red, entry.color.green, entry.color.blue, 255]), "\(entry.label)")
    }
  }

  @Test("colours stand out from the ground of every theme and are all different", arguments: TrackColorKey.allCases)
  func contrast(key: TrackColorKey) throws {
    let read = try read([row(0, 0)])
    let coloring = TrackColoring(key, tracks: read.tracks, time: read.survey.time)
    for theme in Theme.all {
      let colors = coloring.colors(theme)
      #expect(Set(colors).count == colors.count)
      for color in colors {
        let (a, b) = (luminance(color) + 0.05, luminance(theme.sea) + 0.05)
        #expect(max(a, b) / min(a, b) > 2.2, "\(key) \(theme.name) \(color)")
      }
    }
  }

  @Test("numbers of one fleet get colours of their own")
  func vessels() throws {
    let read = try read((0..<600).map { row(0, 0, mmsi: 219_000_000 + $0) })
    let coloring = TrackColoring(.vessel, tracks: read.tracks, time: read.survey.time)
    #expect(coloring.colors(.dark).count == 12 && coloring.legend(.dark).entries.isEmpty)
    let one = try self.read([row(0, 0.5), row(600, 0.51)])
    let other = try self.read([row(0, 0.5, mmsi: 219_000_002), row(600, 0.51, mmsi: 219_000_002)])
    #expect(try pixels(one).max { $0[3] < $1[3] } != pixels(other).max { $0[3] < $1[3] })
  }

  /// Relative luminance (WCAG 2.1).
  private func luminance(_ color: Color) -> Double {
    func light(_ byte: UInt8) -> Double {
      let value = Double(byte) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * light(color.red) + 0.7152 * light(color.green) + 0.0722 * light(color.blue)
  }
}
