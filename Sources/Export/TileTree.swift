import Geography
import JSON
import Platform

/// The files `{z}/{x}/{y}.png` in a folder, and nothing else beside `tiles.json`.
///
/// Each folder is made once when tiles come by zoom, column and row. In a folder that an interrupted run has left,
/// `settle` removes what is not of the set as soon as a column or a zoom is over: only the names of one column and the
/// columns of one zoom are remembered.
struct TileTree: ~Copyable {
  /// The name of the file that says what the tiles are.
  static let description = "tiles.json"

  private struct Column: ~Copyable {
    let zoom: Int
    let x: Int
    let folder: FolderHandle
  }

  private let root: FolderHandle
  private let isSwept: Bool
  private var written: Column?
  private var read: Column?

  private var settled: TileID?
  private var namesInColumn: Set<String> = []
  private var columnsInZoom: Set<String> = []
  private var zooms: Set<String> = []

  /// A tree in a folder; `isSwept` where something may stand in it.
  init(in root: borrowing FolderHandle, isSwept: Bool) throws(FileHandle.Failure) {
    self.root = try root.folder(".")
    self.isSwept = isSwept
  }

  /// The path of a tile's file in the tree.
  static func path(of tile: TileID) -> String { "\(tile.zoom)/\(tile.x)/\(name(of: tile))" }

  private static func name(of tile: TileID) -> String { "\(tile.y).png" }

  /// What a folder is that is neither empty nor a tile set and nothing more; nil for these two.
  static func whatElse(in folder: borrowing FolderHandle) throws(FileHandle.Failure) -> String? {
    // The Finder writes one wherever it has looked.
    let names = try folder.names().filter { $0 != ".DS_Store" }
    if names.isEmpty { return nil }
    guard let text = try folder.bytes(of: description), let json = try? JSONValue(parsing: text),
      json["tilejson"] != nil
    else { return "a folder that is no tile set" }
    for name in names where name != description {
      guard let zoom = Int(name), 0...30 ~= zoom, folder.kind(of: name) == .folder else {
        return "a folder that holds more than tiles (\(name))"
      }
    }
    return nil
  }

  /// The bytes of a tile that is there as a whole PNG: its signature stands at the beginning and its last chunk at the
  /// end. Nil for one that is missing or that was cut off.
  mutating func wholePNG(at tile: TileID) throws(FileHandle.Failure) -> [UInt8]? {
    guard isSwept else { return nil }
    if read?.zoom != tile.zoom || read?.x != tile.x {
      do throws(FileHandle.Failure) {
        let folder = try root.folder("\(tile.zoom)").folder("\(tile.x)")
        read = Column(zoom: tile.zoom, x: tile.x, folder: folder)
      } catch {
        if error.code == ENOENT || error.code == ENOTDIR || error.code == ELOOP { return nil }
        throw error
      }
    }
    guard let bytes = try read?.folder.bytes(of: Self.name(of: tile)) ?? nil else { return nil }
    return PNGAssembly.isWhole(bytes) ? bytes : nil
  }

  /// Writes a tile's file; what stood in its place is removed.
  mutating func write(_ png: [UInt8], at tile: TileID) throws(FileHandle.Failure) {
    if written?.zoom != tile.zoom || written?.x != tile.x {
      let folder = try root.folder(making: "\(tile.zoom)").folder(making: "\(tile.x)")
      written = Column(zoom: tile.zoom, x: tile.x, folder: folder)
    }
    try written?.folder.write(png, to: Self.name(of: tile))
  }

  /// Takes note that a tile is of the set, each in the order of folders.
  mutating func settle(_ tile: TileID) throws(FileHandle.Failure) {
    if let last = settled {
      precondition((last.zoom, last.x, last.y) < (tile.zoom, tile.x, tile.y), "tiles come in the order of folders")
    }
    guard isSwept else {
      settled = tile
      return
    }
    if settled?.zoom != tile.zoom { try endZoom() } else if settled?.x != tile.x { try endColumn() }
    settled = tile
    namesInColumn.insert(Self.name(of: tile))
  }

  /// Writes the description; every tile is settled.
  mutating func finish(_ description: [UInt8]) throws(FileHandle.Failure) {
    try root.write(description, to: Self.description)
    guard isSwept else { return }
    try endZoom()
    // What is hidden is the folder's own.
    for name in try root.names() where !zooms.contains(name) && name != Self.description && name != ".job" {
      try root.remove(name)
    }
  }

  private mutating func endZoom() throws(FileHandle.Failure) {
    guard let last = settled else { return }
    try endColumn()
    let zoom = try root.folder("\(last.zoom)")
    for name in try zoom.names() where !columnsInZoom.contains(name) { try zoom.remove(name) }
    columnsInZoom.removeAll()
    zooms.insert("\(last.zoom)")
  }

  private mutating func endColumn() throws(FileHandle.Failure) {
    guard let last = settled else { return }
    let column = try root.folder("\(last.zoom)").folder("\(last.x)")
    for name in try column.names() where !namesInColumn.contains(name) { try column.remove(name) }
    namesInColumn.removeAll()
    columnsInZoom.insert("\(last.x)")
  }
}
