package org.laue.learning.pointnet;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.laue.StableRandom;
import org.laue.learning.training.Example;
import org.laue.structure.Matrix3;

/**
 * A cloud as it is shown once: turned at random and its points in random order, both drawn from the
 * example's seed. The matrix is Q of the QR decomposition of 3 x 3 normal numbers with a positive
 * diagonal of R, so every rotation and every reflection is equally likely.
 */
final class Showing {
  /** Values of a point: x, y, z, intensity. */
  static final int WIDTH = 4;

  private Showing() {}

  /** Values of the cloud for training, [4 N], point by point. */
  static float[] of(Example example) {
    StableRandom random = new StableRandom(example.draw());
    float[][] points = turned(example.values(), orthogonal(random));
    int[] order = random.sample(points.length, points.length);
    return flat(i -> points[order[i]], points.length);
  }

  /**
   * The same for an answer: turned as for training, the points sorted by their values, so that the
   * order in which they came moves no bit of it. BLAS rounds the rows of a product in its own ways.
   */
  static float[] sorted(Example example) {
    float[][] points = turned(example.values(), orthogonal(new StableRandom(example.draw())));
    Arrays.sort(points, Arrays::compare);
    return flat(i -> points[i], points.length);
  }

  private static float[][] turned(float[] values, double[][] turn) {
    float[][] points = new float[values.length / WIDTH][];
    for (int i = 0; i < points.length; i++) {
      points[i] = Arrays.copyOfRange(values, WIDTH * i, WIDTH * (i + 1));
      for (int row = 0; row < 3; row++) {
        points[i][row] = (float) dot(turn[row], values, WIDTH * i);
      }
    }
    return points;
  }

  private static float[] flat(IntFunction<float[]> point, int points) {
    float[] flat = new float[WIDTH * points];
    for (int i = 0; i < points; i++) {
      System.arraycopy(point.apply(i), 0, flat, WIDTH * i, WIDTH);
    }
    return flat;
  }

  /** Rows of normal numbers made orthonormal one after the other. */
  static double[][] orthogonal(StableRandom random) {
    double[][] rows = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int c = 0; c < 3; c++) {
        rows[row][c] = random.nextGaussian();
      }
      for (int other = 0; other < row; other++) {
        double overlap = Matrix3.dot(rows[row], rows[other]);
        for (int c = 0; c < 3; c++) {
          rows[row][c] -= overlap * rows[other][c];
        }
      }
      double length = Math.sqrt(Matrix3.dot(rows[row], rows[row]));
      for (int c = 0; c < 3; c++) {
        rows[row][c] /= length;
      }
    }
    return rows;
  }

  private static double dot(double[] a, float[] values, int at) {
    return a[0] * values[at] + a[1] * values[at + 1] + a[2] * values[at + 2];
  }
}
