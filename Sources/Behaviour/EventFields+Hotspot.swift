import Geography

extension EventFields {
  /// Whether the fields are those of a hotspot: by their type, or without one by their count.
  func isHotspot() -> Bool {
    guard let type = text(Self.typeNames) else { return text(Self.countNames) != nil }
    return ["hotspot", "hotspots"].contains(Self.normalized(type))
  }

  /// The hotspot of the fields together with the place or outline that a geometry gives, if there is one.
  func hotspot(shape: EventShape?) throws(EventRejectReason) -> Hotspot {
    guard let count = number(Self.countNames).flatMap(Int.init(exactly:)), (1...1_000_000_000).contains(count)
    else { throw .malformed }
    let place = try middle(of: shape)
    let radius = number(["radiusm", "radius"]) ?? number(["radiuskm"]).map { $0 * 1000 }
    let vesselCount = number(["vesselcount", "vessels"]).flatMap(Int.init(exactly:)).flatMap { $0 >= 0 ? $0 : nil }
    return Hotspot(
      place: place, radiusInMetres: radius.flatMap { $0 > 0 ? $0 : nil },
      outline: shape.map { $0.isArea ? $0.points : [] } ?? [], count: count,
      hours: number(["hours", "totalhours", "hourstotal", "durationh"]).flatMap { $0 >= 0 ? $0 : nil },
      first: instant(["first", "firstseen"] + Self.startNames), last: instant(["last", "lastseen"] + Self.endNames),
      vesselCount: vesselCount, id: text(["id", "hotspotid"]) ?? "",
      rank: number(["rank"]).flatMap(Int.init(exactly:)).flatMap { $0 >= 1 ? $0 : nil },
      vessels: identities(count: vesselCount), flags: flags())
  }

  /// Identities between blanks; none where they are not as many as the count, since `vessels` may be a count itself.
  private func identities(count: Int?) -> [UInt32] {
    guard hasName(["vesselcount"]), let text = text(["vessels"]) else { return [] }
    let identities = text.split(separator: " ").compactMap { Self.identity(String($0)) }
    return identities.count == count ? identities.sorted() : []
  }

  /// Counts by flag, written `CHN:3 RUS:1`.
  private func flags() -> [Hotspot.FlagCount] {
    (text(["flags"]) ?? "").split(separator: " ").compactMap { entry in
      let halves = entry.split(separator: ":")
      guard halves.count == 2, let count = Int(halves[1]), count >= 1 else { return nil }
      return Hotspot.FlagCount(code: String(halves[0]), count: count)
    }
  }
}
