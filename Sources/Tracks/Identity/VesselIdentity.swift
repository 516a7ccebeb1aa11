/// Who a vessel says it is: of each field the value reported last, and how some of them changed.
package struct VesselIdentity: Sendable, Equatable {
  /// A draught and the time for which nothing else was said.
  package struct Draught: Sendable, Equatable {
    /// When it was first said, in milliseconds since 1970.
    package let time: Int64
    /// When it was last said before another was, in milliseconds since 1970.
    package fileprivate(set) var until: Int64
    /// Metres.
    package let metres: Double
  }

  /// What the vessel is called; empty where not known.
  package private(set) var name = ""
  /// What its radio is called by; empty where not known.
  package private(set) var callSign = ""
  /// The number of the hull, whether or not its check digit is right.
  package private(set) var imo: UInt32?
  /// What the vessel is for, as the file writes it; empty where not known.
  package private(set) var typeText = ""
  /// Length over all.
  package private(set) var lengthInMetres: Double?
  /// Breadth.
  package private(set) var widthInMetres: Double?
  /// The draughts one after another, each different from the one before.
  package private(set) var draughts: [Draught] = []
  /// What became of name, IMO number and call sign, in the order of time; the first 64.
  package private(set) var changes: [IdentityChange] = []
  /// When the latest row that said anything was sent, in milliseconds since 1970.
  package private(set) var lastReported: Int64 = 0
  /// When the name was last said, in milliseconds since 1970; nil where it never was. So for the others.
  package private(set) var nameReported: Int64?
  /// When the call sign was last said.
  package private(set) var callSignReported: Int64?
  /// When the IMO number was last said.
  package private(set) var imoReported: Int64?
  /// When the type was last said.
  package private(set) var typeReported: Int64?
  /// When length or width was last said.
  package private(set) var sizeReported: Int64?

  /// More changes than these say only that an MMSI has several users.
  package static let mostChanges = 64

  /// The identity that reports in the order of time add up to.
  init(_ reports: [IdentityReport]) {
    for report in reports {
      let (saying, time) = (report.saying, report.time)
      lastReported = time
      if !saying.name.isEmpty {
        note(.name, from: name, to: saying.name, at: time)
        name = saying.name
        nameReported = time
      }
      if saying.imo != 0 {
        if let imo, imo != saying.imo { note(.imo, from: "\(imo)", to: "\(saying.imo)", at: time) }
        imo = saying.imo
        imoReported = time
      }
      if !saying.callSign.isEmpty {
        note(.callSign, from: callSign, to: saying.callSign, at: time)
        callSign = saying.callSign
        callSignReported = time
      }
      if !saying.typeText.isEmpty {
        typeText = saying.typeText
        typeReported = time
      }
      if saying.length != 0 || saying.width != 0 { sizeReported = time }
      if saying.length != 0 { lengthInMetres = Double(saying.length) / 100 }
      if saying.width != 0 { widthInMetres = Double(saying.width) / 100 }
      if saying.draught != 0 {
        let metres = Double(saying.draught) / 100
        if let last = draughts.last, last.metres == metres {
          draughts[draughts.count - 1].until = time
        } else {
          draughts.append(Draught(time: time, until: time, metres: metres))
        }
      }
    }
  }

  private mutating func note(_ field: IdentityField, from: String, to: String, at time: Int64) {
    guard !from.isEmpty, from != to, changes.count < Self.mostChanges else { return }
    changes.append(IdentityChange(field: field, from: from, to: to, at: time))
  }

  /// What the vessel is for.
  package var type: VesselType { withType { VesselType(text: $0) } }

  /// Whether it is a tug or tows: towing vessels may be no more than a rope's length from others.
  package var isTowing: Bool { type == .tug }

  /// Whether it brings pilots, whose work it is to meet ships.
  package var isPilot: Bool {
    withType { text in
      let digits = text.prefix { $0 &- 48 <= 9 }
      return digits.isEmpty
        ? VesselType.find("pilot", in: text)
        : digits.elementsEqual("50".utf8) && type == .service
    }
  }

  private func withType<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    Array(typeText.utf8).withUnsafeBufferPointer(body)
  }

  /// Whether there is an IMO number and its last digit is the one that the others call for.
  package var hasValidIMOCheckDigit: Bool { imo.map(Self.isValid(imo:)) ?? false }

  /// Whether an IMO number has seven digits of which the last is the one that the others call for.
  package static func isValid(imo: UInt32) -> Bool {
    guard imo >= 1_000_000, imo <= 9_999_999 else { return false }
    var rest = imo / 10
    var sum: UInt32 = 0
    for weight: UInt32 in 2...7 {
      sum += rest % 10 * weight
      rest /= 10
    }
    return sum % 10 == imo % 10
  }

  /// The latest draught said at or before an instant.
  package func draught(before milliseconds: Int64) -> Double? {
    draughts.last { $0.time <= milliseconds }?.metres
  }

  /// The earliest draught said at or after an instant.
  package func draught(after milliseconds: Int64) -> Double? {
    draughts.first { $0.until >= milliseconds }?.metres
  }
}
