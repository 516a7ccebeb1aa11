/* libtiff, for the C code of CGeoTIFF. */
#include <tiffio.h>
