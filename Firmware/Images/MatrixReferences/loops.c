// The three loops of a text book.
#include "MatrixReferences.h"

static inline int16_t saturate_q15(int64_t value) {
    return (int16_t)(value > INT16_MAX ? INT16_MAX : value < INT16_MIN ? INT16_MIN : value);
}

static inline int32_t saturate_q31(int64_t value) {
    return (int32_t)(value > INT32_MAX ? INT32_MAX : value < INT32_MIN ? INT32_MIN : value);
}

static inline float identity(float value) { return value; }
static inline int16_t to_q15(int64_t sum) { return saturate_q15(sum >> 15); }
static inline int32_t to_q31(int64_t sum) { return saturate_q31(sum >> 31); }

#define LOOPS(name, size, element, accumulator, finish)                                                       \
    void name(const element *left, const element *right, element *result) {                                  \
        for (int row = 0; row < size; row++)                                                                  \
            for (int column = 0; column < size; column++) {                                                   \
                accumulator sum = 0;                                                                          \
                for (int index = 0; index < size; index++)                                                    \
                    sum += (accumulator)left[row * size + index] * right[index * size + column];              \
                result[row * size + column] = finish(sum);                                                    \
            }                                                                                                 \
    }

LOOPS(loop_multiply_4, 4, float, float, identity)
LOOPS(loop_multiply_8, 8, float, float, identity)
LOOPS(loop_multiply_16, 16, float, float, identity)
LOOPS(loop_multiply_q15_16, 16, int16_t, int64_t, to_q15)
LOOPS(loop_multiply_q31_8, 8, int32_t, int64_t, to_q31)
