/// The system's words for the error of the last call that failed ("No space left on device").
package func systemReason() -> String {
  String(cString: strerror(errno))
}
