package org.laue.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.laue.structure.Matrix3;

/** Proper rotations of the cube (24) and of the hexagonal prism (12). */
final class Symmetry {
  private static final double[] QUARTER_Z = {0, -1, 0, 1, 0, 0, 0, 0, 1};
  private static final double[] THIRD = {0, 0, 1, 1, 0, 0, 0, 1, 0};
  private static final double S = Math.sqrt(3) / 2;
  private static final double[] SIXTH_Z = {0.5, -S, 0, S, 0.5, 0, 0, 0, 1};
  private static final double[] HALF_X = {1, 0, 0, 0, -1, 0, 0, 0, -1};

  private static final double[][] CUBIC = closed(QUARTER_Z, THIRD);
  private static final double[][] HEXAGONAL = closed(SIXTH_Z, HALF_X);

  private Symmetry() {}

  /** Matrices [9]; shared, not to be changed. */
  static double[][] rotations(boolean hexagonal) {
    return hexagonal ? HEXAGONAL : CUBIC;
  }

  private static double[][] closed(double[]... generators) {
    List<double[]> group = new ArrayList<>();
    group.add(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
    for (int i = 0; i < group.size(); i++) {
      for (double[] generator : generators) {
        double[] product = Matrix3.multiply(generator, group.get(i));
        if (group.stream().noneMatch(known -> near(known, product))) {
          group.add(product);
        }
      }
    }
    return group.toArray(new double[0][]);
  }

  private static boolean near(double[] a, double[] b) {
    double off = 0;
    for (int i = 0; i < 9; i++) {
      off += Math.abs(a[i] - b[i]);
    }
    return off < 1e-6;
  }

  /** The turn of a lattice that is nearest to none: of all equivalent ones the smallest angle. */
  static double[] reduced(double[] rotation, boolean hexagonal) {
    double[] best = rotation;
    double most = Double.NEGATIVE_INFINITY;
    for (double[] s : rotations(hexagonal)) {
      double[] equivalent = Matrix3.multiply(rotation, s);
      double trace = equivalent[0] + equivalent[4] + equivalent[8];
      if (trace > most + 1e-9) {
        most = trace;
        best = equivalent;
      }
    }
    return Arrays.copyOf(best, 9);
  }

  /** Smallest angle, in degrees, of a turn that takes one lattice onto the other. */
  static double misorientation(double[] a, double[] b, boolean hexagonal) {
    double[] between = Matrix3.multiply(Matrix3.transposed(a), b);
    double most = -1;
    for (double[] s : rotations(hexagonal)) {
      double trace = 0;
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          trace += between[3 * i + j] * s[3 * j + i];
        }
      }
      most = Math.max(most, trace);
    }
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, (most - 1) / 2))));
  }
}
