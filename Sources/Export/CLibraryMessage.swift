/// Runs a C function that fills a message buffer and gives 0 when all is well; the message otherwise.
func failureMessage(size: Int32, _ call: (UnsafeMutablePointer<CChar>) -> Int32) -> String? {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(size)) { buffer in
    buffer.initialize(repeating: 0)
    guard let message = buffer.baseAddress, call(message) != 0 else { return nil }
    return String(cString: message)
  }
}
