package org.laue.learning.sen;

import org.laue.learning.graphs.Weights;

/** Of each capsule's pose and features one number, once more times its presence. */
final class CapsuleScores {
  /** Numbers of a crystal: one a capsule, twice. */
  static final int OUTPUT = 2 * Capsules.COUNT;

  private final Weights.Linear poseFirst;
  private final Weights.Linear poseSecond;
  private final Weights.Linear score;

  CapsuleScores(Weights weights) {
    poseFirst = weights.linear(4, 9);
    poseSecond = weights.linear(36, 1);
    score = weights.linear(Capsules.POSE + Capsules.FEATURES, 1);
  }

  /** [crystals][32]. */
  Matrix of(Tape tape, Capsules.Parts parts) {
    Matrix seen = tape.beside(pose(tape, parts), parts.features());
    Matrix scores = tape.reshaped(tape.linear(seen, score), Capsules.COUNT);
    return tape.beside(scores, tape.times(scores, parts.presence()));
  }

  /** The poses of a crystal's capsules, seen as an image of 16 x 6, twice filtered by 2 x 2. */
  private Matrix pose(Tape tape, Capsules.Parts parts) {
    int[] first = Capsules.patches(Capsules.COUNT, Capsules.POSE, 1, 2, 1);
    int[] second = Capsules.patches(Capsules.COUNT, Capsules.POSE, 9, 2, 1);
    Matrix image = tape.reshaped(parts.pose(), Capsules.COUNT * Capsules.POSE);
    Matrix maps = tape.linear(tape.reshaped(tape.picked(image, first), 4), poseFirst);
    Matrix wide = tape.reshaped(maps, maps.value.length / image.rows);
    Matrix seen = tape.linear(tape.reshaped(tape.picked(wide, second), 36), poseSecond);
    return tape.reshaped(seen, Capsules.POSE);
  }
}
