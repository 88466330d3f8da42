package org.laue.scan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.laue.structure.Matrix3;

/**
 * An ideal lattice whose nearest distance is 1, in its reference orientation: cube axes along x, y,
 * z; hexagonal axis along z and a close-packed row along x (as OVITO's polyhedral template matching
 * has them).
 */
final class Template implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double HALF = 0.5;

  /** How far the pair vectors of a template reach, in nearest distances. */
  private static final double REACH = 3.2;

  static final Template FCC = new Template(LocalClass.FCC, faceCentred(Math.sqrt(2)), 0, 0, 0);
  static final Template HCP =
      new Template(
          LocalClass.HCP, hexagonal(1, Math.sqrt(8 / 3.0)), 0, 0, 0, 1 / 3.0, 2 / 3.0, HALF);
  static final Template BCC = new Template(LocalClass.BCC, bodyCentred(2 / Math.sqrt(3)), 0, 0, 0);
  static final Template SC =
      new Template(LocalClass.SC, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 0, 0, 0);
  static final Template DIAMOND =
      new Template(LocalClass.DIAMOND, faceCentred(4 / Math.sqrt(3)), 0, 0, 0, 0.25, 0.25, 0.25);
  static final Template HEX_DIAMOND =
      new Template(
          LocalClass.HEX_DIAMOND, hexagonal(Math.sqrt(8 / 3.0), 8 / 3.0), hexagonalDiamondSites());

  private static final List<Template> ALL = List.of(FCC, HCP, BCC, SC, DIAMOND, HEX_DIAMOND);

  private final LocalClass kind;
  private final double[] columns;
  private final double[] inverse;
  private final double[] basis;
  private final double[] vectors;
  private final double[] weights;
  private final double[] anchors;
  private final double[][] rotations;

  private Template(LocalClass kind, double[] cellRows, double... basis) {
    this.kind = kind;
    this.columns = Matrix3.transposed(cellRows);
    this.inverse = Matrix3.inverse(columns);
    this.basis = basis;
    List<double[]> pairs = pairVectors();
    this.vectors = pairs.stream().flatMapToDouble(p -> Arrays.stream(p, 0, 3)).toArray();
    this.weights = pairs.stream().mapToDouble(p -> p[3] / sites()).toArray();
    this.anchors = findAnchors();
    this.rotations = Symmetry.rotations(isHexagonal());
  }

  /** Travels by its name. */
  private record Name(LocalClass kind) implements Serializable {
    private Object readResolve() {
      return of(kind);
    }
  }

  private Object writeReplace() {
    return new Name(kind);
  }

  static List<Template> all() {
    return ALL;
  }

  static Template of(LocalClass kind) {
    return ALL.stream().filter(t -> t.kind == kind).findFirst().orElseThrow();
  }

  private static double[] faceCentred(double a) {
    double h = a / 2;
    return new double[] {0, h, h, h, 0, h, h, h, 0};
  }

  private static double[] bodyCentred(double a) {
    double h = a / 2;
    return new double[] {-h, h, h, h, -h, h, h, h, -h};
  }

  private static double[] hexagonal(double a, double c) {
    return new double[] {a, 0, 0, -a / 2, a * Math.sqrt(3) / 2, 0, 0, 0, c};
  }

  private static double[] hexagonalDiamondSites() {
    double third = 1 / 3.0;
    double u = 0.375;
    return new double[] {0, 0, 0, 0, 0, u, third, 2 * third, HALF, third, 2 * third, HALF + u};
  }

  /** Every vector from a site to another within reach, with the number of sites that have it. */
  private List<double[]> pairVectors() {
    List<double[]> found = new ArrayList<>();
    for (int from = 0; from < sites(); from++) {
      for (int to = 0; to < sites(); to++) {
        addVectors(from, to, found);
      }
    }
    found.sort(
        Comparator.<double[]>comparingLong(v -> Math.round(1e6 * Math.sqrt(Matrix3.dot(v, v))))
            .thenComparingDouble(v -> v[0])
            .thenComparingDouble(v -> v[1]));
    return found;
  }

  private void addVectors(int from, int to, List<double[]> found) {
    int cells = 5;
    for (int i = -cells; i <= cells; i++) {
      for (int j = -cells; j <= cells; j++) {
        for (int k = -cells; k <= cells; k++) {
          double[] v =
              Matrix3.apply(
                  columns,
                  new double[] {
                    i + basis[3 * to] - basis[3 * from],
                    j + basis[3 * to + 1] - basis[3 * from + 1],
                    k + basis[3 * to + 2] - basis[3 * from + 2]
                  });
          double length = Math.sqrt(Matrix3.dot(v, v));
          if (length > 0.1 && length < REACH) {
            add(v, found);
          }
        }
      }
    }
  }

  private static void add(double[] v, List<double[]> found) {
    for (double[] known : found) {
      if (Math.abs(known[0] - v[0]) + Math.abs(known[1] - v[1]) + Math.abs(known[2] - v[2])
          < 1e-6) {
        known[3]++;
        return;
      }
    }
    found.add(new double[] {v[0], v[1], v[2], 1});
  }

  /**
   * Two translations that fix the orientation: the shortest ones of full weight at an angle between
   * 55 and 95 degrees, in the hexagonal plane where there is one.
   */
  private double[] findAnchors() {
    int first = -1;
    for (int i = 0; i < weights.length; i++) {
      boolean usable = weights[i] > 0.99 && (!isHexagonal() || Math.abs(vectors[3 * i + 2]) < 1e-6);
      if (usable && first < 0) {
        first = i;
      } else if (usable) {
        double cosine = cosine(first, i);
        if (cosine > -0.09 && cosine < 0.58) {
          return new double[] {
            vectors[3 * first], vectors[3 * first + 1], vectors[3 * first + 2],
            vectors[3 * i], vectors[3 * i + 1], vectors[3 * i + 2]
          };
        }
      }
    }
    throw new IllegalStateException("No anchors in " + kind);
  }

  private double cosine(int i, int j) {
    double[] a = Arrays.copyOfRange(vectors, 3 * i, 3 * i + 3);
    double[] b = Arrays.copyOfRange(vectors, 3 * j, 3 * j + 3);
    double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    return dot / Math.sqrt(Matrix3.dot(a, a) * Matrix3.dot(b, b));
  }

  LocalClass kind() {
    return kind;
  }

  boolean isHexagonal() {
    return kind == LocalClass.HCP || kind == LocalClass.HEX_DIAMOND;
  }

  int sites() {
    return basis.length / 3;
  }

  /** Volume per site, cubic nearest distances. */
  double siteVolume() {
    double[] m = columns;
    double determinant =
        m[0] * (m[4] * m[8] - m[5] * m[7])
            - m[1] * (m[3] * m[8] - m[5] * m[6])
            + m[2] * (m[3] * m[7] - m[4] * m[6]);
    return Math.abs(determinant) / sites();
  }

  /** Position of a site of the basis. */
  double[] site(int k) {
    return Matrix3.apply(columns, Arrays.copyOfRange(basis, 3 * k, 3 * k + 3));
  }

  /** Vectors between sites, [3 n], the shortest first. */
  double[] vectors() {
    return vectors;
  }

  /** Fraction of the sites that have each vector. */
  double[] weights() {
    return weights;
  }

  double[] anchors() {
    return anchors;
  }

  /** Proper rotations of the lattice onto itself, matrices [9]. */
  double[][] rotations() {
    return rotations;
  }

  /**
   * Vector from the nearest site to a point.
   *
   * @param out [3]
   * @return its squared length
   */
  double offset(double x, double y, double z, double[] out) {
    double f = inverse[0] * x + inverse[1] * y + inverse[2] * z;
    double g = inverse[3] * x + inverse[4] * y + inverse[5] * z;
    double h = inverse[6] * x + inverse[7] * y + inverse[8] * z;
    double best = Double.POSITIVE_INFINITY;
    for (int k = 0; k < basis.length; k += 3) {
      double u = f - basis[k];
      double v = g - basis[k + 1];
      double w = h - basis[k + 2];
      u -= Math.rint(u);
      v -= Math.rint(v);
      w -= Math.rint(w);
      double dx = columns[0] * u + columns[1] * v + columns[2] * w;
      double dy = columns[3] * u + columns[4] * v + columns[5] * w;
      double dz = columns[6] * u + columns[7] * v + columns[8] * w;
      double squared = dx * dx + dy * dy + dz * dz;
      if (squared < best) {
        best = squared;
        out[0] = dx;
        out[1] = dy;
        out[2] = dz;
      }
    }
    return best;
  }
}
