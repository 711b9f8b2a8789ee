// Products of matrices in C, which the Benchmarks image measures beside LinearAlgebra's. Row by row, as there.
#ifndef MARTLET_MATRIX_REFERENCES_H
#define MARTLET_MATRIX_REFERENCES_H

#include <stdint.h>

// The three loops of a text book, of a size that the compiler knows, at -O3.
void loop_multiply_4(const float *left, const float *right, float *result);
void loop_multiply_8(const float *left, const float *right, float *result);
void loop_multiply_16(const float *left, const float *right, float *result);
void loop_multiply_q15_16(const int16_t *left, const int16_t *right, int16_t *result);
void loop_multiply_q31_8(const int32_t *left, const int32_t *right, int32_t *result);

// As CMSIS-DSP goes about it (arm_mat_mult_f32, _q15, _q31): an element at a time, four products a turn; for Q15 over the
// transposed right matrix in `scratch`, with two products an instruction.
void blocked_multiply(
    const float *left, const float *right, float *result, uint32_t rows, uint32_t inner, uint32_t columns);
void blocked_multiply_q15(
    const int16_t *left, const int16_t *right, int16_t *result, uint32_t rows, uint32_t inner, uint32_t columns,
    int16_t *scratch);
void blocked_multiply_q31(
    const int32_t *left, const int32_t *right, int32_t *result, uint32_t rows, uint32_t inner, uint32_t columns);

#endif
