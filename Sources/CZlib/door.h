/* zlib: gzip, with its sums checked. */
#include <zlib.h>
