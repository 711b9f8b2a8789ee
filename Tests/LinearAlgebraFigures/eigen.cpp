#include "eigen.h"

#include <Eigen/Dense>

template <int size> static void multiply(const float *left, const float *right, float *result) {
    using Matrix = Eigen::Matrix<float, size, size, Eigen::RowMajor>;
    Eigen::Map<Matrix>(result).noalias() = Eigen::Map<const Matrix>(left) * Eigen::Map<const Matrix>(right);
}

extern "C" {
void eigen_multiply_4(const float *left, const float *right, float *result) { multiply<4>(left, right, result); }
void eigen_multiply_8(const float *left, const float *right, float *result) { multiply<8>(left, right, result); }
void eigen_multiply_16(const float *left, const float *right, float *result) { multiply<16>(left, right, result); }
}
