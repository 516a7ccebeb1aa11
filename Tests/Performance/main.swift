// One line for each figure; `make peers` sets them beside what users pick today. Names as arguments run those alone.

let chosen = CommandLine.arguments.dropFirst()

func runs(_ name: String) -> Bool { chosen.isEmpty || chosen.contains(name) }

if runs("reader") { ReaderBenchmark().run() }
if runs("walk") { WalkBenchmark().run() }
if runs("shading") { ShadingBenchmark().run() }
if runs("ink") { await InkBenchmark().run() }
if runs("tiles") { TileBenchmark().run() }
if runs("search") { SearchBenchmark().run() }
