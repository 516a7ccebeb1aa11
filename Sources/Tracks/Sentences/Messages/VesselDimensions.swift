/// Where on a ship its position is taken, and with that how long and wide the ship is; metres, 0 where not said.
package struct VesselDimensions: Sendable, Equatable {
  /// To the bow, 0...511.
  package let toBow: Int
  /// To the stern, 0...511.
  package let toStern: Int
  /// To port, 0...63.
  package let toPort: Int
  /// To starboard, 0...63.
  package let toStarboard: Int

  init(_ bits: PayloadBits, at start: Int) {
    toBow = Int(bits.unsigned(start, 9))
    toStern = Int(bits.unsigned(start + 9, 9))
    toPort = Int(bits.unsigned(start + 18, 6))
    toStarboard = Int(bits.unsigned(start + 24, 6))
  }

  /// Length over all.
  package var length: Int { toBow + toStern }
  /// Breadth.
  package var width: Int { toPort + toStarboard }
}
