package org.laue.learning.sen;

import java.util.Arrays;
import org.laue.learning.graphs.Weights;

/**
 * The vector of a crystal, seen as an image of 16 x 16, becomes 16 capsules: parts with a pose, a
 * feature vector and a presence (after the stacked capsule autoencoders of Kosiorek et al., arXiv
 * 1906.06818).
 */
final class Capsules {
  /** Length of the crystal's vector. */
  static final int INPUT = 256;

  static final int COUNT = 16;
  static final int POSE = 6;
  static final int FEATURES = 16;

  /** Numbers of a capsule. */
  static final int PART = POSE + FEATURES + 1;

  private static final int EDGE = 16;
  private static final int POSITIONS = 16;
  private static final int[] STRIDES = {2, 2, 1, 1};

  /** Largest noise of a presence in training, either way. */
  static final float NOISE = 2;

  private final int kernels;
  private final Weights.Linear[] convolutions = new Weights.Linear[STRIDES.length];
  private final Weights.Linear parts;
  private final int[][] patches = new int[STRIDES.length][];

  Capsules(Weights weights, int kernels) {
    this.kernels = kernels;
    int channels = 1;
    int edge = EDGE;
    for (int i = 0; i < STRIDES.length; i++) {
      convolutions[i] = weights.linear(9 * channels, kernels);
      patches[i] = patches(edge, edge, channels, 3, STRIDES[i]);
      edge /= STRIDES[i];
      channels = kernels;
    }
    parts = weights.linear(kernels, COUNT * PART + COUNT);
  }

  /**
   * Places of an image's numbers, [row][column][channel], that a convolution of the same size looks
   * at, for each place of the result; zeros outside, the larger half of them behind.
   */
  static int[] patches(int height, int width, int channels, int kernel, int stride) {
    int down = height / stride;
    int across = width / stride;
    int before = Math.max(0, (down - 1) * stride + kernel - height) / 2;
    int[] places = new int[down * across * kernel * kernel * channels];
    int next = 0;
    for (int position = 0; position < down * across; position++) {
      for (int tap = 0; tap < kernel * kernel; tap++) {
        int row = position / across * stride + tap / kernel - before;
        int column = position % across * stride + tap % kernel - before;
        boolean inside = row >= 0 && row < height && column >= 0 && column < width;
        for (int c = 0; c < channels; c++) {
          places[next++] = inside ? (row * width + column) * channels + c : -1;
        }
      }
    }
    return places;
  }

  /**
   * The capsules of some crystals, those of a crystal one after the other.
   *
   * @param pose entries of affine maps, [crystals * 16][6]
   * @param features [crystals * 16][16]
   * @param presence [crystals][16], each row adds up to 1
   */
  record Parts(Matrix pose, Matrix features, Matrix presence) {
    /**
     * All in one, with one minus the presence, [crystals * 16][23]; nobody may look at them then.
     */
    Matrix together(Tape tape) {
      float[] ones = new float[pose.rows];
      Arrays.fill(ones, 1);
      Matrix absence = tape.sum(Matrix.given(ones.length, 1, ones), tape.reshaped(presence, 1), -1);
      return tape.beside(pose, features, absence);
    }
  }

  /**
   * @param z [crystals][256]
   * @param noise [crystals][16] added to the presences; zeros for an answer
   */
  Parts of(Tape tape, Matrix z, float[] noise) {
    Matrix capsules = parts(tape, features(tape, z));
    Matrix pose = affine(tape, tape.columns(capsules, 0, POSE));
    Matrix features = tape.columns(capsules, POSE, POSE + FEATURES);
    Matrix logits = tape.reshaped(tape.columns(capsules, POSE + FEATURES, PART), COUNT);
    Matrix presence =
        tape.softmax(tape.sum(logits, Matrix.given(z.rows, COUNT, noise), 1), COUNT, 1);
    return new Parts(pose, features, presence);
  }

  /** [crystals * positions][kernels]. */
  private Matrix features(Tape tape, Matrix z) {
    Matrix maps = z;
    for (int i = 0; i < convolutions.length; i++) {
      Matrix patch = tape.picked(maps, patches[i]);
      Matrix flat = tape.reshaped(patch, convolutions[i].weights().rows());
      Matrix filtered = tape.selu(tape.linear(flat, convolutions[i]));
      maps = tape.reshaped(filtered, filtered.value.length / z.rows);
    }
    return tape.reshaped(maps, kernels);
  }

  /** Parts of every position, weighted by the attention of each capsule, [crystals * 16][23]. */
  private Matrix parts(Tape tape, Matrix features) {
    Matrix all = tape.linear(features, parts);
    int crystals = all.rows / POSITIONS;
    int[] crystal = new int[all.rows];
    for (int row = 0; row < all.rows; row++) {
      crystal[row] = row / POSITIONS;
    }
    Matrix attention =
        tape.softmaxOfGroups(tape.columns(all, COUNT * PART, all.columns), crystal, crystals);
    Matrix weights = tape.reshaped(attention, 1);
    Matrix ofEach = tape.reshaped(tape.columns(all, 0, COUNT * PART), PART);
    int[] capsule = new int[ofEach.rows];
    float[] ones = new float[crystals * COUNT];
    Arrays.fill(ones, 1);
    for (int row = 0; row < capsule.length; row++) {
      capsule[row] = row / COUNT / POSITIONS * COUNT + row % COUNT;
    }
    return tape.sums(tape.timesRows(ofEach, weights), capsule, ones);
  }

  /**
   * Scales, angle, shear and shifts as the entries of an affine map, [rows][6].
   *
   * @param x raw numbers: two scales, angle, shear, two shifts
   */
  private static Matrix affine(Tape tape, Matrix x) {
    Matrix y = new Matrix(x.rows, POSE);
    Pose[] poses = new Pose[x.rows];
    for (int row = 0; row < x.rows; row++) {
      poses[row] = new Pose(x.value, row * POSE);
      poses[row].write(y.value, row * POSE);
    }
    return tape.own(
        y,
        () -> {
          float[] slope = x.slopeToAddTo();
          for (int row = 0; row < x.rows; row++) {
            poses[row].back(y.slope, slope, row * POSE);
          }
        });
  }
}
