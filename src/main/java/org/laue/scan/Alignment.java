package org.laue.scan;

import org.laue.structure.Matrix3;

/** Turns of a template that the peaks of a pair density suggest, and the best of them. */
final class Alignment {
  private static final int MOST_PEAKS = 60;
  private static final double LEAST_PEAK = 1.8;
  private static final double LENGTH_TOLERANCE = 0.12;
  private static final double COSINE_TOLERANCE = 0.17;
  private static final double[] NO_RATIOS = {1};

  /** c/a over the ideal one. */
  private static final double[] RATIOS = {0.94, 0.98, 1.02, 1.07, 1.12, 1.16};

  private final PairDensity density;
  private final double[] peaks = new double[3 * MOST_PEAKS];
  private int count;
  private double bestScore;
  private double[] best;

  Alignment(PairDensity density) {
    this.density = density;
  }

  /** Finds the peaks of the density anew. */
  void update(double shortest, double longest) {
    count = density.peaks(shortest, longest, LEAST_PEAK, peaks);
  }

  double score() {
    return bestScore;
  }

  /**
   * The map of the template with the highest mean density at its vectors, or null where no two
   * peaks fit.
   *
   * @param least smallest nearest distance that is tried, angstrom
   */
  double[] best(Template template, double least, double most) {
    bestScore = 0;
    best = null;
    double[] anchors = template.anchors();
    double first = length(anchors, 0);
    double second = length(anchors, 3);
    double cosine = dot(anchors, 0, anchors, 3) / (first * second);
    double[] frame = frame(anchors, 0, anchors, 3, 1);
    for (int i = 0; i < count; i++) {
      double scale = length(peaks, 3 * i) / first;
      if (scale > least && scale < most) {
        for (int j = 0; j < count; j++) {
          tryPair(template, i, j, scale, second, cosine, frame);
        }
      }
    }
    return best;
  }

  private void tryPair(
      Template template, int i, int j, double scale, double second, double cosine, double[] frame) {
    double ratio = length(peaks, 3 * j) / (scale * second);
    if (i == j || Math.abs(ratio - 1) > LENGTH_TOLERANCE) {
      return;
    }
    double dot = dot(peaks, 3 * i, peaks, 3 * j);
    double found = dot / (length(peaks, 3 * i) * length(peaks, 3 * j));
    double mean = scale * (1 + ratio) / 2;
    for (int sign = -1; sign <= 1; sign += 2) {
      if (Math.abs(sign * found - cosine) < COSINE_TOLERANCE) {
        double[] turn =
            Matrix3.multiply(frame(peaks, 3 * i, peaks, 3 * j, sign), Matrix3.transposed(frame));
        tryTurn(template, turn, mean);
      }
    }
  }

  private void tryTurn(Template template, double[] turn, double scale) {
    for (double ratio : template.isHexagonal() ? RATIOS : NO_RATIOS) {
      double[] metric = new double[9];
      for (int k = 0; k < 9; k++) {
        metric[k] = turn[k] * scale * (k % 3 == 2 ? ratio : 1);
      }
      double score = score(template, metric);
      if (score > bestScore) {
        bestScore = score;
        best = metric;
      }
    }
  }

  /** Mean of g at the vectors, each as its share of the sites: the height of a whole peak. */
  double score(Template template, double[] metric) {
    double[] vectors = template.vectors();
    double[] weights = template.weights();
    double sum = 0;
    double norm = 0;
    double reach = density.reach() * density.reach();
    for (int t = 0; t < weights.length; t++) {
      double u = vectors[3 * t];
      double v = vectors[3 * t + 1];
      double w = vectors[3 * t + 2];
      if (u > 1e-9 || u > -1e-9 && (v > 1e-9 || v > -1e-9 && w > 0)) {
        double x = metric[0] * u + metric[1] * v + metric[2] * w;
        double y = metric[3] * u + metric[4] * v + metric[5] * w;
        double z = metric[6] * u + metric[7] * v + metric[8] * w;
        if (x * x + y * y + z * z < reach) {
          sum += weights[t] * density.at(x, y, z);
          norm += weights[t] * weights[t];
        }
      }
    }
    return norm > 0 ? sum / norm : 0;
  }

  /** The map after its vectors were drawn to the middle of the density around each. */
  double[] refined(Template template, double[] metric) {
    double[] vectors = template.vectors();
    double[] weights = template.weights();
    double reach = density.reach();
    LeastSquares sums = new LeastSquares();
    for (int t = 0; t < weights.length; t++) {
      double[] v = {vectors[3 * t], vectors[3 * t + 1], vectors[3 * t + 2]};
      double[] x = Matrix3.apply(metric, v);
      boolean positive = v[0] > 1e-9 || v[0] > -1e-9 && (v[1] > 1e-9 || v[1] > -1e-9 && v[2] > 0);
      if (positive && length(x, 0) < reach - density.bin()) {
        double weight = weights[t] * density.at(x[0], x[1], x[2]);
        density.centre(x);
        sums.add(weight, v[0], v[1], v[2], x[0], x[1], x[2]);
      }
    }
    double[] linear = sums.linear();
    double[] limited = linear == null ? null : Strain.limited(linear, template.isHexagonal());
    return limited == null ? metric : limited;
  }

  private static double length(double[] v, int at) {
    return Math.sqrt(dot(v, at, v, at));
  }

  private static double dot(double[] a, int i, double[] b, int j) {
    return a[i] * b[j] + a[i + 1] * b[j + 1] + a[i + 2] * b[j + 2];
  }

  /** Orthonormal columns: along a, in the plane of a and sign * b, across both. */
  private static double[] frame(double[] a, int i, double[] b, int j, int sign) {
    double la = length(a, i);
    double[] e = {a[i] / la, a[i + 1] / la, a[i + 2] / la};
    double along = sign * dot(b, j, e, 0);
    double[] f = {
      sign * b[j] - along * e[0], sign * b[j + 1] - along * e[1], sign * b[j + 2] - along * e[2]
    };
    double lf = length(f, 0);
    for (int k = 0; k < 3; k++) {
      f[k] /= lf;
    }
    return new double[] {
      e[0], f[0], e[1] * f[2] - e[2] * f[1],
      e[1], f[1], e[2] * f[0] - e[0] * f[2],
      e[2], f[2], e[0] * f[1] - e[1] * f[0]
    };
  }
}
