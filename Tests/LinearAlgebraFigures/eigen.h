// Eigen's products, where Eigen is installed. The sizes are known when compiling, as they are for the others.
#ifndef EIGEN_PRODUCTS_H
#define EIGEN_PRODUCTS_H

#ifdef __cplusplus
extern "C" {
#endif
void eigen_multiply_4(const float *left, const float *right, float *result);
void eigen_multiply_8(const float *left, const float *right, float *result);
void eigen_multiply_16(const float *left, const float *right, float *result);
#ifdef __cplusplus
}
#endif

#endif
