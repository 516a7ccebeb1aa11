/// Messages put together field by field, in the order of ITU-R M.1371-5.
package enum MadeMessage {
  /// Type 1, 2 or 3; positions in degrees times 600,000, speed and course in tenths.
  package static func classA(
    type: Int = 1, mmsi: Int, latitude: Int, longitude: Int, speed: Int = 1_023, course: Int = 3_600,
    heading: Int = 511, second: Int = 60, status: Int = 15, turn: Int = -128
  ) -> MessageBits {
    var bits = MessageBits(type: type, mmsi: mmsi)
    bits.add(status, 4)
    bits.add(turn, 8)
    bits.add(speed, 10)
    bits.add(1, 1)
    bits.add(longitude, 28)
    bits.add(latitude, 27)
    bits.add(course, 12)
    bits.add(heading, 9)
    bits.add(second, 6)
    bits.add(0, 2 + 3 + 1 + 19)
    return bits
  }

  /// Type 18; units as for class A.
  package static func classB(
    mmsi: Int, latitude: Int, longitude: Int, speed: Int = 1_023, course: Int = 3_600, second: Int = 60
  ) -> MessageBits {
    var bits = MessageBits(type: 18, mmsi: mmsi)
    bits.add(0, 8)
    bits.add(speed, 10)
    bits.add(0, 1)
    bits.add(longitude, 28)
    bits.add(latitude, 27)
    bits.add(course, 12)
    bits.add(511, 9)
    bits.add(second, 6)
    bits.add(0, 29)
    return bits
  }

  /// Type 19; units as for class A, the size in metres from bow, stern, port and starboard.
  package static func extendedClassB(
    mmsi: Int, latitude: Int, longitude: Int, speed: Int = 1_023, course: Int = 3_600, name: String, shipType: Int,
    size: [Int]
  ) -> MessageBits {
    var bits = MessageBits(type: 19, mmsi: mmsi)
    bits.add(0, 8)
    bits.add(speed, 10)
    bits.add(0, 1)
    bits.add(longitude, 28)
    bits.add(latitude, 27)
    bits.add(course, 12)
    bits.add(511, 9)
    bits.add(60, 6)
    bits.add(0, 4)
    bits.add(name, characters: 20)
    bits.add(shipType, 8)
    for (metres, length) in zip(size, [9, 9, 6, 6]) { bits.add(metres, length) }
    bits.add(1, 4)
    bits.add(0, 7)
    return bits
  }

  /// Type 27; positions in degrees times 600, speed in knots, course in degrees.
  package static func longRange(
    mmsi: Int, latitude: Int, longitude: Int, speed: Int = 63, course: Int = 511
  ) -> MessageBits {
    var bits = MessageBits(type: 27, mmsi: mmsi)
    bits.add(0, 2)
    bits.add(15, 4)
    bits.add(longitude, 18)
    bits.add(latitude, 17)
    bits.add(speed, 6)
    bits.add(course, 9)
    bits.add(0, 2)
    return bits
  }

  /// Type 4 or 11 at a place, year first.
  package static func baseStation(
    type: Int = 4, mmsi: Int, time: [Int], latitude: Int = 0, longitude: Int = 0
  ) -> MessageBits {
    var bits = MessageBits(type: type, mmsi: mmsi)
    for (value, length) in zip(time, [14, 4, 5, 5, 6, 6]) { bits.add(value, length) }
    bits.add(1, 1)
    bits.add(longitude, 28)
    bits.add(latitude, 27)
    bits.add(7, 4)
    bits.add(0, 30)
    return bits
  }

  /// Type 5; the size in metres from bow, stern, port and starboard, the draught in tenths of a metre.
  package static func staticAndVoyage(
    mmsi: Int, imo: Int = 0, callSign: String = "", name: String, shipType: Int = 0, size: [Int] = [0, 0, 0, 0],
    draught: Int = 0, destination: String = ""
  ) -> MessageBits {
    var bits = MessageBits(type: 5, mmsi: mmsi)
    bits.add(0, 2)
    bits.add(imo, 30)
    bits.add(callSign, characters: 7)
    bits.add(name, characters: 20)
    bits.add(shipType, 8)
    for (metres, length) in zip(size, [9, 9, 6, 6]) { bits.add(metres, length) }
    bits.add(1, 4)
    for (value, length) in zip([0, 0, 24, 60], [4, 5, 5, 6]) { bits.add(value, length) }
    bits.add(draught, 8)
    bits.add(destination, characters: 20)
    bits.add(0, 2)
    return bits
  }

  /// Type 24, part A.
  package static func partA(mmsi: Int, name: String) -> MessageBits {
    var bits = MessageBits(type: 24, mmsi: mmsi)
    bits.add(0, 2)
    bits.add(name, characters: 20)
    return bits
  }

  /// Type 24, part B.
  package static func partB(mmsi: Int, shipType: Int, callSign: String, size: [Int]) -> MessageBits {
    var bits = MessageBits(type: 24, mmsi: mmsi)
    bits.add(1, 2)
    bits.add(shipType, 8)
    bits.add(0, 42)
    bits.add(callSign, characters: 7)
    for (metres, length) in zip(size, [9, 9, 6, 6]) { bits.add(metres, length) }
    bits.add(0, 6)
    return bits
  }

  /// A message of any other type, of so many bits in all.
  package static func other(type: Int, mmsi: Int, bits count: Int = 120) -> MessageBits {
    var bits = MessageBits(type: type, mmsi: mmsi)
    while bits.count < count { bits.add(0, 1) }
    return bits
  }
}
