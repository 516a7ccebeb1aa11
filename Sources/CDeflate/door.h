/* libdeflate: the image data of tiles, and whole gzip members. */
#include <libdeflate.h>
