package org.laue.learning.sen;

import java.util.Arrays;
import org.laue.learning.graphs.Rows;

/**
 * The atoms of each crystal attend to each other, by their features as they are (scale 1 over the
 * root of their number), and the mean of what they find is taken. The published program lets the
 * crystals of a batch attend to each other instead, so that an answer depends on its neighbours.
 */
final class Pooling {
  private final int[] group;
  private final float[] perMember;
  private final Matrix x;
  private final Matrix pooled;

  /** How much each atom counts in the mean of its crystal. */
  private final float[] share;

  /** Softmax of each atom over the atoms of its crystal, one after the other. */
  private final float[][] attention;

  private Pooling(Matrix x, int[] group, float[] perMember) {
    this.x = x;
    this.group = group;
    this.perMember = perMember;
    this.pooled = new Matrix(perMember.length, x.columns);
    this.share = new float[x.rows];
    this.attention = new float[x.rows][];
  }

  /**
   * @param group the crystal of each row, those of a crystal one after the other
   * @param perMember one over the number of rows of each crystal
   * @return [crystals][columns]
   */
  static Matrix of(Tape tape, Matrix x, int[] group, float[] perMember) {
    Pooling pooling = new Pooling(x, group, perMember);
    pooling.forward();
    return tape.own(pooling.pooled, pooling::back);
  }

  private int end(int first) {
    int end = first;
    while (end < group.length && group[end] == group[first]) {
      end++;
    }
    return end;
  }

  private void forward() {
    float scale = (float) (1 / Math.sqrt(x.columns));
    for (int first = 0; first < x.rows; first = end(first)) {
      int end = end(first);
      for (int i = first; i < end; i++) {
        float[] row = new float[end - first];
        for (int j = first; j < end; j++) {
          row[j - first] = scale * Rows.dot(x.value, i, x.value, j, x.columns);
        }
        Tape.softmax(row, row.length, 1);
        attention[i] = row;
        for (int j = first; j < end; j++) {
          share[j] += row[j - first] * perMember[group[i]];
        }
      }
      for (int j = first; j < end; j++) {
        Rows.add(pooled.value, group[j], share[j], x.value, j, x.columns);
      }
    }
  }

  private void back() {
    float scale = (float) (1 / Math.sqrt(x.columns));
    float[] slope = x.slopeToAddTo();
    float[] ofShare = new float[x.rows];
    for (int j = 0; j < x.rows; j++) {
      ofShare[j] = Rows.dot(x.value, j, pooled.slope, group[j], x.columns);
      Rows.add(slope, j, share[j], pooled.slope, group[j], x.columns);
    }
    for (int first = 0; first < x.rows; first = end(first)) {
      int end = end(first);
      for (int i = first; i < end; i++) {
        float[] row = attention[i];
        float mean = 0;
        for (int j = first; j < end; j++) {
          mean += row[j - first] * ofShare[j];
        }
        for (int j = first; j < end; j++) {
          float factor = scale * perMember[group[i]] * row[j - first] * (ofShare[j] - mean);
          Rows.add(slope, i, factor, x.value, j, x.columns);
          Rows.add(slope, j, factor, x.value, i, x.columns);
        }
      }
    }
    Arrays.fill(attention, null);
  }
}
