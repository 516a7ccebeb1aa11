/* Expat: XML, token by token, for GPX. */
#include <expat.h>
