import Behaviour
import Geography
import TestSupport
import Tracks

/// What a search finds in a scene, and how that compares with the truth.
struct SceneSearch {
  let scene: Scene
  let detection: Detection

  /// Searches a scene's rows, in one file or several, with the scene's ports.
  init(
    _ scene: Scene, order: SceneRowOrder = .time, files: [String]? = nil, rules: DetectionRules = DetectionRules(),
    threads: Int = 2, memory: Int = 1_000_000_000
  ) throws {
    self.scene = scene
    let texts = files ?? [scene.csv(order: order)]
    let sources = texts.enumerated().map { number, text in
      InputSource.memory(name: "scene\(number).csv", bytes: Array(text.utf8))
    }
    var options = ReadOptions()
    options.threads = threads
    options.memory = memory
    options.rule = rules.legs
    options.keepsIdentity = true
    options.separatesVessels = true
    let read = try TrackReader(sources, options: options).read()
    let surroundings = Surroundings(ports: scene.ports.map { ($0.name, $0.place) })
    detection = try EventSearch(rules: rules, surroundings: surroundings, threads: threads)
      .events(in: read.tracks, end: read.survey.time?.upperBound ?? 0)
  }

  /// The events of a kind.
  func events(_ kind: EventKind) -> [Event] { detection.events.filter { $0.kind == kind } }

  /// What is wrong with the events of a kind, a sentence each; none where they are the truth.
  func faults(_ kind: EventKind) -> [String] {
    let expected = scene.truth.filter { $0.kind == SceneSearch.kind(kind) }
    var found = events(kind)
    var faults: [String] = []
    for truth in expected {
      let match = found.firstIndex { event in
        event.vessels.compactMap(\.mmsi).sorted() == truth.mmsis && event.start <= truth.end && event.end >= truth.start
      }
      guard let match else {
        faults.append("missed: \(truth.label) \(truth.mmsis)")
        continue
      }
      let event = found.remove(at: match)
      let (early, late) = (event.start - truth.start, event.end - truth.end)
      switch kind {
      case .darkRendezvous:
        if early > 0 || late < 0 { faults.append("the window does not hold the truth: \(truth.label)") }
      case .loitering: break
      default:
        if abs(early) > truth.interval || abs(late) > truth.interval {
          faults.append("edges: \(truth.label) by \(early / 1000) s and \(late / 1000) s")
        }
      }
    }
    // A ship at anchor at sea does loiter, so that only the cases made for loitering speak of it.
    for event in found where kind != .loitering || isMadeForLoitering(event) {
      let label = scene.truth.first { $0.mmsis == event.vessels.compactMap(\.mmsi).sorted() }?.label ?? "no case"
      faults.append("too much: \(label) \(event.id)")
    }
    return faults
  }

  private func isMadeForLoitering(_ event: Event) -> Bool {
    scene.truth.contains { $0.situation.target == .loitering && $0.mmsis == event.vessels.compactMap(\.mmsi) }
  }

  private static func kind(_ kind: EventKind) -> SceneKind {
    switch kind {
    case .encounter: .encounter
    case .loitering: .loitering
    case .darkRendezvous: .darkRendezvous
    case .gap, .identityChange: .decoy
    }
  }

  /// The events without what depends on names and longitudes: kind, times in whole seconds, distances in metres.
  func essence(_ kinds: [EventKind] = EventKind.allCases) -> [String] {
    detection.events.filter { kinds.contains($0.kind) }.map { event in
      let findings = event.findings
      let numbers = [
        findings.medianDistanceInMetres, findings.minimumDistanceInMetres, findings.distanceInMetres.map { $0 / 10 },
        findings.longestStayInHours.map { $0 * 10 },
      ].map { $0.map { "\(Int($0.rounded()))" } ?? "-" }
      return "\(event.kind) \(event.start / 1000) \(event.end / 1000) \(numbers.joined(separator: " "))"
    }.sorted()
  }
}
