package org.laue.scan;

import java.util.Arrays;

/**
 * How often each vector occurs between two atoms of a ball, over what it would be among atoms
 * strewn evenly: the pair distribution g(v) in three dimensions (the Patterson function of the
 * ball). In a crystal it peaks at the vectors between sites, whatever vibrates or is missing; in a
 * liquid it is 1 beyond the first shells.
 *
 * <p>Vectors are spread over, and read off, the eight bins around them; each counts 1 / overlap of
 * the ball with itself shifted by it, 1 - 1.5 u + 0.5 u^3 for u = length / diameter.
 */
final class PairDensity {
  /** Edge of a bin, in spacings. */
  private static final double BIN = 0.2;

  private final double bin;
  private final double reach;
  private final int half;
  private final int edge;
  private final float[] density;
  private double even;

  /**
   * @param spacing cube root of the volume per atom, angstrom
   * @param reach length of the longest vectors, angstrom
   */
  PairDensity(double spacing, double reach) {
    this.bin = BIN * spacing;
    this.reach = reach;
    this.half = (int) Math.ceil(reach / bin) + 1;
    this.edge = 2 * half + 2;
    this.density = new float[edge * edge * edge];
  }

  double bin() {
    return bin;
  }

  double reach() {
    return reach;
  }

  /** Counts the pairs of a ball of the given radius. */
  void fill(Ball ball, double radius) {
    Arrays.fill(density, 0);
    double[] x = ball.vectors();
    int count = ball.count();
    double longest = reach * reach;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        double dx = x[3 * i] - x[3 * j];
        double dy = x[3 * i + 1] - x[3 * j + 1];
        double dz = x[3 * i + 2] - x[3 * j + 2];
        double squared = dx * dx + dy * dy + dz * dz;
        if (squared < longest) {
          double u = Math.sqrt(squared) / (2 * radius);
          float weight = (float) (1 / (1 - 1.5 * u + 0.5 * u * u * u));
          spread(dx, dy, dz, weight);
          spread(-dx, -dy, -dz, weight);
        }
      }
    }
    double volume = 4 * Math.PI / 3 * radius * radius * radius;
    even = Math.max(1, count) * Math.max(1, count) / volume * bin * bin * bin;
  }

  private void spread(double dx, double dy, double dz, float weight) {
    double fx = dx / bin + half;
    double fy = dy / bin + half;
    double fz = dz / bin + half;
    int i = (int) fx;
    int j = (int) fy;
    int k = (int) fz;
    float x = (float) (fx - i);
    float y = (float) (fy - j);
    float z = (float) (fz - k);
    int at = (i * edge + j) * edge + k;
    float a = weight * (1 - x);
    float b = weight * x;
    spreadPlane(at, a, y, z);
    spreadPlane(at + edge * edge, b, y, z);
  }

  private void spreadPlane(int at, float weight, float y, float z) {
    float near = weight * (1 - y);
    float far = weight * y;
    density[at] += near * (1 - z);
    density[at + 1] += near * z;
    density[at + edge] += far * (1 - z);
    density[at + edge + 1] += far * z;
  }

  /** g at a vector; 0 beyond the reach. */
  double at(double dx, double dy, double dz) {
    double fx = dx / bin + half;
    double fy = dy / bin + half;
    double fz = dz / bin + half;
    if (!(fx >= 0 && fy >= 0 && fz >= 0 && fx < edge - 1 && fy < edge - 1 && fz < edge - 1)) {
      return 0;
    }
    int i = (int) fx;
    int j = (int) fy;
    int k = (int) fz;
    int at = (i * edge + j) * edge + k;
    double x = fx - i;
    double plane = plane(at, fy - j, fz - k);
    return (plane + x * (plane(at + edge * edge, fy - j, fz - k) - plane)) / even;
  }

  private double plane(int at, double y, double z) {
    double near = density[at] + z * (density[at + 1] - density[at]);
    double far = density[at + edge] + z * (density[at + edge + 1] - density[at + edge]);
    return near + y * (far - near);
  }

  /** Cosine between g and that of another ball in the same bins: 1 where they are the same. */
  double likeness(PairDensity other) {
    double own = 0;
    double both = 0;
    double others = 0;
    for (int i = 0; i < density.length; i++) {
      double a = density[i] / even;
      double b = other.density[i] / other.even;
      own += a * a;
      both += a * b;
      others += b * b;
    }
    return both / Math.sqrt(own * others);
  }

  /** Moves a vector to the middle of the density around it, as far as two bins each way. */
  void centre(double[] v) {
    int i = (int) Math.rint(v[0] / bin) + half;
    int j = (int) Math.rint(v[1] / bin) + half;
    int k = (int) Math.rint(v[2] / bin) + half;
    double mass = 0;
    double x = 0;
    double y = 0;
    double z = 0;
    for (int a = Math.max(0, i - 2); a <= Math.min(edge - 1, i + 2); a++) {
      for (int b = Math.max(0, j - 2); b <= Math.min(edge - 1, j + 2); b++) {
        for (int c = Math.max(0, k - 2); c <= Math.min(edge - 1, k + 2); c++) {
          double m = Math.max(0, density[(a * edge + b) * edge + c] - even);
          mass += m;
          x += m * (a - half);
          y += m * (b - half);
          z += m * (c - half);
        }
      }
    }
    if (mass > 0) {
      v[0] = x / mass * bin;
      v[1] = y / mass * bin;
      v[2] = z / mass * bin;
    }
  }

  /**
   * Vectors where g has a maximum, one of each opposite pair, between two lengths.
   *
   * @param least smallest g of a peak
   * @param out [3 n]
   * @return how many there are, at most n
   */
  int peaks(double shortest, double longest, double least, double[] out) {
    int count = 0;
    for (int i = half; i < edge - 1 && 3 * count < out.length; i++) {
      for (int j = 1; j < edge - 1; j++) {
        for (int k = 1; k < edge - 1; k++) {
          float here = density[(i * edge + j) * edge + k];
          if (here < least * even || !isHalf(i - half, j - half, k - half)) {
            continue;
          }
          double length = bin * Math.sqrt(square(i - half) + square(j - half) + square(k - half));
          boolean inside = length > shortest && length < longest && 3 * count < out.length;
          if (inside && isMaximum((i * edge + j) * edge + k, here)) {
            double[] v = {(i - half) * bin, (j - half) * bin, (k - half) * bin};
            centre(v);
            System.arraycopy(v, 0, out, 3 * count++, 3);
          }
        }
      }
    }
    return count;
  }

  private static boolean isHalf(int i, int j, int k) {
    return i > 0 || i == 0 && (j > 0 || j == 0 && k > 0);
  }

  private static double square(double x) {
    return x * x;
  }

  private boolean isMaximum(int at, float here) {
    for (int a = -1; a <= 1; a++) {
      for (int b = -1; b <= 1; b++) {
        for (int c = -1; c <= 1; c++) {
          int other = at + (a * edge + b) * edge + c;
          float there = density[other];
          if (there > here || there == here && other < at) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
