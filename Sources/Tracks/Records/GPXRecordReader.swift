import CExpat
import Platform

/// Reads the points of GPX tracks (1.0 and 1.1), element by element.
///
/// A track's MMSI is that of its points, of its `mmsi` element, or the nine digits in its name, comment or description, all
/// of which stand before its points; a track without any is told by its name. Points of routes and waypoints are of no
/// track, and make no row. No document is read that has declarations of its own, so that no entity is ever expanded, and
/// nothing outside it is opened.
package final class GPXRecordReader: RecordReader {
  private let bytes: any RecordBytes
  private let path: String
  private let limits: RecordLimits
  private var handler: GPXHandler
  private let parser: XML_Parser?
  private let buffer: ByteBlock
  private var fed = 0
  private var hasEnded = false
  private var hasGivenRows = false
  private var failure: TracksError?

  /// "gpx".
  package let formatName = "gpx"

  /// A reader of a stream, `bufferSize` bytes at a time; GPX has no columns that `map` could name.
  package init(
    bytes: any RecordBytes, path: String, limits: RecordLimits, map: [ColumnRole: String], bufferSize: Int = 1 << 15
  ) {
    self.bytes = bytes
    self.path = path
    self.limits = limits
    handler = GPXHandler(limits: limits)
    buffer = ByteBlock(count: max(1, bufferSize))
    parser = XML_ParserCreate(nil)
    listen()
  }

  deinit { if let parser { XML_ParserFree(parser) } }

  /// Points of routes and places by themselves so far.
  package var placesOutsideTracks: Int { handler.placesOutsideTracks }

  /// Reads the next row; false at the end. Throws `TracksError` as `RecordReader` says.
  package func next(into row: inout RecordRow) throws(TracksError) -> Bool {
    while true {
      if handler.next(into: &row) {
        hasGivenRows = true
        return true
      }
      if let failure { throw failure }
      if hasEnded {
        guard hasGivenRows || placesOutsideTracks == 0 else {
          throw .notARecording(
            path: path, line: nil,
            why: "has \(placesOutsideTracks) waypoints or points of routes but no track",
            advice: "give a GPX file with <trk>")
        }
        return false
      }
      try feed()
    }
  }

  /// Hands the parser the next bytes; what it finds wrong is told when the rows before are given out.
  private func feed() throws(TracksError) {
    guard let parser else { throw .readFailed(path: path, why: "no memory") }
    let count = try bytes.read(into: buffer.bytes())
    hasEnded = count == 0
    fed += count
    let status = buffer.start.withMemoryRebound(to: CChar.self, capacity: count) { text in
      XML_Parse(parser, text, Int32(count), hasEnded ? 1 : 0)
    }
    if let why = handler.failure?.why {
      failure = error(why)
    } else if status != XML_STATUS_OK {
      let code = XML_GetErrorCode(parser)
      switch code {
      case XML_ERROR_NO_ELEMENTS where fed == 0: failure = error("is empty; give a GPX file")
      case XML_ERROR_NO_ELEMENTS where hasEnded, XML_ERROR_UNCLOSED_TOKEN where hasEnded,
        XML_ERROR_PARTIAL_CHAR where hasEnded, XML_ERROR_UNCLOSED_CDATA_SECTION where hasEnded:
        failure = error("the GPX ends in the middle; the file was cut short, so get it again")
      default:
        failure = error(
          "not XML: \(XML_ErrorString(code).map { String(cString: $0) } ?? "code \(code.rawValue)"); check the file")
      }
    } else if fed - XML_GetCurrentByteIndex(parser) > limits.longestText + buffer.count {
      // The parser keeps a tag or a comment until it ends.
      failure = error(handler.tooLong)
    }
  }

  private func error(_ why: String) -> TracksError {
    .unusable(path: path, line: parser.map { Int(XML_GetCurrentLineNumber($0)) }, why: why)
  }

  // MARK: What the parser tells

  private func listen() {
    guard let parser else { return }
    // It is called from `feed` only, when the reader is there.
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { reader, name, attributes in GPXRecordReader.of(reader)?.begin(name, attributes) },
      { reader, _ in GPXRecordReader.of(reader)?.handler.end() })
    XML_SetCharacterDataHandler(parser) { reader, text, count in
      guard let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        GPXRecordReader.of(reader)?.characters(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, hasOwnDeclarations in
      if hasOwnDeclarations != 0 { GPXRecordReader.of(reader)?.refuseDeclarations() }
    }
  }

  private static func of(_ reader: UnsafeMutableRawPointer?) -> GPXRecordReader? {
    reader.map { Unmanaged<GPXRecordReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func begin(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard let name else { return }
    Self.tell(&handler, name, attributes, parser)
    stopIfFailed()
  }

  /// Tells of an element and its attributes, in one go at the handler.
  private static func tell(
    _ handler: inout GPXHandler, _ name: UnsafePointer<CChar>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?, _ parser: XML_Parser?
  ) {
    withText(name) { name in handler.begin(name) { parser.map { Int(XML_GetCurrentLineNumber($0)) } ?? 0 } }
    var index = 0
    while let key = attributes?[index], let value = attributes?[index + 1] {
      withText(key) { key in withText(value) { handler.attribute(key, $0) } }
      index += 2
    }
  }

  private func characters(_ text: UnsafeBufferPointer<UInt8>) {
    handler.characters(text)
    stopIfFailed()
  }

  private func refuseDeclarations() {
    handler.fail("has a DOCTYPE with declarations of its own, such as entities, which are not read; take it out")
    stopIfFailed()
  }

  private func stopIfFailed() {
    if handler.failure != nil, let parser { XML_StopParser(parser, 0) }
  }

  private static func withText(_ text: UnsafePointer<CChar>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let count = strlen(text)
    text.withMemoryRebound(to: UInt8.self, capacity: count) { body(UnsafeBufferPointer(start: $0, count: count)) }
  }
}
