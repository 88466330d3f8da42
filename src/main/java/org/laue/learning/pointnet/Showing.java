package org.laue.learning.pointnet;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.laue.StableRandom;
import org.laue.UserException;
import org.laue.descriptors.Descriptor;
import org.laue.descriptors.pointcloud.Ablation;
import org.laue.descriptors.pointcloud.PointCloud;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.learning.training.Example;
import org.laue.structure.Matrix3;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How a cloud is shown once: turned at random, perturbed as an ablation says, and its points in
 * random order, all drawn from the example's seed, in training and for an answer alike. The matrix
 * is Q of the QR decomposition of 3 x 3 normal numbers with a positive diagonal of R, so every
 * rotation and every reflection is equally likely. Points that pad a cloud are all zero and stay.
 *
 * @param ablation of which that part is done here that is drawn
 * @param unit of the coordinates, 1/angstrom
 * @param originFirst whether the first point keeps its place
 * @param intensities that a point has, behind x, y, z
 * @param told what each point is shown with beside
 */
record Showing(Ablation ablation, double unit, boolean originFirst, int intensities, Told told)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of whole clouds, in any order. */
  static final Showing PLAIN = new Showing(Ablation.NONE, 1, false);

  Showing(Ablation ablation, double unit, boolean originFirst) {
    this(ablation, unit, originFirst, 1, Told.NOTHING);
  }

  static Showing of(Descriptor descriptor, boolean originFirst) {
    return descriptor instanceof PointCloudGenerator clouds
        ? new Showing(
            clouds.ablation(),
            clouds.unit(),
            originFirst,
            clouds.shape()[1] - PointCloud.COORDINATES,
            Told.NOTHING)
        : new Showing(Ablation.NONE, 1, originFirst);
  }

  Showing telling(Told more) {
    return new Showing(ablation, unit, originFirst, intensities, more);
  }

  /** Values of a point as the descriptor makes it: x, y, z, intensities. */
  int given() {
    return PointCloud.COORDINATES + intensities;
  }

  /** Values of a point as it is shown. */
  int width() {
    return given() + told.width(intensities);
  }

  /**
   * Points of the clouds that a descriptor makes.
   *
   * @throws UserException if these are no clouds of points with their intensities
   */
  static int points(String network, Descriptor descriptor) {
    int[] shape = descriptor.shape();
    if (shape.length != 2 || shape[1] <= PointCloud.COORDINATES) {
      throw new UserException(
          "Network %s looks at clouds of points with x, y, z and intensity each, the descriptor makes %s"
              .formatted(network, Arrays.toString(shape)));
    }
    return shape[0];
  }

  /** Values of the cloud for training, [N {@link #width}], point by point. */
  float[] of(Example example) {
    StableRandom random = new StableRandom(example.draw());
    float[][] points = turned(example.values(), orthogonal(random));
    perturb(points, random);
    int fixed = originFirst ? 1 : 0;
    int[] order = random.sample(points.length - fixed, points.length - fixed);
    return flat(points, i -> i < fixed ? i : fixed + order[i - fixed]);
  }

  /**
   * The same for an answer: turned as for training, the points sorted by their values, so that the
   * order in which they came moves no bit of it. BLAS rounds the rows of a product in its own ways.
   */
  float[] sorted(Example example) {
    StableRandom random = new StableRandom(example.draw());
    float[][] points = turned(example.values(), orthogonal(random));
    int fixed = originFirst ? 1 : 0;
    Arrays.sort(points, fixed, points.length, Arrays::compare);
    if (!ablation.equals(Ablation.NONE)) {
      perturb(points, random);
      Arrays.sort(points, fixed, points.length, Arrays::compare);
    }
    return flat(points, IntUnaryOperator.identity());
  }

  /** The same for an answer of who minds the order: that of the descriptor. */
  float[] ordered(Example example) {
    StableRandom random = new StableRandom(example.draw());
    float[][] points = turned(example.values(), orthogonal(random));
    perturb(points, random);
    return flat(points, IntUnaryOperator.identity());
  }

  /** A cloud as it is shown when it is asked about, [points][{@link #width}]. */
  INDArray shown(Example thing) {
    float[] values = sorted(thing);
    return Nd4j.create(values, new long[] {values.length / width(), width()}, 'c');
  }

  /** Clouds as they are shown for training, [clouds][{@link #width}][points]. */
  DataSet batch(List<Example> examples) {
    int points = examples.get(0).values().length / given();
    int width = width();
    float[] values = new float[examples.size() * points * width];
    int at = 0;
    for (Example example : examples) {
      float[] shown = of(example);
      for (int channel = 0; channel < width; channel++) {
        for (int point = 0; point < points; point++) {
          values[at++] = shown[width * point + channel];
        }
      }
    }
    INDArray clouds = Nd4j.create(values, new long[] {examples.size(), width, points}, 'c');
    float[][] targets = examples.stream().map(Example::target).toArray(float[][]::new);
    return new DataSet(clouds, Nd4j.createFromArray(targets));
  }

  private void perturb(float[][] all, StableRandom random) {
    List<float[]> points = Arrays.stream(all).filter(Showing::scatters).toList();
    if (ablation.intensities() == Ablation.Intensities.RANDOM_SCALE) {
      float scale = (float) random.nextDouble();
      for (float[] point : points) {
        for (int at = PointCloud.COORDINATES; at < point.length; at++) {
          point[at] *= scale;
        }
      }
    }
    if (ablation.intensities() == Ablation.Intensities.SHUFFLED) {
      shuffleIntensities(points, random);
    }
    if (ablation.noise() > 0) {
      for (float[] point : points) {
        for (int c = 0; c < 3; c++) {
          point[c] += (float) (ablation.noise() / unit * random.nextGaussian());
        }
      }
    }
    drop(points, random);
  }

  static boolean scatters(float[] point) {
    for (float value : point) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  /** Of g, in the unit of the coordinates. */
  static double length(float[] point) {
    double[] g = {point[0], point[1], point[2]};
    return Math.sqrt(Matrix3.dot(g, g));
  }

  private static void shuffleIntensities(List<float[]> points, StableRandom random) {
    int[] order = random.sample(points.size(), points.size());
    List<float[]> before = points.stream().map(float[]::clone).toList();
    for (int i = 0; i < order.length; i++) {
      float[] point = points.get(i);
      int at = PointCloud.COORDINATES;
      System.arraycopy(before.get(order[i]), at, point, at, point.length - at);
    }
  }

  /** Those that stay take the places of those that go. */
  private void drop(List<float[]> points, StableRandom random) {
    int gone = (int) (ablation.dropped() * points.size());
    if (gone > 0) {
      int[] order = random.sample(points.size(), points.size());
      for (int i = 0; i < gone; i++) {
        float[] kept = points.get(order[gone + random.nextInt(order.length - gone)]);
        System.arraycopy(kept, 0, points.get(order[i]), 0, kept.length);
      }
    }
  }

  private float[][] turned(float[] values, double[][] turn) {
    int given = given();
    float[][] points = new float[values.length / given][];
    for (int i = 0; i < points.length; i++) {
      points[i] = Arrays.copyOfRange(values, given * i, given * (i + 1));
      for (int row = 0; row < 3; row++) {
        points[i][row] = (float) dot(turn[row], values, given * i);
      }
    }
    return points;
  }

  private float[] flat(float[][] points, IntUnaryOperator order) {
    int width = width();
    float[] flat = new float[width * points.length];
    for (int i = 0; i < points.length; i++) {
      float[] point = points[order.applyAsInt(i)];
      System.arraycopy(point, 0, flat, width * i, point.length);
      if (told != Told.NOTHING) {
        flat[width * i + point.length] = (float) length(point);
      }
    }
    tellMore(points, order, flat);
    return flat;
  }

  /** Behind x, y, z, intensities and length. */
  private void tellMore(float[][] points, IntUnaryOperator order, float[] flat) {
    int width = width();
    int behind = given() + 1;
    if (told == Told.EQUIVALENTS) {
      Equivalents equivalents = Equivalents.of(points);
      for (int i = 0; i < points.length; i++) {
        float[] point = points[order.applyAsInt(i)];
        if (scatters(point)) {
          equivalents.write(point, flat, width * i + behind);
        }
      }
    } else if (told == Told.POWDER) {
      float[] powder = PowderPattern.of(points, unit).values();
      for (int i = 0; i < points.length; i++) {
        System.arraycopy(powder, 0, flat, width * i + behind, powder.length);
      }
    }
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
