// CRC-32C by the instructions of x86-64 and AArch64, and by a table where there are none.
#include "HardwareChecksum.h"

#include <stdbool.h>
#include <string.h>

static uint32_t table_crc32c(uint32_t checksum, const uint8_t *bytes, size_t count) {
    // A nibble at a time: 16 entries of the reflected polynomial 0x82F63B78.
    static const uint32_t table[16] = {
        0x00000000, 0x105EC76F, 0x20BD8EDE, 0x30E349B1, 0x417B1DBC, 0x5125DAD3, 0x61C69362, 0x7198540D,
        0x82F63B78, 0x92A8FC17, 0xA24BB5A6, 0xB21572C9, 0xC38D26C4, 0xD3D3E1AB, 0xE330A81A, 0xF36E6F75,
    };
    while (count--) {
        checksum ^= *bytes++;
        checksum = (checksum >> 4) ^ table[checksum & 15];
        checksum = (checksum >> 4) ^ table[checksum & 15];
    }
    return checksum;
}

#if defined(__x86_64__)
#include <nmmintrin.h>
#define HARDWARE __attribute__((target("sse4.2")))
#define HAS_HARDWARE __builtin_cpu_supports("sse4.2")
#define ADD_WORD(checksum, word) ((uint32_t)_mm_crc32_u64(checksum, word))
#define ADD_BYTE(checksum, byte) _mm_crc32_u8(checksum, byte)
#elif defined(__aarch64__) && defined(__ARM_FEATURE_CRC32)
#include <arm_acle.h>
#define HARDWARE
#define HAS_HARDWARE true
#define ADD_WORD(checksum, word) __crc32cd(checksum, word)
#define ADD_BYTE(checksum, byte) __crc32cb(checksum, byte)
#endif

#ifdef HARDWARE
HARDWARE static uint32_t hardware_crc32c(uint32_t checksum, const uint8_t *bytes, size_t count) {
    while (count >= 8) {
        uint64_t word;
        memcpy(&word, bytes, 8);
        checksum = ADD_WORD(checksum, word);
        bytes += 8;
        count -= 8;
    }
    while (count--) checksum = ADD_BYTE(checksum, *bytes++);
    return checksum;
}
#endif

uint32_t martlet_crc32c(uint32_t checksum, const void *bytes, size_t count) {
    checksum = ~checksum;
#ifdef HARDWARE
    if (HAS_HARDWARE) return ~hardware_crc32c(checksum, bytes, count);
#endif
    return ~table_crc32c(checksum, bytes, count);
}
