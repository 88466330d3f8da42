package org.laue.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.laue.api.rows.RowFunction;
import org.laue.descriptors.NpyWriter;
import org.laue.descriptors.graph.CrystalGraph;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.formats.io.ParsedStructure;

/** The graph of one crystal with what is to be known of it. */
record GraphRows(GraphGenerator generator) implements RowFunction {
  /** Both atoms, their elements, the length. */
  private static final int WIDTH = 5;

  @Override
  public List<String> columns() {
    return List.of(
        "file", "formula", "atoms", "bonds", "bonds_per_atom", "shortest_angstrom", "warning");
  }

  @Override
  public List<Object> apply(ParsedStructure structure) {
    CrystalGraph graph = generator.of(structure.requireElements().inItsCell());
    float shortest = Float.POSITIVE_INFINITY;
    for (float distance : graph.distances()) {
      shortest = Math.min(shortest, distance);
    }
    return Arrays.asList(
        file(graph),
        structure.atoms().formula(),
        graph.atomCount(),
        graph.bondCount(),
        (double) graph.bondCount() / graph.atomCount(),
        (double) shortest,
        structure.warning());
  }

  private static PictureFiles file(CrystalGraph graph) {
    try (ByteArrayOutputStream npy = new ByteArrayOutputStream()) {
      NpyWriter.write(table(graph), new int[] {graph.bondCount(), WIDTH}, npy);
      return new PictureFiles().with(".npy", npy.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[] table(CrystalGraph graph) {
    int[] elements = graph.elements();
    int[] sources = graph.sources();
    int[] targets = graph.targets();
    float[] distances = graph.distances();
    float[] table = new float[WIDTH * distances.length];
    for (int bond = 0; bond < distances.length; bond++) {
      int at = WIDTH * bond;
      table[at] = sources[bond];
      table[at + 1] = targets[bond];
      table[at + 2] = elements[sources[bond]];
      table[at + 3] = elements[targets[bond]];
      table[at + 4] = distances[bond];
    }
    return table;
  }
}
