// What C takes a matrix for.
#include "MatricesInC.h"

float matrix_3_by_5_element(const float elements[3][5], int row, int column) { return elements[row][column]; }

void matrix_3_by_5_number(float elements[3][5]) {
    for (int row = 0; row < 3; row++)
        for (int column = 0; column < 5; column++) elements[row][column] = 10.0F * (float)row + (float)column;
}

float matrix_3_by_5_sum(const matrix_of_3_by_5 *matrices, int count, int row, int column) {
    float sum = 0;
    for (int index = 0; index < count; index++) sum += matrices[index].elements[row][column];
    return sum;
}
