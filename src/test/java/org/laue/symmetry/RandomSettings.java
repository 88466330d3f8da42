package org.laue.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.groups.HallSetting;
import org.laue.symmetry.groups.HallSymbol;
import org.laue.symmetry.groups.WyckoffPosition;
import org.laue.symmetry.operations.Centring;

/** Random lattices and bases that obey a space group, for tests. */
public final class RandomSettings {
  private final SplittableRandom random;

  public RandomSettings(long seed) {
    random = new SplittableRandom(seed);
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /**
   * A randomly turned lattice, about 3 to 8 angstrom long, whose metric is invariant under every
   * rotation of the setting.
   */
  public Lattice lattice(HallSetting setting) {
    double[] metric = invariantMetric(HallSymbol.parse(setting.hallSymbol()).representatives());
    return turned(ofMetric(metric));
  }

  private double[] invariantMetric(List<SymmetryOperation> operations) {
    double[] lengths = {between(3, 8), between(3, 8), between(3, 8)};
    double[] metric = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double cosine = i == j ? 1 : i < j ? between(-0.4, 0.3) : metric[3 * j + i];
        metric[3 * i + j] = i <= j ? cosine * lengths[i] * lengths[j] : cosine;
      }
    }
    double[] mean = new double[9];
    for (SymmetryOperation operation : operations) {
      double[] w = Matrix3.ofIntegers(operation.rotation());
      double[] turned = Matrix3.multiply(Matrix3.transposed(w), Matrix3.multiply(metric, w));
      for (int i = 0; i < 9; i++) {
        mean[i] += turned[i] / operations.size();
      }
    }
    return mean;
  }

  /** Cholesky's factor as lattice rows. */
  private static Lattice ofMetric(double[] g) {
    double ax = Math.sqrt(g[0]);
    double bx = g[1] / ax;
    double by = Math.sqrt(g[4] - bx * bx);
    double cx = g[2] / ax;
    double cy = (g[5] - bx * cx) / by;
    return Lattice.ofRows(ax, 0, 0, bx, by, 0, cx, cy, Math.sqrt(g[8] - cx * cx - cy * cy));
  }

  /** The lattice after a random proper rotation. */
  Lattice turned(Lattice lattice) {
    double[] q = {between(-1, 1), between(-1, 1), between(-1, 1), between(-1, 1)};
    double n = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    double w = q[0] / n;
    double x = q[1] / n;
    double y = q[2] / n;
    double z = q[3] / n;
    double[] turn = {
      1 - 2 * (y * y + z * z),
      2 * (x * y + w * z),
      2 * (x * z - w * y),
      2 * (x * y - w * z),
      1 - 2 * (x * x + z * z),
      2 * (y * z + w * x),
      2 * (x * z + w * y),
      2 * (y * z - w * x),
      1 - 2 * (x * x + y * y)
    };
    return Lattice.ofRows(Matrix3.multiply(lattice.rows(), turn));
  }

  /** An integer matrix of determinant 1 from a few random shears and exchanges. */
  public int[] unimodular() {
    int[] matrix = Matrix3.identity();
    for (int step = 0; step < 4; step++) {
      int from = random.nextInt(3);
      int[] shear = Matrix3.identity();
      shear[3 * from + (from + 1 + random.nextInt(2)) % 3] = random.nextBoolean() ? 1 : -1;
      matrix = Matrix3.multiply(matrix, shear);
    }
    return random.nextBoolean()
        ? matrix
        : Matrix3.multiply(matrix, new int[] {0, 0, 1, 1, 0, 0, 0, 1, 0});
  }

  /** Conventional coordinates of a primitive basis after a random unimodular change. */
  public double[] primitiveBasis(Centring centring) {
    return Matrix3.multiply(centring.primitiveBasis(), Matrix3.ofIntegers(unimodular()));
  }

  /** The operations of a setting in such a basis, after a random move of the origin. */
  public List<SymmetryOperation> operations(HallSetting setting, double[] primitiveBasis) {
    double[] toPrimitive = inverse(primitiveBasis);
    double[] shift = {between(0, 1), between(0, 1), between(0, 1)};
    List<SymmetryOperation> operations = new ArrayList<>();
    for (SymmetryOperation exact : HallSymbol.parse(setting.hallSymbol()).representatives()) {
      double[] w = Matrix3.ofIntegers(exact.rotation());
      double[] turned = Matrix3.multiply(toPrimitive, Matrix3.multiply(w, primitiveBasis));
      int[] rotation = new int[9];
      for (int i = 0; i < 9; i++) {
        rotation[i] = (int) Math.rint(turned[i]);
      }
      double[] t = Matrix3.apply(toPrimitive, exact.translation());
      double[] moved = Matrix3.apply(turned, shift);
      for (int i = 0; i < 3; i++) {
        t[i] += shift[i] - moved[i];
        t[i] -= Math.floor(t[i]);
      }
      operations.add(new SymmetryOperation(rotation, t));
    }
    return operations;
  }

  private static double[] inverse(double[] matrix) {
    return Lattice.ofRows(matrix).inverseRows();
  }

  /** A point of a Wyckoff position with random free parameters. */
  public double[] pointOf(WyckoffPosition position) {
    double[] x = {between(0, 1), between(0, 1), between(0, 1)};
    double[] off = position.displacement(x);
    return new double[] {x[0] - off[0], x[1] - off[1], x[2] - off[2]};
  }

  /** Different images of a point in the cell, each coordinate in [0, 1). */
  public List<double[]> images(double[] x, List<SymmetryOperation> operations) {
    List<double[]> images = new ArrayList<>();
    for (SymmetryOperation operation : operations) {
      double[] y = Matrix3.apply(operation.rotation(), x);
      for (int i = 0; i < 3; i++) {
        y[i] += operation.t(i);
        y[i] -= Math.floor(y[i]);
      }
      if (images.stream().noneMatch(known -> coincide(known, y))) {
        images.add(y);
      }
    }
    return images;
  }

  static boolean coincide(double[] x, double[] y) {
    for (int i = 0; i < 3; i++) {
      double d = x[i] - y[i];
      if (Math.abs(d - Math.rint(d)) > 1e-9) {
        return false;
      }
    }
    return true;
  }
}
