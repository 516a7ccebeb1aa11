import Raster

/// Finds places for all labels of a map in one pass: none overlap, the more important go first, and each takes the
/// emptiest of its places.
///
/// Greedy by priority (Christensen, Marks and Shieber 1995 compare the ways): what a label takes, later ones keep out of.
/// Nothing is left to chance, so the same map has the same labels.
package struct LabelPlacer: Sendable {
  /// What is taken so far.
  package private(set) var ground: LabelGround
  /// Pixels to a point, for distances.
  let scale: Double

  /// A placer on a ground; `scale` pixels make a point.
  package init(ground: LabelGround, scale: Double) {
    self.ground = ground
    self.scale = scale
  }

  /// Keeps labels out of boxes.
  package mutating func take(_ boxes: some Sequence<LabelBox>) {
    for box in boxes { ground.take(box) }
  }

  /// The labels that have room, in the order in which they found it.
  package mutating func place(_ labels: [MapLabel]) -> [PlacedLabel] {
    let order = labels.indices.sorted { (labels[$0].priority, $0) < (labels[$1].priority, $1) }
    var placed: [PlacedLabel] = []
    for index in order {
      guard var label = place(labels[index]) else { continue }
      label.number = index
      for box in label.boxes { ground.take(box) }
      placed.append(label)
    }
    return placed
  }

  private func place(_ label: MapLabel) -> PlacedLabel? {
    switch label.anchor {
    case .beside(let place, let clearance, let leads): beside(label, place, clearance: clearance, leads: leads)
    case .centred(let place): centred(label, place)
    case .along(let from, let to): along(label, from, to)
    case .curved(let points): curved(label, points)
    }
  }

  /// The best of candidates by cost, lower first; those that are not free or too much inked are no candidates.
  func best(_ label: MapLabel, _ candidates: some Sequence<(boxes: [LabelBox], cost: Double, place: () -> PlacedLabel)>)
    -> PlacedLabel?
  {
    var best: (cost: Double, place: () -> PlacedLabel)?
    for candidate in candidates {
      // No ink makes a place better than its own cost.
      if let best, candidate.cost >= best.cost { continue }
      guard candidate.boxes.allSatisfy(ground.isFree) else { continue }
      let share = candidate.boxes.reduce(0) { $0 + ground.inkShare($1) } / Double(max(candidate.boxes.count, 1))
      guard share <= label.mostInk else { continue }
      let cost = candidate.cost + 2 * share
      if best.map({ cost < $0.cost }) ?? true { best = (cost, candidate.place) }
    }
    return best?.place()
  }
}
