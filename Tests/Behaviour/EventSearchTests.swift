import Behaviour
import Geography
import TestSupport
import Testing
import Tracks

@Suite struct EventSearchTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `every transfer is found, no decoy is, and edges are true to one reporting interval`(seed: UInt64) throws {
    let search = try SceneSearch(Scene.random(seed: seed))
    #expect(search.faults(.encounter) == [])
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `every dark rendezvous is found, no decoy is, and its window holds the truth`(seed: UInt64) throws {
    let search = try SceneSearch(Scene.random(seed: seed))
    #expect(search.faults(.darkRendezvous) == [])
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `who loiters is found, who moves or soon leaves is not`(seed: UInt64) throws {
    let search = try SceneSearch(Scene.random(seed: seed))
    #expect(search.faults(.loitering) == [])
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `neither the order of rows, nor files, nor threads, nor memory matter`(seed: UInt64) throws {
    let scene = Scene.random(seed: seed)
    let expected = try SceneSearch(scene).detection.events
    #expect(!expected.isEmpty)
    #expect(try SceneSearch(scene, order: .reversed, threads: 1).detection.events == expected)
    #expect(try SceneSearch(scene, order: .shuffled(seed: seed), threads: 5).detection.events == expected)
    // So little that every chunk's fixes go to disk.
    #expect(try SceneSearch(scene, memory: 1).detection.events == expected)
    let parts = scene.csvFiles(count: 4, seed: seed)
    #expect(try SceneSearch(scene, files: parts).detection.events == expected)
    #expect(try SceneSearch(scene, files: parts.reversed()).detection.events == expected)
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `ships under other numbers do the same`(seed: UInt64) throws {
    let scene = Scene.random(seed: seed)
    let renamed = scene.renamingVessels(seed: seed + 100).scene
    #expect(try SceneSearch(renamed).essence() == SceneSearch(scene).essence())
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `ships elsewhere on the same parallels do the same`(seed: UInt64) throws {
    let scene = Scene.random(seed: seed)
    let expected = try SceneSearch(scene)
    for degrees in [57.25, -122.5] {
      let shifted = try SceneSearch(scene.shiftedLongitudes(by: degrees))
      #expect(shifted.events(.encounter).count == expected.events(.encounter).count)
      #expect(shifted.events(.darkRendezvous).count == expected.events(.darkRendezvous).count)
      #expect(shifted.faults(.encounter) == expected.faults(.encounter))
      #expect(shifted.faults(.darkRendezvous) == [])
    }
  }
}
