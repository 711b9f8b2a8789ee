// CRC-32C, which processors compute themselves (RFC 3720, appendix B.4).
#ifndef MARTLET_HARDWARE_CHECKSUM_H
#define MARTLET_HARDWARE_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

/// Takes `count` bytes into a checksum that was `checksum` before them; 0 before the first.
uint32_t martlet_crc32c(uint32_t checksum, const void *bytes, size_t count);

#endif
