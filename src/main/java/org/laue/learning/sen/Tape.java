package org.laue.learning.sen;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.laue.learning.graphs.Curves;
import org.laue.learning.graphs.Rows;
import org.laue.learning.graphs.Weights;
import org.laue.learning.training.Gemm;

/**
 * Computes with matrices and remembers how, so that slopes can be followed back from the result to
 * the learned numbers (reverse accumulation). A batch of crystals is one flat list of their atoms
 * and one of their bonds; arrays of indices say what belongs to what. For one batch and one thread.
 */
final class Tape {
  private static final double LEAST_VARIANCE = 1e-5;

  private final float[] parameters;
  private final boolean remembering;
  private final Deque<Step> steps = new ArrayDeque<>();
  private final Map<Weights.Block, Matrix> taken = new HashMap<>();

  /** The way back through one operation. */
  private record Step(Matrix result, Runnable back) {}

  /**
   * @param parameters of the network; not changed
   * @param remembering whether there will be a way back
   */
  Tape(float[] parameters, boolean remembering) {
    this.parameters = parameters;
    this.remembering = remembering;
  }

  private Matrix remember(Matrix result, Runnable back) {
    if (remembering) {
      steps.push(new Step(result, back));
    }
    return result;
  }

  /**
   * Follows slopes back to the learned numbers; afterwards the values of this tape are gone.
   *
   * @param slope of what is sought with respect to the result
   * @return slopes with respect to all parameters
   */
  float[] back(Matrix result, float[] slope) {
    result.pass(slope.clone());
    while (!steps.isEmpty()) {
      Step step = steps.pop();
      if (step.result().slope != null) {
        step.back().run();
      }
      step.result().forget();
    }
    float[] gradient = new float[parameters.length];
    taken.forEach(
        (block, matrix) -> {
          if (matrix.slope != null) {
            System.arraycopy(matrix.slope, 0, gradient, block.at(), block.length());
          }
        });
    return gradient;
  }

  /** Learned numbers. */
  Matrix weights(Weights.Block block) {
    return taken.computeIfAbsent(
        block,
        b ->
            new Matrix(
                b.rows(),
                b.columns(),
                Arrays.copyOfRange(parameters, b.at(), b.at() + b.length())));
  }

  Matrix linear(Matrix x, Weights.Linear map) {
    Matrix product = product(x, weights(map.weights()));
    Matrix bias = weights(map.bias());
    Matrix sum = inPlace(product);
    for (int at = 0; at < sum.value.length; at += sum.columns) {
      for (int i = 0; i < sum.columns; i++) {
        sum.value[at + i] += bias.value[i];
      }
    }
    return remember(
        sum,
        () -> {
          float[] sums = bias.slopeToAddTo();
          for (int at = 0; at < sum.slope.length; at += sum.columns) {
            for (int i = 0; i < sum.columns; i++) {
              sums[i] += sum.slope[at + i];
            }
          }
          product.pass(sum.slope);
        });
  }

  /** Takes the place of a matrix that nobody else looks at. */
  private static Matrix inPlace(Matrix x) {
    return new Matrix(x.rows, x.columns, x.value);
  }

  /** Rows by columns. */
  Matrix product(Matrix x, Matrix y) {
    Matrix product =
        new Matrix(x.rows, y.columns, Gemm.product(x.value, y.value, x.rows, x.columns, y.columns));
    return remember(
        product,
        () -> {
          y.pass(Gemm.ofTransposed(x.value, product.slope, x.columns, x.rows, y.columns));
          if (!x.given) {
            x.pass(Gemm.byTransposed(product.slope, y.value, x.rows, y.columns, x.columns));
          }
        });
  }

  /** Klambauer et al.; of a matrix that nobody else looks at, as all curves here. */
  Matrix selu(Matrix x) {
    Matrix y = inPlace(x);
    Curves.selu(y.value);
    return remember(
        y,
        () -> {
          Curves.backThroughSelu(y.value, y.slope);
          x.pass(y.slope);
        });
  }

  Matrix tanh(Matrix x) {
    Matrix y = inPlace(x);
    float[] values = y.value;
    Curves.tanh(values);
    return remember(
        y,
        () -> {
          for (int i = 0; i < values.length; i++) {
            y.slope[i] *= 1 - values[i] * values[i];
          }
          x.pass(y.slope);
        });
  }

  Matrix sigmoid(Matrix x) {
    Matrix y = inPlace(x);
    float[] values = y.value;
    Curves.sigmoid(values, values, values.length);
    return remember(
        y,
        () -> {
          for (int i = 0; i < values.length; i++) {
            y.slope[i] *= values[i] * (1 - values[i]);
          }
          x.pass(y.slope);
        });
  }

  /** 0.2 x + 0.5 within [0, 1]. */
  Matrix hardSigmoid(Matrix x) {
    Matrix y = inPlace(x);
    float[] values = y.value;
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, Math.min(1, 0.2f * values[i] + 0.5f));
    }
    return remember(
        y,
        () -> {
          for (int i = 0; i < values.length; i++) {
            y.slope[i] *= values[i] > 0 && values[i] < 1 ? 0.2f : 0;
          }
          x.pass(y.slope);
        });
  }

  /** x + factor y. */
  Matrix sum(Matrix x, Matrix y, float factor) {
    Matrix sum = new Matrix(x.rows, x.columns);
    for (int i = 0; i < sum.value.length; i++) {
      sum.value[i] = x.value[i] + factor * y.value[i];
    }
    return remember(
        sum,
        () -> {
          float[] scaled = new float[sum.slope.length];
          for (int i = 0; i < scaled.length; i++) {
            scaled[i] = factor * sum.slope[i];
          }
          y.pass(scaled);
          x.pass(sum.slope);
        });
  }

  /** Element by element. */
  Matrix times(Matrix x, Matrix y) {
    Matrix product = new Matrix(x.rows, x.columns);
    for (int i = 0; i < product.value.length; i++) {
      product.value[i] = x.value[i] * y.value[i];
    }
    return remember(
        product,
        () -> {
          float[] ofX = x.slopeToAddTo();
          float[] ofY = y.slopeToAddTo();
          for (int i = 0; i < product.slope.length; i++) {
            ofX[i] += product.slope[i] * y.value[i];
            ofY[i] += product.slope[i] * x.value[i];
          }
        });
  }

  /** Rows multiplied by one number each, [rows][1]. */
  Matrix timesRows(Matrix x, Matrix numbers) {
    Matrix product = new Matrix(x.rows, x.columns);
    for (int row = 0; row < x.rows; row++) {
      for (int i = row * x.columns; i < (row + 1) * x.columns; i++) {
        product.value[i] = x.value[i] * numbers.value[row];
      }
    }
    return remember(
        product,
        () -> {
          float[] ofX = x.slopeToAddTo();
          float[] ofNumbers = numbers.slopeToAddTo();
          for (int row = 0; row < x.rows; row++) {
            Rows.add(ofX, row, numbers.value[row], product.slope, row, x.columns);
            ofNumbers[row] += Rows.dot(product.slope, row, x.value, row, x.columns);
          }
        });
  }

  /** Each row with mean 0 and variance 1 (Ba et al., arXiv 1607.06450, without learned scales). */
  Matrix normalised(Matrix x) {
    int width = x.columns;
    Matrix y = new Matrix(x.rows, width);
    float[] means = new float[x.rows];
    float[] scales = new float[x.rows];
    for (int row = 0; row < x.rows; row++) {
      int at = row * width;
      means[row] = Rows.sum(x.value, at, width) / width;
      shifted(x.value, at, means[row], y.value, width);
      float variance = Rows.dot(y.value, row, y.value, row, width) / width;
      scales[row] = (float) (1 / Math.sqrt(variance + LEAST_VARIANCE));
      scale(y.value, at, width, scales[row]);
    }
    // Of x, since a curve may stand in the place of the result.
    return remember(y, () -> backThroughNormalised(x, y.slope, means, scales));
  }

  private static void shifted(float[] from, int at, float by, float[] to, int count) {
    for (int i = at; i < at + count; i++) {
      to[i] = from[i] - by;
    }
  }

  private static void backThroughNormalised(
      Matrix x, float[] slope, float[] means, float[] scales) {
    int width = x.columns;
    float[] values = x.value;
    float[] ofX = x.slopeToAddTo();
    for (int row = 0; row < x.rows; row++) {
      int at = row * width;
      float mean = Rows.sum(slope, at, width) / width;
      float along = 0;
      for (int i = at; i < at + width; i++) {
        along += slope[i] * (values[i] - means[row]);
      }
      along *= scales[row] * scales[row] / width;
      for (int i = at; i < at + width; i++) {
        ofX[i] += scales[row] * (slope[i] - mean - along * (values[i] - means[row]));
      }
    }
  }

  /** Of each row of x with that of y, times a factor, [rows][1]. */
  Matrix dot(Matrix x, Matrix y, float factor) {
    Matrix dots = new Matrix(x.rows, 1);
    for (int row = 0; row < x.rows; row++) {
      dots.value[row] = factor * Rows.dot(x.value, row, y.value, row, x.columns);
    }
    return remember(
        dots,
        () -> {
          float[] ofX = x.slopeToAddTo();
          float[] ofY = y.slopeToAddTo();
          for (int row = 0; row < x.rows; row++) {
            float slope = factor * dots.slope[row];
            Rows.add(ofX, row, slope, y.value, row, x.columns);
            Rows.add(ofY, row, slope, x.value, row, x.columns);
          }
        });
  }

  /** The columns of all, one after the other. */
  Matrix beside(Matrix... parts) {
    int columns = Arrays.stream(parts).mapToInt(part -> part.columns).sum();
    Matrix all = new Matrix(parts[0].rows, columns);
    int at = 0;
    for (Matrix part : parts) {
      for (int row = 0; row < all.rows; row++) {
        System.arraycopy(
            part.value, row * part.columns, all.value, row * columns + at, part.columns);
      }
      at += part.columns;
    }
    return remember(
        all,
        () -> {
          int from = 0;
          for (Matrix part : parts) {
            float[] slope = part.slopeToAddTo();
            for (int row = 0; row < all.rows; row++) {
              for (int i = 0; i < part.columns; i++) {
                slope[row * part.columns + i] += all.slope[row * columns + from + i];
              }
            }
            from += part.columns;
          }
        });
  }

  /** Columns from one (included) to another (not). */
  Matrix columns(Matrix x, int from, int to) {
    int width = to - from;
    Matrix part = new Matrix(x.rows, width);
    for (int row = 0; row < x.rows; row++) {
      System.arraycopy(x.value, row * x.columns + from, part.value, row * width, width);
    }
    return remember(
        part,
        () -> {
          float[] slope = x.slopeToAddTo();
          for (int row = 0; row < x.rows; row++) {
            for (int i = 0; i < width; i++) {
              slope[row * x.columns + from + i] += part.slope[row * width + i];
            }
          }
        });
  }

  /** The same numbers in rows of another length; nobody else may look at x. */
  Matrix reshaped(Matrix x, int columns) {
    Matrix y = new Matrix(x.value.length / columns, columns, x.value);
    return remember(y, () -> x.pass(y.slope));
  }

  /** The rows with these indices. */
  Matrix rows(Matrix x, int[] index) {
    int width = x.columns;
    Matrix y = new Matrix(index.length, width);
    for (int row = 0; row < index.length; row++) {
      System.arraycopy(x.value, index[row] * width, y.value, row * width, width);
    }
    return remember(
        y,
        () -> {
          float[] slope = x.slopeToAddTo();
          for (int row = 0; row < index.length; row++) {
            int at = index[row] * width;
            for (int i = 0; i < width; i++) {
              slope[at + i] += y.slope[row * width + i];
            }
          }
        });
  }

  /**
   * Sums of the rows of each group.
   *
   * @param group of each row
   * @param factors by which the sum of each group is multiplied
   */
  Matrix sums(Matrix x, int[] group, float[] factors) {
    int width = x.columns;
    Matrix y = new Matrix(factors.length, width);
    for (int row = 0; row < x.rows; row++) {
      Rows.add(y.value, group[row], factors[group[row]], x.value, row, width);
    }
    return remember(
        y,
        () -> {
          float[] slope = x.slopeToAddTo();
          for (int row = 0; row < x.rows; row++) {
            Rows.add(slope, row, factors[group[row]], y.slope, group[row], width);
          }
        });
  }

  /**
   * The largest of each column over the rows of each group.
   *
   * @param members rows of a group, one after the other
   */
  Matrix largest(Matrix x, int members) {
    int width = x.columns;
    Matrix y = new Matrix(x.rows / members, width);
    int[] from = new int[y.value.length];
    for (int i = 0; i < from.length; i++) {
      int at = i / width * members * width + i % width;
      from[i] = at;
      for (int member = 1; member < members; member++) {
        int other = at + member * width;
        from[i] = x.value[other] > x.value[from[i]] ? other : from[i];
      }
      y.value[i] = x.value[from[i]];
    }
    return remember(
        y,
        () -> {
          float[] slope = x.slopeToAddTo();
          for (int i = 0; i < from.length; i++) {
            slope[from[i]] += y.slope[i];
          }
        });
  }

  /**
   * Softmax over the rows of each group, in each column.
   *
   * @param group of each row
   */
  Matrix softmaxOfGroups(Matrix x, int[] group, int groups) {
    int width = x.columns;
    float[] largest = new float[groups * width];
    Arrays.fill(largest, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < x.value.length; i++) {
      int at = group[i / width] * width + i % width;
      largest[at] = Math.max(largest[at], x.value[i]);
    }
    float[] total = new float[groups * width];
    Matrix y = inPlace(x);
    for (int i = 0; i < y.value.length; i++) {
      int at = group[i / width] * width + i % width;
      y.value[i] -= largest[at];
    }
    Curves.exp(y.value);
    for (int i = 0; i < y.value.length; i++) {
      total[group[i / width] * width + i % width] += y.value[i];
    }
    for (int i = 0; i < y.value.length; i++) {
      y.value[i] /= total[group[i / width] * width + i % width];
    }
    return remember(
        y,
        () -> {
          float[] mean = new float[groups * width];
          for (int i = 0; i < y.value.length; i++) {
            mean[group[i / width] * width + i % width] += y.slope[i] * y.value[i];
          }
          for (int i = 0; i < y.value.length; i++) {
            y.slope[i] = y.value[i] * (y.slope[i] - mean[group[i / width] * width + i % width]);
          }
          x.pass(y.slope);
        });
  }

  /**
   * Softmax over each run of neighbouring columns, times a factor; of a matrix that nobody else
   * looks at.
   *
   * @param width columns of a run
   */
  Matrix softmax(Matrix x, int width, float factor) {
    Matrix y = inPlace(x);
    softmax(y.value, width, factor);
    return remember(
        y,
        () -> {
          for (int run = 0; run < y.value.length / width; run++) {
            int at = run * width;
            float mean = Rows.dot(y.slope, run, y.value, run, width) / factor;
            for (int i = at; i < at + width; i++) {
              y.slope[i] = y.value[i] * (y.slope[i] - mean);
            }
          }
          x.pass(y.slope);
        });
  }

  /** Softmax of each run of so many neighbours in place, times a factor. */
  static void softmax(float[] values, int width, float factor) {
    for (int at = 0; at < values.length; at += width) {
      shifted(values, at, Rows.largest(values, at, width), values, width);
    }
    Curves.exp(values);
    for (int at = 0; at < values.length; at += width) {
      scale(values, at, width, factor / Rows.sum(values, at, width));
    }
  }

  private static void scale(float[] values, int at, int width, float factor) {
    for (int i = at; i < at + width; i++) {
      values[i] *= factor;
    }
  }

  /**
   * Sums over the runs of neighbouring columns of products: sum_k x[index][k][i] gate[row][k][i].
   *
   * @param x [any][runs * width]
   * @param index row of x for each row of the gates
   * @param gates [rows][runs * width]
   * @return [rows][width]
   */
  Matrix gated(Matrix x, int[] index, Matrix gates, int width) {
    int all = gates.columns;
    Matrix y = new Matrix(gates.rows, width);
    for (int row = 0; row < gates.rows; row++) {
      for (int k = 0; k < all; k += width) {
        addProducts(
            x.value, index[row] * all + k, gates.value, row * all + k, y.value, row * width, width);
      }
    }
    return remember(y, () -> backThroughGates(x, index, gates, y));
  }

  /** In a method of its own, so that the compiler makes vectors of it. */
  private static void addProducts(
      float[] x, int atX, float[] y, int atY, float[] sums, int at, int count) {
    for (int i = 0; i < count; i++) {
      sums[at + i] += x[atX + i] * y[atY + i];
    }
  }

  private static void backThroughGates(Matrix x, int[] index, Matrix gates, Matrix y) {
    int all = gates.columns;
    float[] ofX = x.slopeToAddTo();
    float[] ofGates = gates.slopeToAddTo();
    for (int row = 0; row < gates.rows; row++) {
      for (int k = 0; k < all; k += y.columns) {
        int a = index[row] * all + k;
        int b = row * all + k;
        int c = row * y.columns;
        addProducts(x.value, a, y.slope, c, ofGates, b, y.columns);
        addProducts(gates.value, b, y.slope, c, ofX, a, y.columns);
      }
    }
  }

  /**
   * Numbers taken from each row at fixed places, as convolutions need them.
   *
   * @param places column of x for each column of the result, or -1 for a zero
   */
  Matrix picked(Matrix x, int[] places) {
    Matrix y = new Matrix(x.rows, places.length);
    for (int row = 0; row < x.rows; row++) {
      for (int i = 0; i < places.length; i++) {
        int place = places[i];
        y.value[row * places.length + i] = place < 0 ? 0 : x.value[row * x.columns + place];
      }
    }
    return remember(
        y,
        () -> {
          float[] slope = x.slopeToAddTo();
          for (int row = 0; row < x.rows; row++) {
            for (int i = 0; i < places.length; i++) {
              if (places[i] >= 0) {
                slope[row * x.columns + places[i]] += y.slope[row * places.length + i];
              }
            }
          }
        });
  }

  /** The result of an operation of another class, and its way back. */
  Matrix own(Matrix result, Runnable back) {
    return remember(result, back);
  }
}
