#ifndef MATRICES_IN_C_H
#define MATRICES_IN_C_H

#include <stdint.h>

/// A matrix as C has it, in a structure, so that its size can be compared.
typedef struct {
    float elements[3][5];
} matrix_of_3_by_5;

/// The element at a row and a column of an array of two dimensions.
float matrix_3_by_5_element(const float elements[3][5], int row, int column);
/// Writes 10 times the row plus the column to each element.
void matrix_3_by_5_number(float elements[3][5]);
/// The sum of an element over an array of matrices.
float matrix_3_by_5_sum(const matrix_of_3_by_5 *matrices, int count, int row, int column);

#endif
