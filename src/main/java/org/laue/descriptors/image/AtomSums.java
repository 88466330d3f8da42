package org.laue.descriptors.image;

import org.laue.descriptors.image.QuarterDetector.Component;

/**
 * Sums over atoms that share no coordinates, as in a displaced crystal: one phase for each atom,
 * lane and pair of signs. Both signs of B run in one loop of twice the lanes.
 */
final class AtomSums {
  /** Buffers taken. */
  static final int BUFFERS = 5;

  /** Columns whose sums run in one go; more would lose digits to the size of the sums. */
  private static final int AT_ONCE = 512;

  private final QuarterDetector detector;
  private final float[] rest;
  private final float[][] plus;
  private final float[][] minus;

  AtomSums(QuarterDetector detector, Phases.Buffers buffers) {
    this.detector = detector;
    this.rest = buffers.take(1)[0];
    this.plus = buffers.take(2);
    this.minus = buffers.take(2);
  }

  /** Adds the atoms of one element. */
  void add(Columns columns, Amplitudes amplitudes, float[] weight) {
    for (int from = 0; from < columns.count(); from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, columns.count());
      int atoms = columns.first(to) - columns.first(from);
      for (Family family : Family.ALL) {
        Phases.clear(plus);
        Phases.clear(minus);
        for (int column = from; column < to; column++) {
          addColumn(family, columns, column);
        }
        addTo(amplitudes, family, 1, weight, atoms, plus);
        addTo(amplitudes, family, -1, weight, atoms, minus);
      }
    }
  }

  /** The real sums hold 1 - cos of every atom. */
  private void addTo(
      Amplitudes amplitudes, Family family, int signA, float[] weight, int atoms, float[][] sums) {
    Phases.subtractFrom(atoms, sums[0], detector.bothSigns());
    amplitudes.add(family, signA, weight, sums);
  }

  private void addColumn(Family family, Columns columns, int column) {
    int lanes = detector.bothSigns();
    float[] x = detector.twice(Component.X);
    float[] second = detector.mirrored(family.componentB());
    float[] third = detector.twice(family.componentC());
    float a = columns.a(family, column);
    float b = columns.b(family, column);
    for (int atom = columns.first(column); atom < columns.first(column + 1); atom++) {
      Phases.product(second, b, third, columns.x3(atom), rest, lanes);
      Phases.addTurned(x, a, rest, plus[0], plus[1], lanes);
      Phases.addTurned(x, -a, rest, minus[0], minus[1], lanes);
    }
  }
}
