// All of the module is inline; this file is what makes it a target.
#include "CortexMInstructions.h"
