package org.laue.symmetry.parent;

/**
 * A reciprocal lattice vector and its intensity, summed over the chemical species: sum_s |sum_(j of
 * s) exp(2 pi i h . x_j)|^2, the Fourier transform of the differences between like atoms.
 */
record Reflection(int h, int k, int l, double intensity) {}
