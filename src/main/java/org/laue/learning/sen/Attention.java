package org.laue.learning.sen;

import java.util.Arrays;
import org.laue.learning.graphs.Rows;

/**
 * Rows look at rows: each takes the mean of what the others say, weighted by a softmax of its
 * likeness to them, which is the scalar product over the root of the width (Vaswani et al., arXiv
 * 1706.03762, equation 1). A group's rows look at the same group's only.
 */
final class Attention {
  private final Matrix queries;
  private final Matrix keys;
  private final Matrix values;
  private final Matrix heard;
  private final int asking;
  private final int members;
  private final float scale;

  /** Of each query over the members of its group. */
  private final float[][] weights;

  private Attention(Matrix queries, Matrix keys, Matrix values, int groups) {
    this.queries = queries;
    this.keys = keys;
    this.values = values;
    this.heard = new Matrix(queries.rows, values.columns);
    this.asking = queries.rows / groups;
    this.members = keys.rows / groups;
    this.scale = (float) (1 / Math.sqrt(keys.columns));
    this.weights = new float[queries.rows][members];
  }

  /**
   * @param queries [groups * any][width], those of a group one after the other; so are
   * @param keys [groups * members][width], and
   * @param values [groups * members][columns]
   * @return [groups * any][columns]
   */
  static Matrix of(Tape tape, Matrix queries, Matrix keys, Matrix values, int groups) {
    Attention attention = new Attention(queries, keys, values, groups);
    attention.forward();
    return tape.own(attention.heard, attention::back);
  }

  private void forward() {
    for (int i = 0; i < queries.rows; i++) {
      int first = i / asking * members;
      float[] row = weights[i];
      for (int j = 0; j < members; j++) {
        row[j] = scale * Rows.dot(queries.value, i, keys.value, first + j, keys.columns);
      }
      Tape.softmax(row, members, 1);
      for (int j = 0; j < members; j++) {
        Rows.add(heard.value, i, row[j], values.value, first + j, values.columns);
      }
    }
  }

  private void back() {
    float[] ofQueries = queries.slopeToAddTo();
    float[] ofKeys = keys.slopeToAddTo();
    float[] ofValues = values.slopeToAddTo();
    float[] ofWeights = new float[members];
    for (int i = 0; i < queries.rows; i++) {
      int first = i / asking * members;
      float[] row = weights[i];
      float mean = 0;
      for (int j = 0; j < members; j++) {
        ofWeights[j] = Rows.dot(heard.slope, i, values.value, first + j, values.columns);
        mean += row[j] * ofWeights[j];
        Rows.add(ofValues, first + j, row[j], heard.slope, i, values.columns);
      }
      for (int j = 0; j < members; j++) {
        float factor = scale * row[j] * (ofWeights[j] - mean);
        Rows.add(ofQueries, i, factor, keys.value, first + j, keys.columns);
        Rows.add(ofKeys, first + j, factor, queries.value, i, keys.columns);
      }
    }
    Arrays.fill(weights, null);
  }
}
