package org.laue.fingerprints;

import org.laue.fingerprints.QuarterDetector.Component;

/** exp(-2 pi i A), exp(-2 pi i B) and the summed exp(-2 pi i C) of a column; see PhaseSums. */
final class ColumnPhases {
  private static final float HALF_ROOT = (float) Math.sqrt(0.5);

  private final QuarterDetector detector;
  private final int lanes;

  // Real and imaginary part [2][lanes] of each phase factor.
  private final float[][] xAlong1;
  private final float[][] xAlong2;
  private final float[][] differenceAlong1;
  private final float[][] differenceAlong2;
  private final float[][] sumAlong1;
  private final float[][] sumAlong2;
  private final float[][] xAlongU;
  private final float[][] yAlongV;
  private final float[][] differenceAlong3;
  private final float[][] sumAlong3;
  private final float[][] zAlong3;
  private final float[][] next;
  private boolean empty;

  ColumnPhases(QuarterDetector detector) {
    this.detector = detector;
    this.lanes = detector.lanes();
    this.xAlong1 = pair();
    this.xAlong2 = pair();
    this.differenceAlong1 = pair();
    this.differenceAlong2 = pair();
    this.sumAlong1 = pair();
    this.sumAlong2 = pair();
    this.xAlongU = pair();
    this.yAlongV = pair();
    this.differenceAlong3 = pair();
    this.sumAlong3 = pair();
    this.zAlong3 = pair();
    this.next = pair();
  }

  private float[][] pair() {
    return Phases.alignedArrays(2, lanes);
  }

  /** Starts over at (x1, x2), bond lengths, without an atom. */
  void begin(float x1, float x2) {
    turn(Component.X, x1, xAlong1);
    turn(Component.X, x2, xAlong2);
    turn(Component.DIFFERENCE, x1, differenceAlong1);
    turn(Component.DIFFERENCE, x2, differenceAlong2);
    turn(Component.SUM, x1, sumAlong1);
    turn(Component.SUM, x2, sumAlong2);
    turn(Component.X, HALF_ROOT * (x1 + x2), xAlongU);
    turn(Component.Y, HALF_ROOT * (x2 - x1), yAlongV);
    empty = true;
  }

  void addAtom(float x3) {
    add(Component.DIFFERENCE, x3, differenceAlong3);
    add(Component.SUM, x3, sumAlong3);
    add(Component.Z, x3, zAlong3);
    empty = false;
  }

  float[][] a(int family) {
    return switch (family) {
      case 0, 1 -> xAlong1;
      case 2, 3 -> xAlong2;
      default -> xAlongU;
    };
  }

  float[][] b(int family) {
    return switch (family) {
      case 0 -> differenceAlong2;
      case 1 -> sumAlong2;
      case 2 -> differenceAlong1;
      case 3 -> sumAlong1;
      default -> yAlongV;
    };
  }

  float[][] c(int family) {
    return switch (family) {
      case 0, 2 -> sumAlong3;
      case 1, 3 -> differenceAlong3;
      default -> zAlong3;
    };
  }

  private void turn(Component component, float x, float[][] out) {
    Phases.turn(detector.component(component), x, out[0], out[1], lanes);
  }

  private void add(Component component, float x, float[][] out) {
    if (empty) {
      turn(component, x, out);
    } else {
      turn(component, x, next);
      Phases.add(next[0], next[1], out[0], out[1], lanes);
    }
  }
}
