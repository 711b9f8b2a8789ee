// What one would write by hand in C, for the Benchmarks image to hold the blocks against.
#ifndef HAND_WRITTEN_LOOPS_H
#define HAND_WRITTEN_LOOPS_H

#include <stdint.h>

/// The CRC-16 of CCSDS, by a table.
uint16_t hand_written_crc16(const uint8_t *bytes, uint32_t count);

/// Decodes a COBS frame up to its delimiter and checks its complemented CRC-16. The count of its payload, or -1.
int32_t hand_written_cobs(const uint8_t *input, uint32_t count, uint8_t *output, uint32_t capacity);

/// The application process, the sequence count and the data length of a space packet, added; 0 if it is none.
uint32_t hand_written_packet(const uint8_t *bytes, uint32_t count);

#endif
