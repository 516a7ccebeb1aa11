/* SQLite: MBTiles. */
#include <sqlite3.h>
