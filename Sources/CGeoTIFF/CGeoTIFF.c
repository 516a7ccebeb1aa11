#include "CGeoTIFF.h"
