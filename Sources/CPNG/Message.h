/* Messages and warnings of libpng, for this folder's C files. */
#ifndef WAKEPRINT_CPNG_MESSAGE_H
#define WAKEPRINT_CPNG_MESSAGE_H

#include "CPNG.h"

#include <png.h>
#include <stdio.h>

static inline void cpng_say(char *message, const char *text) {
  if (message) snprintf(message, CPNG_MESSAGE_SIZE, "%s", text && *text ? text : "unknown error");
}

static inline void cpng_ignore_warning(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

#endif
