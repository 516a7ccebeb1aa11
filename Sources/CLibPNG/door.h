/* libpng and zlib, for the C code of CPNG. */
#include <png.h>
#include <zlib.h>
