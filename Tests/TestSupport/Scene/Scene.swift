import Geography

/// Ships at sea whose doings are known: the data for a detector, and what it should find in them.
public struct Scene: Hashable, Sendable {
  /// The ships.
  public var vessels: [SceneVessel] = []
  /// What truly happened.
  public var truth: [SceneTruth] = []
  /// Ports that the cases at a port need a detector to know.
  public var ports: [ScenePort] = []

  /// A scene of all cases, or of some, that follows from the seed alone.
  ///
  /// The cases lie in the Yellow and the East China Sea and in the Pacific between 30 and 42 degrees north, far from each
  /// other and within ten days or so; with a meridian in degrees, all lie across it between 24 and 45 degrees north, one
  /// after the other in time where there is no room. The cases of the antimeridian lie across 180 degrees always.
  public static func random(
    seed: UInt64, cases: [SceneCase] = SceneCase.allCases, acrossMeridian meridian: Double? = nil
  ) -> Scene {
    var maker = SceneMaker(seed: seed)
    maker.make(cases, acrossMeridian: meridian)
    return maker.scene
  }

  /// The ship of an MMSI.
  public func vessel(_ mmsi: UInt32) -> SceneVessel? { vessels.first { $0.mmsi == mmsi } }

  /// The same scene so many degrees further east.
  public func shiftedLongitudes(by degrees: Double) -> Scene {
    func shift(_ place: inout Coordinate) { place.longitude = BoundingBox.wrapped(place.longitude + degrees) }
    var scene = self
    for index in scene.vessels.indices {
      shift(&scene.vessels[index].motion.metric.centre)
      for report in scene.vessels[index].reports.indices { shift(&scene.vessels[index].reports[report].place) }
    }
    for index in scene.truth.indices { shift(&scene.truth[index].place) }
    for index in scene.ports.indices { shift(&scene.ports[index].place) }
    return scene
  }

  /// The same scene under other MMSIs, and which became which.
  public func renamingVessels(seed: UInt64) -> (scene: Scene, newByOld: [UInt32: UInt32]) {
    var random = SeededGenerator(seed: seed)
    var taken = Set(vessels.map(\.mmsi))
    var names: [UInt32: UInt32] = [:]
    var scene = self
    for index in scene.vessels.indices {
      let name = SceneIdentity.mmsi(notIn: &taken, using: &random)
      names[scene.vessels[index].mmsi] = name
      scene.vessels[index].mmsi = name
    }
    for index in scene.truth.indices {
      scene.truth[index].mmsis = scene.truth[index].mmsis.map { names[$0] ?? $0 }.sorted()
    }
    return (scene, names)
  }
}
