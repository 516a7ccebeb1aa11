// One line for each figure; `make peers` sets them beside what users pick today.

ReaderBenchmark().run()
WalkBenchmark().run()
ShadingBenchmark().run()
await InkBenchmark().run()
