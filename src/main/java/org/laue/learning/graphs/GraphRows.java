package org.laue.learning.graphs;

import java.util.List;
import org.laue.descriptors.graph.CrystalGraph;
import org.laue.learning.training.Example;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Some crystals as a matrix: in each row the seed of a showing, a graph, and zeros up to the length
 * of the longest.
 *
 * @param values [crystals][columns]
 */
public record GraphRows(float[] values, int crystals, int columns) {
  /** Values that go before a graph's own. */
  private static final int HEAD = 1;

  /** Bits of a draw that a float holds exactly. */
  private static final int SEED_BITS = 24;

  /** What one update learns from. */
  public static DataSet batch(List<Example> examples) {
    int longest = examples.stream().mapToInt(e -> e.values().length).max().orElse(0);
    float[] rows = new float[examples.size() * (HEAD + longest)];
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      int at = i * (HEAD + longest);
      rows[at] = (float) (example.draw() >>> (Long.SIZE - SEED_BITS));
      System.arraycopy(example.values(), 0, rows, at + HEAD, example.values().length);
    }
    float[][] targets = examples.stream().map(Example::target).toArray(float[][]::new);
    long[] shape = {examples.size(), HEAD + longest};
    return new DataSet(Nd4j.create(rows, shape, 'c'), Nd4j.createFromArray(targets));
  }

  /** Of what a showing of a crystal draws. */
  public long seed(int crystal) {
    return (long) values[crystal * columns];
  }

  public CrystalGraph graph(int crystal) {
    return CrystalGraph.ofValues(values, crystal * columns + HEAD);
  }
}
