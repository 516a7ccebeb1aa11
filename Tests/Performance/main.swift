// One line for each figure; `make peers` sets them beside what users pick today. Names as arguments run those alone.

import Platform
import TestSupport

let chosen = CommandLine.arguments.dropFirst()

// The gallery's scene of transfers: made up, with known truth.
if chosen.first == "scene" {
  print(
    Scene.random(seed: 20, cases: [.plain, .silenceInTheMiddle, .dark, .loitering, .plain, .dark]).csv(), terminator: ""
  )
  exit(0)
}

// A table as a log of NMEA sentences, to compare decoders by.
if chosen.first == "sentences", let path = chosen.dropFirst().first {
  SentenceLog(path: path).write()
  exit(0)
}

func runs(_ name: String) -> Bool { chosen.isEmpty || chosen.contains(name) }

if runs("reader") { ReaderBenchmark().run() }
if runs("walk") { WalkBenchmark().run() }
if runs("shading") { ShadingBenchmark().run() }
if runs("density") { DensityFilmBenchmark().run() }
if runs("film") { FilmBenchmark().run() }
if runs("ink") { await InkBenchmark().run() }
if runs("tiles") { TileBenchmark().run() }
if runs("search") { SearchBenchmark().run() }
if let shapes = getenv("WAKEPRINT_BENCH_SHAPES"), runs("shapes") { ShapesBenchmark().run(String(cString: shapes)) }
