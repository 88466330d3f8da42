package org.laue.learning.sen;

import java.util.Arrays;

/**
 * The vector of a crystal, seen as an image of 16 x 16, becomes 16 capsules: parts with a pose, a
 * feature vector and a presence (after the stacked capsule autoencoders of Kosiorek et al., arXiv
 * 1906.06818). Of each capsule's pose and features one number is made, once more times its
 * presence.
 */
final class Capsules {
  /** Length of the crystal's vector. */
  static final int INPUT = 256;

  /** What comes out beside the crystal's vector: a number a capsule, twice. */
  static final int OUTPUT = 32;

  static final int COUNT = 16;
  private static final int POSE = 6;
  private static final int FEATURES = 16;
  private static final int PART = POSE + FEATURES + 1;
  private static final int EDGE = 16;
  private static final int POSITIONS = 16;
  private static final int[] STRIDES = {2, 2, 1, 1};

  /** Largest noise of a presence in training, either way. */
  static final float NOISE = 2;

  private final int kernels;
  private final Weights.Linear[] convolutions = new Weights.Linear[STRIDES.length];
  private final Weights.Linear parts;
  private final Weights.Linear poseFirst;
  private final Weights.Linear poseSecond;
  private final Weights.Linear score;
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
    poseFirst = weights.linear(4, 9);
    poseSecond = weights.linear(36, 1);
    score = weights.linear(POSE + FEATURES, 1);
  }

  /**
   * Places of an image's numbers, [row][column][channel], that a convolution of the same size looks
   * at, for each place of the result; zeros outside, the larger half of them behind.
   */
  private static int[] patches(int height, int width, int channels, int kernel, int stride) {
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
   * @param z [crystals][256]
   * @param noise [crystals][16] added to the presences; zeros for an answer
   * @return [crystals][32]
   */
  Matrix of(Tape tape, Matrix z, float[] noise) {
    Matrix capsules = parts(tape, features(tape, z));
    Matrix pose = affine(tape, tape.columns(capsules, 0, POSE));
    Matrix features = tape.columns(capsules, POSE, POSE + FEATURES);
    Matrix logits = tape.reshaped(tape.columns(capsules, POSE + FEATURES, PART), COUNT);
    Matrix presence =
        tape.softmax(tape.sum(logits, Matrix.given(z.rows, COUNT, noise), 1), COUNT, 1);
    Matrix seen = tape.beside(pose(tape, pose, z.rows), features);
    Matrix scores = tape.reshaped(tape.linear(seen, score), COUNT);
    return tape.beside(scores, tape.times(scores, presence));
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

  /** The poses of a crystal's capsules, seen as an image of 16 x 6, twice filtered by 2 x 2. */
  private Matrix pose(Tape tape, Matrix affine, int crystals) {
    int[] first = patches(COUNT, POSE, 1, 2, 1);
    int[] second = patches(COUNT, POSE, 9, 2, 1);
    Matrix image = tape.reshaped(affine, COUNT * POSE);
    Matrix maps = tape.linear(tape.reshaped(tape.picked(image, first), 4), poseFirst);
    Matrix wide = tape.reshaped(maps, maps.value.length / crystals);
    Matrix seen = tape.linear(tape.reshaped(tape.picked(wide, second), 36), poseSecond);
    return tape.reshaped(seen, POSE);
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
