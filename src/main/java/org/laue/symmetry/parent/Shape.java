package org.laue.symmetry.parent;

import org.laue.structure.Matrix3;

/** A cluster as the ellipsoid with its middle and its moments of inertia. */
final class Shape {
  private final double[] middle = new double[3];

  /** Inverse of the tensor of mean squares about the middle. */
  private final double[] inverse;

  Shape(double[] cartesian) {
    int count = cartesian.length / 3;
    for (int i = 0; i < cartesian.length; i++) {
      middle[i % 3] += cartesian[i] / count;
    }
    double[] tensor = {1e-6, 0, 0, 0, 1e-6, 0, 0, 0, 1e-6};
    for (int atom = 0; atom < count; atom++) {
      for (int i = 0; i < 9; i++) {
        double p = cartesian[3 * atom + i / 3] - middle[i / 3];
        double q = cartesian[3 * atom + i % 3] - middle[i % 3];
        tensor[i] += p * q / count;
      }
    }
    this.inverse = Matrix3.inverse(tensor);
  }

  double[] middle() {
    return middle.clone();
  }

  /** Of the ellipsoid, whose semi-axes are the root of five times the mean squares. */
  double volume() {
    return 4 * Math.PI / 3 * Math.sqrt(125 / Matrix3.determinant(inverse));
  }

  /** Square of the distance of an atom from the middle. */
  double fromMiddle(double[] cartesian, int atom) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double d = cartesian[3 * atom + i] - middle[i];
      sum += d * d;
    }
    return sum;
  }

  /**
   * Share of an ellipsoid that it has in common with itself moved by a vector: 1 - 1.5 u + 0.5 u^3
   * for u diameters; semi-axes are the root of five times the mean squares. Never less than a
   * tenth.
   */
  double overlap(double[] vector) {
    double u = Math.sqrt(Matrix3.squaredLength(vector, inverse) / 20);
    return u > 1 ? 0.1 : Math.max(0.1, 1 - 1.5 * u + 0.5 * u * u * u);
  }
}
