import Platform
import Synchronization

/// What goes to standard error: complaints, notes, and a progress line on a terminal.
enum Terminal {
  private static let hasProgressLine = Mutex(false)

  /// Whether standard error is a terminal.
  static var isInteractive: Bool { isatty(2) != 0 }

  /// Characters to a line of standard output; nil where it is no terminal.
  static var columns: Int? {
    var size = winsize()
    guard isatty(1) != 0, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Whether text may be UTF-8: not where the locale names another encoding, or none (`C`, `POSIX`).
  static var usesUTF8: Bool {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = getenv(variable).map({ String(cString: $0).lowercased() }), !value.isEmpty else { continue }
      return value.contains("utf-8") || value.contains("utf8")
    }
    return true
  }

  /// One line that says what is wrong.
  static func complain(_ sentence: String) { write("wakeprint: \(printable(sentence))\n") }

  /// One line that is good to know.
  static func note(_ sentence: String) {
    clearProgress()
    write("\(printable(sentence))\n")
  }

  /// Replaces the progress line.
  static func showProgress(_ line: String) {
    hasProgressLine.withLock { $0 = true }
    write("\r\u{1B}[K\(line)")
  }

  /// Takes the progress line away.
  static func clearProgress() {
    let had = hasProgressLine.withLock { line -> Bool in
      defer { line = false }
      return line
    }
    if had { write("\r\u{1B}[K") }
  }

  /// A line of results on standard output.
  static func say(_ line: String) { print(printable(line)) }

  /// Whether all results have gone out to standard output.
  static var hasSaidAll: Bool { flushStandardOutput() }

  /// A text without control characters and marks that turn the direction of writing, so that no file name or field can
  /// act on the terminal or swap what stands beside it.
  private static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isActing($0) ? "?" : $0 }))
  }

  private static func isActing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Platform.write(2, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
