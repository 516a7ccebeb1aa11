import FuzzTrials
import Platform

/// The reader on trial, named by WAKEPRINT_FUZZ.
private let target: FuzzTarget = {
  let name = getenv("WAKEPRINT_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("WAKEPRINT_FUZZ must be one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  return target
}()

/// Writes the target's seeds into the folder WAKEPRINT_SEEDS and ends, where that is set; libFuzzer calls it first.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafePointer<CChar>>>
) -> CInt {
  guard let folder = getenv("WAKEPRINT_SEEDS").map({ String(cString: $0) }) else { return 0 }
  for (number, seed) in target.seeds.enumerated() {
    guard let file = fopen("\(folder)/seed-\(number)", "wb") else { fatalError("\(folder) cannot be written to") }
    fwrite(seed, 1, seed.count, file)
    fclose(file)
  }
  exit(0)
}

/// Tries bytes; libFuzzer keeps those that end the program.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  if let fault = target.fault(Array(UnsafeBufferPointer(start: bytes, count: count))) { fatalError(fault) }
  return 0
}
