package org.laue.structure;

import java.util.Arrays;
import org.laue.UserException;

/**
 * Three basis vectors of a periodic structure. Rows are the lattice vectors a, b, c in angstrom, so
 * that {@code cartesian = fractional * matrix} for row vectors.
 */
public final class Lattice {
  /** Smallest |a . (b x c)| / (|a| |b| |c|) that still counts as three independent directions. */
  private static final double SINGULAR = 1e-9;

  private final double[] rows;
  private final double[] inverse;
  private final double determinant;

  private Lattice(double[] rows) {
    this.rows = rows;
    this.determinant = Matrix3.determinant(rows);
    this.inverse = Matrix3.inverse(rows);
  }

  /**
   * @param rows nine numbers, a then b then c, angstrom
   * @throws UserException if a number is not finite or the vectors span no volume
   */
  public static Lattice ofRows(double... rows) {
    if (rows.length != 9) {
      throw new UserException("A lattice needs 9 numbers, were " + rows.length);
    }
    double[] copy = rows.clone();
    if (!Arrays.stream(copy).allMatch(Double::isFinite)) {
      throw new UserException("Lattice vectors must be finite, were " + Arrays.toString(copy));
    }
    double scale = length(copy, 0) * length(copy, 1) * length(copy, 2);
    if (!(scale > 0) || !(Math.abs(Matrix3.determinant(copy)) > SINGULAR * scale)) {
      throw new UserException(
          "Lattice vectors span no volume (a . (b x c) = "
              + Matrix3.determinant(copy)
              + " A^3): "
              + Arrays.toString(copy));
    }
    return new Lattice(copy);
  }

  /**
   * The lattice with a along x and b in the xy plane.
   *
   * @param a length, angstrom; b and c likewise
   * @param alpha angle between b and c, degrees; beta between a and c, gamma between a and b
   */
  public static Lattice ofParameters(
      double a, double b, double c, double alpha, double beta, double gamma) {
    if (!(a > 0 && b > 0 && c > 0)) {
      throw new UserException("Cell lengths must be positive, were " + a + ", " + b + ", " + c);
    }
    double cosAlpha = cosine(alpha);
    double cosBeta = cosine(beta);
    double cosGamma = cosine(gamma);
    double sinGamma = sine(gamma);
    double cx = cosBeta;
    double cy = (cosAlpha - cosBeta * cosGamma) / sinGamma;
    double squared = 1 - cx * cx - cy * cy;
    if (!(squared > 0)) {
      throw new UserException(
          "Cell angles span no volume: alpha " + alpha + ", beta " + beta + ", gamma " + gamma);
    }
    return ofRows(a, 0, 0, b * cosGamma, b * sinGamma, 0, c * cx, c * cy, c * Math.sqrt(squared));
  }

  /** Exact for the right and hexagonal angles, so that symmetric cells stay symmetric. */
  private static double cosine(double degrees) {
    if (degrees == 90) {
      return 0;
    }
    if (degrees == 60) {
      return 0.5;
    }
    return degrees == 120 ? -0.5 : Math.cos(Math.toRadians(degrees));
  }

  private static double sine(double degrees) {
    if (degrees == 90) {
      return 1;
    }
    return degrees == 60 || degrees == 120 ? Math.sqrt(0.75) : Math.sin(Math.toRadians(degrees));
  }

  /** Component of a lattice vector in angstrom; row 0, 1, 2 = a, b, c; column 0, 1, 2 = x, y, z. */
  public double component(int row, int column) {
    return rows[3 * row + column];
  }

  /** The nine components, a then b then c, angstrom; a copy. */
  public double[] rows() {
    return rows.clone();
  }

  /**
   * Inverse of the matrix of {@link #rows()}, row-major: {@code fractional = cartesian * inverse}.
   */
  public double[] inverseRows() {
    return inverse.clone();
  }

  /** a . (b x c) in cubic angstrom; negative for a left-handed basis. */
  public double determinant() {
    return determinant;
  }

  /** Volume of the cell in cubic angstrom, always positive. */
  public double volume() {
    return Math.abs(determinant);
  }

  /** Lengths of a, b, c in angstrom. */
  public double[] lengths() {
    return new double[] {length(rows, 0), length(rows, 1), length(rows, 2)};
  }

  /** Angles alpha, beta, gamma in degrees. */
  public double[] angles() {
    return new double[] {angle(1, 2), angle(0, 2), angle(0, 1)};
  }

  /** Metric tensor G, row-major [9], square angstrom: G[i][j] = a_i . a_j. */
  public double[] metric() {
    double[] metric = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        metric[3 * i + j] = dot(i, j);
      }
    }
    return metric;
  }

  /** Cartesian positions of fractional ones, both [3 N]. */
  public double[] toCartesian(double[] fractional) {
    return multiply(fractional, rows);
  }

  /** Fractional positions of Cartesian ones, both [3 N]. */
  public double[] toFractional(double[] cartesian) {
    return multiply(cartesian, inverse);
  }

  /**
   * The lattice whose vectors are integer (or rational) combinations of these: row i of the result
   * is sum_j matrix[3 i + j] * row j of this.
   */
  public Lattice transformed(double... matrix) {
    return ofRows(multiply(matrix, rows));
  }

  /** Each vector repeated: a * n0, b * n1, c * n2. */
  public Lattice repeated(int n0, int n1, int n2) {
    return transformed(n0, 0, 0, 0, n1, 0, 0, 0, n2);
  }

  /** Distance between opposite faces along each reciprocal vector, angstrom. */
  public double[] heights() {
    double[] heights = new double[3];
    for (int i = 0; i < 3; i++) {
      heights[i] =
          1 / Math.sqrt(square(inverse[i]) + square(inverse[3 + i]) + square(inverse[6 + i]));
    }
    return heights;
  }

  private static double[] multiply(double[] vectors, double[] m) {
    double[] out = new double[vectors.length];
    for (int i = 0; i < vectors.length; i += 3) {
      double x = vectors[i];
      double y = vectors[i + 1];
      double z = vectors[i + 2];
      out[i] = x * m[0] + y * m[3] + z * m[6];
      out[i + 1] = x * m[1] + y * m[4] + z * m[7];
      out[i + 2] = x * m[2] + y * m[5] + z * m[8];
    }
    return out;
  }

  private double dot(int i, int j) {
    return rows[3 * i] * rows[3 * j]
        + rows[3 * i + 1] * rows[3 * j + 1]
        + rows[3 * i + 2] * rows[3 * j + 2];
  }

  private double angle(int i, int j) {
    double cosine = dot(i, j) / (length(rows, i) * length(rows, j));
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
  }

  private static double length(double[] m, int row) {
    return Math.sqrt(square(m[3 * row]) + square(m[3 * row + 1]) + square(m[3 * row + 2]));
  }

  private static double square(double x) {
    return x * x;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lattice that && Arrays.equals(rows, that.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rows);
  }

  @Override
  public String toString() {
    return "Lattice" + Arrays.toString(rows);
  }
}
