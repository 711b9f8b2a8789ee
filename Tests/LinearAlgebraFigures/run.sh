#!/usr/bin/env bash
# What products of matrices take on the host, in nanoseconds, beside three loops, Swift's SIMD types and, if Debian's
# libeigen3-dev is installed, Eigen: all of them optimised, for the compiler's default processor. Prints and judges nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
here=Tests/LinearAlgebraFigures
flags=(-O -swift-version 6 -enable-experimental-feature BuiltinModule -enable-experimental-feature Lifetimes)
swiftc "${flags[@]}" -enable-experimental-feature AddressableParameters -wmo -parse-as-library -emit-module \
    -emit-module-path "$work/LinearAlgebra.swiftmodule" -module-name LinearAlgebra -c -o "$work/LinearAlgebra.o" \
    Firmware/Blocks/LinearAlgebra/*.swift
objects=("$work/LinearAlgebra.o")
if [ -d "${EIGEN:=/usr/include/eigen3}" ]; then
    # Only headers are used: no C++ library is needed.
    clang++ -O3 -DNDEBUG -fno-exceptions -fno-rtti -fno-stack-protector -I "$EIGEN" -c "$here/eigen.cpp" -o "$work/eigen.o"
    objects+=("$work/eigen.o")
    flags+=(-D EIGEN -import-objc-header "$here/eigen.h" -lstdc++)
else
    printf 'without Eigen: there is no %s (Debian: libeigen3-dev)\n' "$EIGEN"
fi
swiftc "${flags[@]}" -I "$work" -o "$work/figures" "$here/main.swift" "${objects[@]}"
"$work/figures"
