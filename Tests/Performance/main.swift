// The density walk on the segments of walk.c, and on legs that stay within a pixel.

import Platform
import Raster

let walkBenchmark = WalkBenchmark()
walkBenchmark.run()
