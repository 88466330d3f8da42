package org.laue.learning.pointnet;

import java.util.ArrayList;
import java.util.List;
import org.laue.learning.training.Gemm;

/**
 * The layers that every point goes through, and the largest of each feature over the points of each
 * cloud, with their gradients, for one batch of clouds: linear, batch normalisation over all points
 * of the batch, rectifier, three times. Written for this shape of network:
 *
 * <ul>
 *   <li>of the last layer only the largest values are kept. Its normalisation is increasing (or
 *       decreasing) in each feature, so they are found before it; the gradient reaches one point of
 *       a cloud for each feature, and what the mean and the spread add follows from the second
 *       moments of the layer's input;
 *   <li>the first layer is made anew when it is needed, and its mean and spread follow from the
 *       moments of the points.
 * </ul>
 *
 * Sums over the batch are kept in double precision. For one thread.
 */
final class PointStack {
  /**
   * One layer's numbers, or their gradients.
   *
   * @param weights [out][in]
   * @param gamma [out], as beta
   */
  record Layer(float[] weights, float[] gamma, float[] beta) {
    static Layer zero(int in, int out) {
      return new Layer(new float[out * in], new float[out], new float[out]);
    }

    int out() {
      return gamma.length;
    }
  }

  private final Layer first;
  private final Layer second;
  private final Layer third;

  /** Values [{@link #channels}][points] of each cloud. */
  private final float[][] clouds;

  /** Values of a point. */
  private final int channels;

  private final int points;
  private final PointMoments moments;
  private final List<NormStatistics> norms = new ArrayList<>();

  /** What the second layer makes of each cloud before its normalisation, [points][out]. */
  private final float[][] inner;

  /** Which point has the largest value of each feature, and what that was, for each cloud. */
  private final int[][] places;

  private final float[][] best;

  /** Second moments of the last layer's input, [in][in], and its sums. */
  private final float[] gram;

  private final double[] sums;

  /** Weights of the first layer with its normalisation, [value][out]. */
  private final float[][] firstByValue;

  /** To be used again for each cloud. */
  private final float[] firstFeatures;

  private final float[] secondFeatures;

  PointStack(Layer first, Layer second, Layer third, float[][] clouds) {
    this.first = first;
    this.second = second;
    this.third = third;
    this.clouds = clouds;
    this.channels = first.weights().length / first.out();
    this.points = clouds[0].length / channels;
    this.moments = new PointMoments(clouds, channels, points);
    this.inner = new float[clouds.length][points * second.out()];
    this.places = new int[clouds.length][third.out()];
    this.best = new float[clouds.length][third.out()];
    this.gram = new float[second.out() * second.out()];
    this.sums = new double[second.out()];
    this.firstByValue = new float[channels][first.out()];
    this.firstFeatures = new float[points * first.out()];
    this.secondFeatures = new float[points * second.out()];
  }

  /** Second moments of the values of all points of a batch. */
  private static final class PointMoments {
    final int channels;
    final double[] sums;
    final double[][] products;

    PointMoments(float[][] clouds, int channels, int points) {
      this.channels = channels;
      sums = new double[channels];
      products = new double[channels][channels];
      for (float[] cloud : clouds) {
        for (int i = 0; i < channels; i++) {
          for (int point = 0; point < points; point++) {
            sums[i] += cloud[i * points + point];
          }
          for (int j = 0; j <= i; j++) {
            double sum = 0;
            for (int point = 0; point < points; point++) {
              sum += (double) cloud[i * points + point] * cloud[j * points + point];
            }
            products[i][j] += sum;
            products[j][i] = products[i][j];
          }
        }
      }
    }

    /** Statistics of linear functions of these values. */
    NormStatistics of(Layer layer, long rows) {
      double[] means = new double[layer.out()];
      double[] squares = new double[layer.out()];
      for (int c = 0; c < layer.out(); c++) {
        for (int i = 0; i < channels; i++) {
          double weight = layer.weights()[c * channels + i];
          means[c] += weight * sums[i];
          for (int j = 0; j < channels; j++) {
            squares[c] += weight * layer.weights()[c * channels + j] * products[i][j];
          }
        }
      }
      return new NormStatistics(layer, new Moments(means, squares, rows));
    }
  }

  /** Statistics of the three normalisations; after {@link #pooled}. */
  List<NormStatistics> norms() {
    return norms;
  }

  /** The largest of each feature over the points, [clouds][features]. */
  float[] pooled() {
    throughTheFirst(moments.of(first, (long) clouds.length * points));
    norms.add(throughTheSecond());
    norms.add(throughTheThird());
    return largest();
  }

  /** The same with normalisations that are given, for an answer. */
  float[] pooled(List<NormStatistics> given) {
    throughTheFirst(given.get(0));
    throughTheSecond();
    norms.add(given.get(1));
    throughTheThird();
    norms.add(given.get(2));
    return largest();
  }

  private float[] largest() {
    int width = third.out();
    float[] pooled = new float[clouds.length * width];
    NormStatistics norm = norms.get(2);
    for (int cloud = 0; cloud < clouds.length; cloud++) {
      for (int c = 0; c < width; c++) {
        pooled[cloud * width + c] = Math.max(0, norm.scale[c] * best[cloud][c] + norm.shift[c]);
      }
    }
    return pooled;
  }

  /** Folds the normalisation into the weights, which is all that {@link #firstFeatures} needs. */
  private void throughTheFirst(NormStatistics norm) {
    norms.add(norm);
    for (int i = 0; i < channels; i++) {
      for (int c = 0; c < first.out(); c++) {
        firstByValue[i][c] = norm.scale[c] * first.weights()[c * channels + i];
      }
    }
  }

  private NormStatistics throughTheSecond() {
    int width = second.out();
    Moments made = new Moments(width);
    for (int cloud = 0; cloud < clouds.length; cloud++) {
      firstFeatures(cloud);
      Gemm.byTransposed(
          firstFeatures, second.weights(), inner[cloud], 0, points, first.out(), width);
      made.add(inner[cloud]);
    }
    return new NormStatistics(second, made);
  }

  private NormStatistics throughTheThird() {
    int width = third.out();
    int in = second.out();
    // Where gamma is negative the largest after the normalisation is the smallest before it.
    float[] sign = new float[width];
    for (int c = 0; c < width; c++) {
      sign[c] = third.gamma()[c] < 0 ? -1 : 1;
    }
    Moments made = new Moments(width);
    float[] rows = new float[points * width];
    for (int cloud = 0; cloud < clouds.length; cloud++) {
      secondFeatures(cloud);
      Gemm.byTransposed(secondFeatures, third.weights(), rows, 0, points, in, width);
      made.add(rows);
      findLargest(rows, sign, best[cloud], places[cloud]);
      Gemm.ofTransposed(secondFeatures, secondFeatures, gram, cloud == 0 ? 0 : 1, in, points, in);
      addRows(secondFeatures, sums);
    }
    return new NormStatistics(third, made);
  }

  private static void addRows(float[] rows, double[] sums) {
    for (int at = 0; at < rows.length; at += sums.length) {
      for (int c = 0; c < sums.length; c++) {
        sums[c] += rows[at + c];
      }
    }
  }

  /** The largest of each column and the first row where it stands. */
  private static void findLargest(float[] made, float[] sign, float[] best, int[] row) {
    int width = sign.length;
    for (int c = 0; c < width; c++) {
      best[c] = sign[c] * made[c];
      row[c] = 0;
    }
    for (int at = width, point = 1; at < made.length; at += width, point++) {
      for (int c = 0; c < width; c++) {
        float value = sign[c] * made[at + c];
        row[c] = value > best[c] ? point : row[c];
        best[c] = Math.max(best[c], value);
      }
    }
    for (int c = 0; c < width; c++) {
      best[c] *= sign[c];
    }
  }

  /** [points][out] of the first layer. */
  private void firstFeatures(int number) {
    float[] shift = norms.get(0).shift;
    float[] cloud = clouds[number];
    for (int point = 0; point < points; point++) {
      int at = point * shift.length;
      System.arraycopy(shift, 0, firstFeatures, at, shift.length);
      for (int i = 0; i < channels; i++) {
        add(cloud[i * points + point], firstByValue[i], 0, firstFeatures, at, shift.length);
      }
      for (int c = 0; c < shift.length; c++) {
        firstFeatures[at + c] = Math.max(0, firstFeatures[at + c]);
      }
    }
  }

  /** [points][out] of the second layer. */
  private void secondFeatures(int number) {
    int width = second.out();
    float[] scale = norms.get(1).scale;
    float[] shift = norms.get(1).shift;
    float[] made = inner[number];
    for (int at = 0; at < made.length; at += width) {
      for (int c = 0; c < width; c++) {
        secondFeatures[at + c] = Math.max(0, scale[c] * made[at + c] + shift[c]);
      }
    }
  }

  /**
   * Gradients of all layers; after {@link #pooled}, once.
   *
   * @param slope of what came out, [clouds][features]
   */
  Layer[] gradients(float[] slope) {
    Layer ofThird = Layer.zero(second.out(), third.out());
    float[][] passed = backThroughTheThird(slope, ofThird);
    Layer ofSecond = Layer.zero(first.out(), second.out());
    Layer ofFirst = Layer.zero(channels, first.out());
    backThroughTheRest(passed, ofSecond, ofFirst);
    return new Layer[] {ofFirst, ofSecond, ofThird};
  }

  /** Gradient of what the second normalisation makes, [points][out] of each cloud. */
  private float[][] backThroughTheThird(float[] slope, Layer gradient) {
    int width = third.out();
    int in = second.out();
    NormStatistics norm = norms.get(2);
    float[][] reaching = new float[clouds.length][width];
    double[] sum = new double[width];
    double[] products = new double[width];
    for (int cloud = 0; cloud < clouds.length; cloud++) {
      for (int c = 0; c < width; c++) {
        boolean passes = norm.scale[c] * best[cloud][c] + norm.shift[c] > 0;
        float reached = passes ? slope[cloud * width + c] : 0;
        reaching[cloud][c] = norm.scale[c] * reached;
        sum[c] += reached;
        products[c] += (double) reached * best[cloud][c];
      }
    }
    norm.close(sum, products, gradient);
    float[] spread = new float[width * in];
    float[] even = new float[in];
    for (int c = 0; c < width; c++) {
      for (int i = 0; i < in; i++) {
        float weight = third.weights()[c * in + i];
        spread[c * in + i] = -norm.kappa[c] * weight;
        even[i] += norm.alpha[c] * weight;
        gradient.weights()[c * in + i] = (float) (norm.alpha[c] * sums[i]);
      }
    }
    // Of the weights: alpha sum - kappa W X'X; of the input: W' alpha - X W' kappa W.
    Gemm.product(spread, gram, gradient.weights(), 1, width, in, in);
    float[] back = Gemm.ofTransposed(third.weights(), spread, in, width, in);
    float[][] passed = new float[clouds.length][];
    for (int cloud = 0; cloud < clouds.length; cloud++) {
      passed[cloud] = backThroughTheThird(cloud, reaching[cloud], back, even, gradient.weights());
    }
    return passed;
  }

  private float[] backThroughTheThird(
      int cloud, float[] reaching, float[] back, float[] even, float[] ofWeights) {
    int in = second.out();
    secondFeatures(cloud);
    float[] passed = new float[points * in];
    for (int at = 0; at < passed.length; at += in) {
      System.arraycopy(even, 0, passed, at, in);
    }
    Gemm.product(secondFeatures, back, passed, 1, points, in, in);
    for (int c = 0; c < reaching.length; c++) {
      if (reaching[c] != 0) {
        add(reaching[c], third.weights(), c * in, passed, places[cloud][c] * in, in);
        add(reaching[c], secondFeatures, places[cloud][c] * in, ofWeights, c * in, in);
      }
    }
    for (int i = 0; i < passed.length; i++) {
      passed[i] = secondFeatures[i] > 0 ? passed[i] : 0;
    }
    return passed;
  }

  private static void add(float factor, float[] from, int at, float[] to, int place, int count) {
    for (int i = 0; i < count; i++) {
      to[place + i] += factor * from[at + i];
    }
  }

  /**
   * @param passed gradient of what the second normalisation makes; overwritten
   */
  private void backThroughTheRest(float[][] passed, Layer ofSecond, Layer ofFirst) {
    int width = second.out();
    int in = first.out();
    close(norms.get(1), passed, ofSecond);
    float[] further = new float[points * in];
    double[] sum = new double[in];
    double[][] byValue = new double[in][channels];
    for (int cloud = 0; cloud < clouds.length; cloud++) {
      float[] slope = passed[cloud];
      beforeNormalisation(norms.get(1), slope, inner[cloud]);
      firstFeatures(cloud);
      Gemm.ofTransposed(slope, firstFeatures, ofSecond.weights(), 1, width, points, in);
      Gemm.product(slope, second.weights(), further, 0, points, width, in);
      for (int i = 0; i < further.length; i++) {
        further[i] = firstFeatures[i] > 0 ? further[i] : 0;
      }
      addByValue(further, clouds[cloud], sum, byValue);
    }
    closeFirst(sum, byValue, ofFirst);
  }

  private void close(NormStatistics norm, float[][] passed, Layer gradient) {
    int width = gradient.out();
    double[] sum = new double[width];
    double[] products = new double[width];
    for (int cloud = 0; cloud < passed.length; cloud++) {
      float[] slope = passed[cloud];
      float[] made = inner[cloud];
      for (int at = 0; at < slope.length; at += width) {
        for (int c = 0; c < width; c++) {
          double value = slope[at + c];
          sum[c] += value;
          products[c] += value * made[at + c];
        }
      }
    }
    norm.close(sum, products, gradient);
  }

  private static void beforeNormalisation(NormStatistics norm, float[] slope, float[] made) {
    float[] scale = norm.scale;
    float[] alpha = norm.alpha;
    float[] kappa = norm.kappa;
    int width = scale.length;
    for (int at = 0; at < slope.length; at += width) {
      for (int c = 0; c < width; c++) {
        slope[at + c] = scale[c] * slope[at + c] + alpha[c] - kappa[c] * made[at + c];
      }
    }
  }

  /** Sums of a gradient over the points, alone and times each of their values. */
  private void addByValue(float[] slope, float[] cloud, double[] sum, double[][] byValue) {
    int width = sum.length;
    float[] values = new float[channels * points];
    for (int point = 0; point < points; point++) {
      for (int i = 0; i < channels; i++) {
        values[point * channels + i] = cloud[i * points + point];
      }
    }
    float[] products = Gemm.ofTransposed(slope, values, width, points, channels);
    for (int c = 0; c < width; c++) {
      for (int i = 0; i < channels; i++) {
        byValue[c][i] += products[c * channels + i];
      }
    }
    addRows(slope, sum);
  }

  private void closeFirst(double[] sum, double[][] byValue, Layer gradient) {
    NormStatistics norm = norms.get(0);
    double[] products = new double[sum.length];
    for (int c = 0; c < sum.length; c++) {
      for (int i = 0; i < channels; i++) {
        products[c] += first.weights()[c * channels + i] * byValue[c][i];
      }
    }
    norm.close(sum, products, gradient);
    for (int c = 0; c < sum.length; c++) {
      for (int i = 0; i < channels; i++) {
        double made = 0;
        for (int j = 0; j < channels; j++) {
          made += first.weights()[c * channels + j] * moments.products[j][i];
        }
        gradient.weights()[c * channels + i] =
            (float)
                (norm.scale[c] * byValue[c][i]
                    + norm.alpha[c] * moments.sums[i]
                    - norm.kappa[c] * made);
      }
    }
  }
}
