package org.laue.fingerprints;

import java.util.Arrays;
import org.laue.fingerprints.QuarterDetector.Component;

/**
 * Sums over atoms for all six orientations on one quarter of the detector.
 *
 * <p>The phase of an atom is a sum A + B + C. At the four pixels (+-X, +-Y), and with -45 and +45
 * degrees exchanged, only the signs of A and B differ, so the four products of {cos, sin} A and
 * {cos, sin} B, each times exp(-2 pi i C), serve eight amplitudes. With D = (S_y - S_z)/sqrt 2 and
 * E = (S_y + S_z)/sqrt 2 there are five such families:
 *
 * <pre>
 * rotation about x   A = S_x x1   B = D x2   C = E x3      and B, C = E x2, D x3
 * rotation about y   A = S_x x2   B = D x1   C = E x3      and B, C = E x1, D x3   (X, Y exchanged)
 * rotation about z   A = S_x u    B = S_y v  C = S_z x3    u, v = (x1 + x2, x2 - x1)/sqrt 2
 * </pre>
 *
 * Atoms of equal x1 and x2, a column, share A and B; of them only exp(-2 pi i C) is summed.
 */
final class PhaseSums {
  static final int FAMILIES = 5;

  /** Real and imaginary part for each of cos A cos B, cos A sin B, sin A cos B, sin A sin B. */
  static final int PARTS = 8;

  private static final float HALF_ROOT = (float) Math.sqrt(0.5);

  private final QuarterDetector detector;
  private final int lanes;
  private final float[][] sums;
  private final float[][] totals;

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

  PhaseSums(QuarterDetector detector) {
    this.detector = detector;
    this.lanes = detector.lanes();
    this.sums = arrays(FAMILIES * PARTS);
    this.totals = arrays(FAMILIES * PARTS);
    this.xAlong1 = arrays(2);
    this.xAlong2 = arrays(2);
    this.differenceAlong1 = arrays(2);
    this.differenceAlong2 = arrays(2);
    this.sumAlong1 = arrays(2);
    this.sumAlong2 = arrays(2);
    this.xAlongU = arrays(2);
    this.yAlongV = arrays(2);
    this.differenceAlong3 = arrays(2);
    this.sumAlong3 = arrays(2);
    this.zAlong3 = arrays(2);
    this.next = arrays(2);
  }

  /**
   * Arrays one after another whose data lie a whole number of cache lines apart: with the 16 bytes
   * of an array header, 16 k + 12 floats fill whole lines.
   */
  private float[][] arrays(int count) {
    return new float[count][(lanes + 15) / 16 * 16 + 12];
  }

  void clear() {
    for (float[] total : totals) {
      Arrays.fill(total, 0);
    }
  }

  /** Opens a column of atoms at (x1, x2), bond lengths. */
  void beginColumn(float x1, float x2) {
    turn(Component.X, x1, xAlong1);
    turn(Component.X, x2, xAlong2);
    turn(Component.DIFFERENCE, x1, differenceAlong1);
    turn(Component.DIFFERENCE, x2, differenceAlong2);
    turn(Component.SUM, x1, sumAlong1);
    turn(Component.SUM, x2, sumAlong2);
    turn(Component.X, HALF_ROOT * (x1 + x2), xAlongU);
    turn(Component.Y, HALF_ROOT * (x2 - x1), yAlongV);
  }

  /** The first atom of a column. */
  void first(float x3) {
    turn(Component.DIFFERENCE, x3, differenceAlong3);
    turn(Component.SUM, x3, sumAlong3);
    turn(Component.Z, x3, zAlong3);
  }

  /** Each further atom of a column. */
  void further(float x3) {
    add(Component.DIFFERENCE, x3, differenceAlong3);
    add(Component.SUM, x3, sumAlong3);
    add(Component.Z, x3, zAlong3);
  }

  void endColumn() {
    addFamily(0, xAlong1, differenceAlong2, sumAlong3);
    addFamily(1, xAlong1, sumAlong2, differenceAlong3);
    addFamily(2, xAlong2, differenceAlong1, sumAlong3);
    addFamily(3, xAlong2, sumAlong1, differenceAlong3);
    addFamily(4, xAlongU, yAlongV, zAlong3);
  }

  /** Closes a group of atoms of one element: weighs its sums and starts the next from zero. */
  void endElement(int atomicNumber) {
    float[] weight = detector.formFactor(atomicNumber);
    for (int i = 0; i < sums.length; i++) {
      Phases.addWeighted(weight, sums[i], totals[i], lanes);
      Arrays.fill(sums[i], 0);
    }
  }

  /**
   * Amplitude of a family over all lanes for signs of A and B.
   *
   * @param real [lanes], written; imaginary likewise
   */
  void amplitude(int family, int signA, int signB, float[] real, float[] imaginary) {
    float[][] t = new float[PARTS][];
    System.arraycopy(totals, PARTS * family, t, 0, PARTS);
    int both = -signA * signB;
    Phases.combine(t[0], t[3], -signB, t[5], -signA, t[6], both, real, lanes);
    Phases.combine(t[1], t[2], signB, t[4], signA, t[7], both, imaginary, lanes);
  }

  private void addFamily(int family, float[][] a, float[][] b, float[][] c) {
    for (int i = 0; i < 4; i++) {
      int part = PARTS * family + 2 * i;
      Phases.addProducts(a[i / 2], b[i % 2], c[0], c[1], sums[part], sums[part + 1], lanes);
    }
  }

  private void turn(Component component, float x, float[][] out) {
    Phases.turn(detector.component(component), x, out[0], out[1], lanes);
  }

  private void add(Component component, float x, float[][] out) {
    turn(component, x, next);
    Phases.add(next[0], next[1], out[0], out[1], lanes);
  }
}
