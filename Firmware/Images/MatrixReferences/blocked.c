// The ways of CMSIS-DSP, written anew: which element is read when, and with which instruction.
#include "MatrixReferences.h"

void blocked_multiply(
    const float *left, const float *right, float *result, uint32_t rows, uint32_t inner, uint32_t columns) {
    for (uint32_t row = 0; row < rows; row++)
        for (uint32_t column = 0; column < columns; column++) {
            const float *a = left + row * inner, *b = right + column;
            float sum = 0;
            for (uint32_t turns = inner / 4; turns; turns--) {
                sum += a[0] * b[0];
                b += columns;
                sum += a[1] * b[0];
                b += columns;
                sum += a[2] * b[0];
                b += columns;
                sum += a[3] * b[0];
                b += columns;
                a += 4;
            }
            for (uint32_t rest = inner % 4; rest; rest--) {
                sum += *a++ * *b;
                b += columns;
            }
            *result++ = sum;
        }
}

/// Two elements in one load, which need not be aligned.
static inline uint32_t pair(const int16_t *elements) {
    uint32_t word;
    __builtin_memcpy(&word, elements, sizeof word);
    return word;
}

static inline int64_t add_products(int64_t sum, uint32_t a, uint32_t b) {
    uint32_t low = (uint32_t)sum, high = (uint32_t)(sum >> 32);
    __asm("smlald %0, %1, %2, %3" : "+r"(low), "+r"(high) : "r"(a), "r"(b));
    return (int64_t)((uint64_t)high << 32 | low);
}

static inline int16_t saturate(int32_t value) {
    int32_t saturated;
    __asm("ssat %0, #16, %1" : "=r"(saturated) : "r"(value));
    return (int16_t)saturated;
}

void blocked_multiply_q15(
    const int16_t *left, const int16_t *right, int16_t *result, uint32_t rows, uint32_t inner, uint32_t columns,
    int16_t *scratch) {
    for (uint32_t row = 0; row < inner; row++) {
        int16_t *target = scratch + row;
        for (uint32_t turns = columns / 4; turns; turns--) {
            uint32_t first = pair(right), second = pair(right + 2);
            right += 4;
            *target = (int16_t)first;
            target += inner;
            *target = (int16_t)(first >> 16);
            target += inner;
            *target = (int16_t)second;
            target += inner;
            *target = (int16_t)(second >> 16);
            target += inner;
        }
        for (uint32_t rest = columns % 4; rest; rest--) {
            *target = *right++;
            target += inner;
        }
    }
    for (uint32_t row = 0; row < rows; row++) {
        const int16_t *b = scratch;
        for (uint32_t column = 0; column < columns; column++) {
            const int16_t *a = left + row * inner;
            int64_t sum = 0;
            for (uint32_t turns = inner / 4; turns; turns--) {
                uint32_t a0 = pair(a), b0 = pair(b), a1 = pair(a + 2), b1 = pair(b + 2);
                a += 4;
                b += 4;
                sum = add_products(sum, a0, b0);
                sum = add_products(sum, a1, b1);
            }
            for (uint32_t rest = inner % 4; rest; rest--) sum += *a++ * *b++;
            *result++ = saturate((int32_t)(sum >> 15));
        }
    }
}

static inline int32_t saturate_sum(int64_t value) {
    int32_t high = (int32_t)(value >> 32), low = (int32_t)value;
    return high == low >> 31 ? low : high < 0 ? INT32_MIN : INT32_MAX;
}

void blocked_multiply_q31(
    const int32_t *left, const int32_t *right, int32_t *result, uint32_t rows, uint32_t inner, uint32_t columns) {
    for (uint32_t row = 0; row < rows; row++)
        for (uint32_t column = 0; column < columns; column++) {
            const int32_t *a = left + row * inner, *b = right + column;
            int64_t sum = 0;
            for (uint32_t turns = inner / 4; turns; turns--) {
                sum += (int64_t)a[0] * b[0];
                b += columns;
                sum += (int64_t)a[1] * b[0];
                b += columns;
                sum += (int64_t)a[2] * b[0];
                b += columns;
                sum += (int64_t)a[3] * b[0];
                b += columns;
                a += 4;
            }
            for (uint32_t rest = inner % 4; rest; rest--) {
                sum += (int64_t)*a++ * *b;
                b += columns;
            }
            *result++ = saturate_sum(sum >> 31);
        }
}
