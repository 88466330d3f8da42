package org.laue.descriptors.image;

import org.laue.descriptors.image.QuarterDetector.Component;

/**
 * Sums over columns of atoms, as in a crystal that is not displaced.
 *
 * <p>The four products of {cos, sin} A and {cos, sin} B, each times exp(-2 pi i C), serve all signs
 * of A and B. A column shares A and B; of its atoms only exp(-2 pi i C) is summed. One family after
 * another walks through all columns: its eight sums and six phases fit the first-level cache, while
 * to keep phases for the next family would cost more than to make them again.
 */
final class ColumnSums {
  /** Real and imaginary part for each of cos A cos B, cos A sin B, sin A cos B, sin A sin B. */
  private static final int PARTS = 8;

  /** Buffers taken. */
  static final int BUFFERS = PARTS + 2 * PhaseFactor.BUFFERS + HeightPhases.BUFFERS + 1;

  private final QuarterDetector detector;
  private final int lanes;
  private final float[][] sums;
  private final PhaseFactor first;
  private final PhaseFactor second;
  private final HeightPhases third;
  private final float[] half;
  private final float[][] both;

  ColumnSums(QuarterDetector detector, Phases.Buffers buffers) {
    this.detector = detector;
    this.lanes = detector.lanes();
    this.sums = buffers.take(PARTS);
    this.first = new PhaseFactor(buffers, lanes);
    this.second = new PhaseFactor(buffers, lanes);
    this.third = new HeightPhases(buffers, lanes);
    this.half = buffers.take(1)[0];
    this.both = new Phases.Buffers(2, detector.bothSigns()).take(2);
  }

  /** Adds the atoms of one element. */
  void add(Columns columns, Amplitudes amplitudes, float[] weight) {
    for (Family family : Family.ALL) {
      Phases.clear(sums);
      first.begin(detector.component(Component.X));
      second.begin(detector.component(family.componentB()));
      third.begin(columns, detector.component(family.componentC()));
      for (int column = 0; column < columns.count(); column++) {
        addProducts(
            first.at(columns.a(family, column)),
            second.at(columns.b(family, column)),
            third.sum(column));
      }
      addTo(amplitudes, family, 1, weight);
      addTo(amplitudes, family, -1, weight);
    }
  }

  private void addProducts(float[][] a, float[][] b, float[][] c) {
    for (int i = 0; i < 4; i++) {
      Phases.addProducts(a[i / 2], b[i % 2], c[0], c[1], sums[2 * i], sums[2 * i + 1], lanes);
    }
  }

  private void addTo(Amplitudes amplitudes, Family family, int signA, float[] weight) {
    combine(signA, 1, 0);
    combine(signA, -1, lanes);
    amplitudes.add(family, signA, weight, both);
  }

  /** Amplitude for signs of A and B from the products. */
  private void combine(int signA, int signB, int offset) {
    float[][] t = sums;
    int product = -signA * signB;
    Phases.combine(t[0], t[3], -signB, t[5], -signA, t[6], product, half, lanes);
    System.arraycopy(half, 0, both[0], offset, detector.pixels());
    Phases.combine(t[1], t[2], signB, t[4], signA, t[7], product, half, lanes);
    System.arraycopy(half, 0, both[1], offset, detector.pixels());
  }

  /** exp(-2 pi i s x) for one component s of all lanes; the last is kept, as columns share x1. */
  private static final class PhaseFactor {
    /** Buffers taken. */
    static final int BUFFERS = 2;

    private final float[][] phases;
    private final int lanes;
    private float[] component;
    private float last;

    PhaseFactor(Phases.Buffers buffers, int lanes) {
      this.phases = buffers.take(BUFFERS);
      this.lanes = lanes;
    }

    /** Turns to another component. */
    void begin(float[] component) {
      this.component = component;
      this.last = Float.NaN;
    }

    /** Real and imaginary part [2][lanes], good until the next call. */
    float[][] at(float x) {
      if (x != last) {
        Phases.turn(component, x, phases[0], phases[1], lanes);
        last = x;
      }
      return phases;
    }
  }

  /** Sums of exp(-2 pi i s x3) over the atoms of a column, for one component s of all lanes. */
  private static final class HeightPhases {
    /** Buffers taken. */
    static final int BUFFERS = 4 + 2 * Columns.TABLE;

    private final int lanes;
    private final float[][] total;
    private final float[][] next;
    private final float[][][] table = new float[Columns.TABLE][][];
    private Columns columns;
    private float[] component;

    HeightPhases(Phases.Buffers buffers, int lanes) {
      this.lanes = lanes;
      this.total = buffers.take(2);
      this.next = buffers.take(2);
      for (int i = 0; i < table.length; i++) {
        table[i] = buffers.take(2);
      }
    }

    /** Turns to other columns or another component. */
    void begin(Columns columns, float[] component) {
      this.columns = columns;
      this.component = component;
      if (columns.fewHeights()) {
        for (int i = 0; i < columns.distinctHeights(); i++) {
          turn(columns.height(i), table[i]);
        }
      }
    }

    /**
     * Real and imaginary part [2][lanes] of a column's sum, good until the next call.
     *
     * @param column which has an atom at least
     */
    float[][] sum(int column) {
      int from = columns.first(column);
      int to = columns.first(column + 1);
      float[][] first = phases(from, total);
      if (to == from + 1) {
        return first;
      }
      float[][] second = phases(from + 1, next);
      Phases.sum(first[0], first[1], second[0], second[1], total[0], total[1], lanes);
      for (int atom = from + 2; atom < to; atom++) {
        float[][] phases = phases(atom, next);
        Phases.add(phases[0], phases[1], total[0], total[1], lanes);
      }
      return total;
    }

    private float[][] phases(int atom, float[][] scratch) {
      if (columns.fewHeights()) {
        return table[columns.heightNumber(atom)];
      }
      turn(columns.x3(atom), scratch);
      return scratch;
    }

    private void turn(float x, float[][] out) {
      Phases.turn(component, x, out[0], out[1], lanes);
    }
  }
}
