extension EventFields {
  /// What was measured of an event, as far as the fields say it.
  func findings() -> EventFindings {
    var findings = EventFindings()
    findings.medianDistanceInMetres =
      number(["mediandistancem"])
      ?? number(["mediandistancekm", "encountermediandistancekilometers"]).map { $0 * 1000 }
    findings.minimumDistanceInMetres = number(["mindistancem"])
    findings.medianSpeedInKnots = number(["medianspeedkn", "medianspeedknots", "encountermedianspeedknots"])
    findings.togetherInHours = number(["togetherh"])
    findings.distanceInMetres = number(["distancekm"]).map { $0 * 1000 }
    findings.impliedSpeedInKnots = number(["impliedspeedkn"])
    findings.heardNearby = number(["heardnearby"]).flatMap(Int.init(exactly:)).map { [$0] } ?? []
    findings.isOpen = text(["open"]) == "true"
    findings.distanceToShoreInMetres = number(["distancetoshorekm"]).map { $0 * 1000 }
    findings.distanceToPortInMetres = number(["distancetoportkm"]).map { $0 * 1000 }
    findings.port = text(["port"])
    findings.longestStayInHours = number(["longeststayh"])
    findings.areaInSquareKilometres = number(["areakm2"])
    findings.rank = number(["rank"]).flatMap(Int.init(exactly:))
    if let best = number(["volumeestimatebbl"]), let low = number(["volumelowbbl"]),
      let high = number(["volumehighbbl"])
    {
      findings.volume = VolumeEstimate(best: best, low: low, high: high)
    }
    findings.confidence = number(["confidence"]).flatMap { (0...1).contains($0) ? $0 : nil }
    findings.reasons = list(["reasons"])
    findings.exclusions = list(["excluded"])
    findings.changedField = text(["field"])
    findings.before = text(["before"])
    findings.after = text(["after"])
    return findings
  }

  /// What else is said of the vessel whose names begin with a key such as `vessel1`.
  func describe(_ vessel: inout EventVessel, _ key: String) {
    func metres(_ name: String) -> Double? { number([key + name]).flatMap { (0...1000).contains($0) ? $0 : nil } }
    vessel.imo = number([key + "imo"]).flatMap(UInt32.init(exactly:))
    vessel.callSign = text([key + "callsign"]) ?? ""
    vessel.type = text([key + "type"]) ?? ""
    vessel.note = text([key + "note"]) ?? ""
    vessel.lengthInMetres = metres("lengthm")
    vessel.beamInMetres = metres("beamm")
    vessel.draughtBefore = metres("draughtbefore")
    vessel.draughtAfter = metres("draughtafter")
    vessel.lastReported = instant([key + "lastreported"])
    vessel.isWatchlisted = text([key + "watchlisted"]) == "true"
  }

  private func list(_ names: [String]) -> [String] {
    var rest = Substring(text(names) ?? "")
    var parts: [String] = []
    while let cut = rest.firstRange(of: "; ") {
      parts.append(String(rest[..<cut.lowerBound]))
      rest = rest[cut.upperBound...]
    }
    return rest.isEmpty ? parts : parts + [String(rest)]
  }
}
