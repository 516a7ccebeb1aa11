// The density walk on the segments of walk.c and on legs that stay within a pixel; then what makes it a picture.

WalkBenchmark().run()
ShadingBenchmark().run()
