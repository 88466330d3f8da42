package org.laue.descriptors.image;

/** Sums of exp(-2 pi i s x3) over the atoms of a column, for one component s of all lanes. */
final class HeightPhases {
  /** Buffers taken. */
  static final int BUFFERS = 4 + 2 * Columns.TABLE;

  private final int lanes;
  private final float[][] total;
  private final float[][] next;
  private final float[][][] table = new float[Columns.TABLE][][];
  private Columns columns;
  private float[] component;

  HeightPhases(LaneBuffers buffers, int lanes) {
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
