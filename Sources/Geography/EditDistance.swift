/// The least number of letters inserted, deleted, replaced or swapped with a neighbour that turns one word into
/// another (optimal string alignment).
package func editDistance(_ from: [UInt8], _ to: [UInt8]) -> Int {
  var (beforeLast, last) = ([Int](), Array(0...to.count))
  for i in 0..<from.count {
    var row = [i + 1]
    row.reserveCapacity(to.count + 1)
    for j in 0..<to.count {
      var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (from[i] == to[j] ? 0 : 1))
      if i > 0, j > 0, from[i] == to[j - 1], from[i - 1] == to[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[to.count]
}
