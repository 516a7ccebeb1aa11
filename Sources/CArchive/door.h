/* libarchive: .gz, .zst, .xz, .bz2, .zip and plain streams through one interface. */
#include <archive.h>
#include <archive_entry.h>
