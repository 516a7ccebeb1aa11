/* libtiff and libgeotiff, for the C code of CGeoTIFF. Debian keeps the second in a folder of its own. */
#include <tiffio.h>
#if __has_include(<geotiff/geotiffio.h>)
#include <geotiff/xtiffio.h>
#include <geotiff/geotiffio.h>
#else
#include <xtiffio.h>
#include <geotiffio.h>
#endif
