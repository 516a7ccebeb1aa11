/// Letters beyond ASCII as UTF-8, or nil where the system does not have them so.
private nonisolated(unsafe) let utf8Letters: locale_t? = {
  #if canImport(Darwin)
    newlocale(LC_CTYPE_MASK, "UTF-8", nil)
  #else
    newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
  #endif
}()

/// Does something on this thread with letters in UTF-8, whatever the environment says they are in.
package func withUTF8Letters<Result>(_ body: () -> Result) -> Result {
  guard let utf8Letters else { return body() }
  let before = uselocale(utf8Letters)
  defer { uselocale(before) }
  return body()
}
