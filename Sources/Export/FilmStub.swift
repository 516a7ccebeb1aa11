package enum FilmFrame: Sendable {
  case rgb([UInt8], Int, Int)
}
package struct EncodedFrame: Sendable { package var bytes: [UInt8] }
package protocol FilmSink: AnyObject {
  func encode(_ frame: FilmFrame, number: Int) throws(ExportError) -> EncodedFrame
  func append(_ frame: EncodedFrame, number: Int) throws(ExportError)
  func holds(_ number: Int) throws(ExportError) -> Bool
  func finish(description: [UInt8]) throws(ExportError) -> TileSinkReport
}
package enum FilmFormat: Sendable {
  case folder
  package init(path: String) throws(ExportError) { self = .folder }
  package func sink(path: String, force: Bool, resume: Bool, key: String, frameCount: Int, framesPerSecond: Double, metadata: PNGMetadata) throws(ExportError) -> any FilmSink {
    Stub()
  }
}
final class Stub: FilmSink {
  func encode(_ frame: FilmFrame, number: Int) throws(ExportError) -> EncodedFrame {
    switch frame { case .rgb(let b, _, _): return EncodedFrame(bytes: b) }
  }
  func append(_ frame: EncodedFrame, number: Int) throws(ExportError) {}
  func holds(_ number: Int) throws(ExportError) -> Bool { false }
  func finish(description: [UInt8]) throws(ExportError) -> TileSinkReport { TileSinkReport(bytes: 0, sha256: "") }
}
