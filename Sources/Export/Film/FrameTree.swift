import JSON
import Platform

/// The files `frame_000000.png` and onward in a folder, and `frames.json` beside them.
enum FrameTree {
  /// The name of the file that says what the frames are.
  static let description = "frames.json"

  /// The name of a frame's file.
  static func name(of number: Int) -> String {
    let digits = String(number)
    return "frame_" + String(repeating: "0", count: max(6 - digits.count, 0)) + digits + ".png"
  }

  /// Whether a name is one of a frame's file.
  static func isFrame(_ name: String) -> Bool {
    guard name.hasPrefix("frame_"), name.hasSuffix(".png") else { return false }
    let digits = name.dropFirst(6).dropLast(4)
    return digits.count >= 6 && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// What a folder is that is neither empty nor a film's frames and nothing more; nil for these two.
  static func whatElse(in folder: borrowing FolderHandle) throws(FileHandle.Failure) -> String? {
    let names = try folder.names().filter { $0 != ".DS_Store" }
    if names.isEmpty { return nil }
    guard let text = try folder.bytes(of: description), let json = try? JSONValue(parsing: text),
      json["wakeprint_frames"] != nil
    else { return "a folder that is no film's" }
    for name in names where name != description && !isFrame(name) {
      return "a folder that holds more than frames (\(name))"
    }
    return nil
  }
}
