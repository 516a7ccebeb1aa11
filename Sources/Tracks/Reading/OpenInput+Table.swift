extension OpenInput {
  /// The plan of a table whose header is the first bytes.
  func plan(_ bytes: [UInt8], header length: Int) throws(TracksError) -> ColumnPlan {
    try bytes.withUnsafeBufferPointer { buffer throws(TracksError) in
      try ColumnPlan(
        header: UnsafeBufferPointer(rebasing: buffer[..<length]), map: options.map, timeFormat: options.timeFormat,
        limits: options.limits, path: name)
    }
  }

  /// Which way round the dates of a table are, of which the first bytes are at hand; nil where it has none with slashes.
  ///
  /// Where those do not tell, the rest is gone through, which takes a file that can be read twice. Throws where no row
  /// tells, and where the first rows contradict one another; a later one that does is at fault.
  func dateOrder(
    _ plan: ColumnPlan, _ bytes: [UInt8], from start: Int, to end: Int, _ isEnd: Bool
  ) throws(TracksError) -> TimeFormat? {
    var order = DateOrder(plan)
    // The last line may be cut off.
    let whole = isEnd ? end : bytes[..<end].lastIndex(of: 10) ?? start
    bytes.withUnsafeBufferPointer { order.look(at: UnsafeBufferPointer(rebasing: $0[start..<max(start, whole)])) }
    guard order.example != nil else { return nil }
    if let (one, other) = order.contradiction {
      throw .unusable(
        path: name, line: nil,
        why: "has dates both ways round, such as \(one) and \(other); say which are meant with --time-format dmy or mdy"
      )
    }
    var sawAll = isEnd
    if order.found == nil, !isEnd {
      sawAll = try DateOrder.search(source, name, options.limits, &order)
    }
    guard let example = order.example, order.found == nil else { return order.found }
    // Where day and month are the same in all of them, either way round is right.
    if sawAll, !order.isAmbiguous { return .dayFirst }
    throw .unusable(
      path: name, line: nil,
      why: "has dates such as \(example) that may be day or month first, and no row tells; "
        + "say which with --time-format dmy or mdy")
  }
}
