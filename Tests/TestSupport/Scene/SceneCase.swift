/// The cases of a scene, each in words.
public enum SceneCase: String, CaseIterable, Sendable {
  case plain = "plain transfer"
  case acrossMidnight = "transfer across midnight"
  case acrossAntimeridian = "transfer across the antimeridian"
  case silenceInTheMiddle = "transfer with a silence of one ship in the middle"
  case missedReport = "transfer with one missed report"
  case slowReporting = "transfer with a report every 20 minutes"
  case sparseReporting = "transfer with a report every 40 to 55 minutes"
  case drifting = "transfer drifting at 1.5 kn"
  case swinging = "transfer swinging 100 to 400 m apart"
  case justNearEnough = "transfer at 490 m"
  case justLongEnough = "transfer of 2 h 10 min beyond the edges"
  case justSlowEnough = "transfer at 1.85 kn"
  case justOutsidePort = "transfer at 10.3 km from a port"
  case raft = "transfer of three ships in a raft"
  case twice = "two transfers of a pair, a day apart"

  case convoy = "convoy at 12 kn, 300 m apart"
  case pairTrawling = "pair trawlers at 3.5 kn, 400 m apart"
  case atAnchor = "two ships at anchor, 900 m apart"
  case shortMeeting = "meeting of 50 minutes"
  case justTooFar = "meeting at 510 m"
  case justTooShort = "meeting of 1 h 50 min"
  case justTooFast = "meeting at 2.15 kn"
  case justNearPort = "meeting at 9.7 km from a port"
  case inPort = "meeting in a port"
  case tugAndTow = "tug (type 52) and tow drifting at 1 kn"
  case towingAndTow = "towing ship (type 31) and tow drifting at 1 kn"
  case pilotBoat = "pilot boat alongside for 2 h 30 min"
  case passing = "two ships passing at 100 m"
  case samePlaceLater = "two ships at the same place, 3 h apart"
  case twoShortMeetings = "two meetings of 50 minutes, 3 h apart, with 8 km between them"

  case dark = "dark rendezvous"
  case darkAcrossAntimeridian = "dark rendezvous across the antimeridian"
  case darkOutOfReach = "both silent, and no time for 2 h together at 15 kn"
  case darkAtDifferentTimes = "both silent, one after the other"
  case darkTooShort = "both silent, too short to meet for 2 h"

  case loitering = "loitering alone"
  case loiteringTooShort = "lying still for 3 h"
  case loiteringTooFast = "ten hours alone at 3 kn"

  /// What the case is there for: the kind that should be found, or that a decoy looks like.
  public var target: SceneKind {
    switch self {
    case .dark, .darkAcrossAntimeridian, .darkOutOfReach, .darkAtDifferentTimes, .darkTooShort: .darkRendezvous
    case .loitering, .loiteringTooShort, .loiteringTooFast: .loitering
    default: .encounter
    }
  }

  /// Whether nothing of the target's kind should be found.
  public var isDecoy: Bool {
    switch self {
    case .convoy, .pairTrawling, .atAnchor, .shortMeeting, .justTooFar, .justTooShort, .justTooFast, .justNearPort,
      .inPort, .tugAndTow, .towingAndTow, .pilotBoat, .passing, .samePlaceLater, .twoShortMeetings, .darkOutOfReach,
      .darkAtDifferentTimes, .darkTooShort, .loiteringTooShort, .loiteringTooFast:
      true
    default: false
    }
  }

  /// Whether the case needs a port.
  var needsPort: Bool { self == .justOutsidePort || self == .justNearPort || self == .inPort }

  /// Whether the case must lie across the meridian of 180 degrees.
  var isAcrossAntimeridian: Bool { self == .acrossAntimeridian || self == .darkAcrossAntimeridian }

  /// Whether the case is the kind that the Yellow and the East China Sea are known for, and small enough for them.
  var fitsNarrowSeas: Bool { target == .encounter && !isDecoy && !isAcrossAntimeridian && self != .twice }
}
