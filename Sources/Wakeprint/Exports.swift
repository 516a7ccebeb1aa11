// What the library's own declarations speak of comes with `import Wakeprint`.
@_exported import enum Cartography.MapLayer
@_exported import enum Cartography.SmoothingReach
@_exported import enum Cartography.TickStep
@_exported import enum Cartography.TrackColorKey
@_exported import struct Behaviour.DetectionRules
@_exported import Geography
@_exported import Tracks
