package org.laue.fingerprints;

import java.util.Arrays;

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

  private static final int BATCH = 4;

  private final QuarterDetector detector;
  private final int lanes;
  private final float[][] sums;
  private final float[][] totals;

  /** Columns whose phases are known but not yet in the sums. */
  private final ColumnPhases[] batch = new ColumnPhases[BATCH];

  private int waiting;

  PhaseSums(QuarterDetector detector) {
    this.detector = detector;
    this.lanes = detector.lanes();
    this.sums = arrays(FAMILIES * PARTS);
    this.totals = arrays(FAMILIES * PARTS);
    for (int i = 0; i < BATCH; i++) {
      batch[i] = new ColumnPhases(detector);
    }
  }

  private float[][] arrays(int count) {
    return Phases.alignedArrays(count, lanes);
  }

  void clear() {
    for (float[] total : totals) {
      Arrays.fill(total, 0);
    }
  }

  /** Opens a column of atoms at (x1, x2), bond lengths. */
  void beginColumn(float x1, float x2) {
    if (waiting == BATCH) {
      flush();
    }
    batch[waiting++].begin(x1, x2);
  }

  /** Adds an atom at height x3 to the open column. */
  void addAtom(float x3) {
    batch[waiting - 1].addAtom(x3);
  }

  /**
   * Adds the waiting columns, family by family: eight sums and six phases fit the first-level cache
   * where forty sums would not.
   */
  private void flush() {
    for (int family = 0; family < FAMILIES; family++) {
      for (int i = 0; i < waiting; i++) {
        ColumnPhases column = batch[i];
        addFamily(family, column.a(family), column.b(family), column.c(family));
      }
    }
    waiting = 0;
  }

  /** Closes a group of atoms of one element: weighs its sums and starts the next from zero. */
  void endElement(int atomicNumber) {
    flush();
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
}
