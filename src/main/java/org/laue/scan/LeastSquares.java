package org.laue.scan;

import java.util.Arrays;
import org.laue.structure.Matrix3;

/** Weighted least squares of x = M y, or of x = M y + t, over pairs of points. */
final class LeastSquares {
  private final double[] yy = new double[9];
  private final double[] xy = new double[9];
  private final double[] y = new double[3];
  private final double[] x = new double[3];
  private double weight;

  void clear() {
    Arrays.fill(yy, 0);
    Arrays.fill(xy, 0);
    Arrays.fill(y, 0);
    Arrays.fill(x, 0);
    weight = 0;
  }

  void add(double w, double y0, double y1, double y2, double x0, double x1, double x2) {
    weight += w;
    y[0] += w * y0;
    y[1] += w * y1;
    y[2] += w * y2;
    x[0] += w * x0;
    x[1] += w * x1;
    x[2] += w * x2;
    addRow(0, w * y0, y0, y1, y2, w * x0);
    addRow(3, w * y1, y0, y1, y2, w * x1);
    addRow(6, w * y2, y0, y1, y2, w * x2);
  }

  private void addRow(int at, double wy, double y0, double y1, double y2, double wx) {
    yy[at] += wy * y0;
    yy[at + 1] += wy * y1;
    yy[at + 2] += wy * y2;
    xy[at] += wx * y0;
    xy[at + 1] += wx * y1;
    xy[at + 2] += wx * y2;
  }

  double weight() {
    return weight;
  }

  /** M without t, or null where the points do not fix it. */
  double[] linear() {
    return quotient(xy, yy);
  }

  /** M where t is free, or null. */
  double[] affine() {
    double[] a = yy.clone();
    double[] b = xy.clone();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        a[3 * i + j] -= y[i] * y[j] / weight;
        b[3 * i + j] -= x[i] * y[j] / weight;
      }
    }
    return quotient(b, a);
  }

  /** t that belongs to M. */
  double[] shift(double[] m) {
    double[] my = Matrix3.apply(m, y);
    return new double[] {(x[0] - my[0]) / weight, (x[1] - my[1]) / weight, (x[2] - my[2]) / weight};
  }

  private static double[] quotient(double[] b, double[] a) {
    double[] m = Matrix3.multiply(b, Matrix3.inverse(a));
    for (double value : m) {
      if (!Double.isFinite(value)) {
        return null;
      }
    }
    return m;
  }
}
