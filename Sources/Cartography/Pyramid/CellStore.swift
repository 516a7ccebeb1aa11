import Platform
import Synchronization
import Tracks

/// Packed tiles, kept in memory up to a limit and beyond it in a file without a name; only ever added to.
final class CellStore: Sendable {
  /// Where a packed tile is.
  struct Place: Sendable {
    let offset: Int
    let count: Int
  }

  /// Room for the packed cells of any tile: 512 x 512 of them at up to eleven bytes are 2.9 MB.
  private let chunkBytes = 4 << 20

  /// Chunk i holds the offsets from i x chunkBytes on; nil where it went to disk.
  private struct State: Sendable {
    var chunks: [[UInt8]?] = []
    var firstInMemory = 0
    var file: SpillFile?
  }

  /// The file of chunks that had no room in memory.
  private final class SpillFile: Sendable {
    let handle: FileHandle
    init(_ handle: consuming FileHandle) { self.handle = handle }
  }

  private let state = Mutex(State())
  private let memory: Int

  /// A store that keeps to about `memory` bytes.
  init(memory: Int) { self.memory = memory }

  /// Whether some of it had to be put on disk.
  var isSpilled: Bool { state.withLock { $0.file != nil } }

  /// Adds a packed tile of at most 4 MiB; may write older ones to disk.
  func append(_ bytes: [UInt8]) throws(TracksError) -> Place {
    precondition(bytes.count <= chunkBytes, "a packed tile fits a chunk")
    let result = state.withLock { state -> Result<Place, TracksError> in
      do throws(TracksError) {
        return .success(try append(bytes, &state))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func append(_ bytes: [UInt8], _ state: inout State) throws(TracksError) -> Place {
    let last = state.chunks.count - 1
    if let room = state.chunks.last.flatMap({ $0 }).map({ chunkBytes - $0.count }), room >= bytes.count {
      let offset = last * chunkBytes + chunkBytes - room
      state.chunks[last]?.append(contentsOf: bytes)
      return Place(offset: offset, count: bytes.count)
    }
    var chunk: [UInt8] = []
    chunk.reserveCapacity(chunkBytes)
    chunk.append(contentsOf: bytes)
    state.chunks.append(chunk)
    if (state.chunks.count - state.firstInMemory) * chunkBytes > max(memory, chunkBytes) {
      try spillOldest(&state)
    }
    return Place(offset: (state.chunks.count - 1) * chunkBytes, count: bytes.count)
  }

  private func spillOldest(_ state: inout State) throws(TracksError) {
    let folder = temporaryFolder()
    do throws(FileHandle.Failure) {
      let file: SpillFile
      if let open = state.file { file = open } else { file = SpillFile(try FileHandle.temporary(in: folder)) }
      state.file = file
      let number = state.firstInMemory
      if let chunk = state.chunks[number] {
        try chunk.withUnsafeBufferPointer { chunk throws(FileHandle.Failure) in
          try file.handle.write(UnsafeRawBufferPointer(chunk), at: number * chunkBytes)
        }
      }
      state.chunks[number] = nil
      state.firstInMemory += 1
    } catch {
      throw .spillFailed(path: folder, why: error.words)
    }
  }

  /// Puts a packed tile's bytes into `bytes`, in the place of what that holds.
  func load(_ place: Place, into bytes: inout [UInt8]) throws(TracksError) {
    let (chunk, start) = place.offset.quotientAndRemainder(dividingBy: chunkBytes)
    bytes.removeAll(keepingCapacity: true)
    let file = state.withLock { state -> SpillFile? in
      if let held = state.chunks[chunk] { bytes.append(contentsOf: held[start..<start + place.count]) }
      return state.chunks[chunk] == nil ? state.file : nil
    }
    guard let file else { return }
    bytes.append(contentsOf: repeatElement(0, count: place.count))
    do throws(FileHandle.Failure) {
      try bytes.withUnsafeMutableBufferPointer { bytes throws(FileHandle.Failure) in
        try file.handle.read(into: UnsafeMutableRawBufferPointer(bytes), at: place.offset)
      }
    } catch {
      throw .readFailed(path: temporaryFolder(), why: error.words)
    }
  }
}
