package org.laue.cli;

import org.laue.descriptors.graph.GraphSettings;
import picocli.CommandLine.Option;

/** How crystals become graphs; the defaults are those of a study. */
final class GraphOptions {
  private static final GraphSettings DEFAULT = GraphSettings.defaults();

  @Option(
      names = "--cutoff",
      paramLabel = "ANGSTROM",
      description = "Of a graph: the farthest neighbour (default: ${DEFAULT-VALUE}).")
  private double cutoff = DEFAULT.cutoff();

  @Option(
      names = "--nearest",
      paramLabel = "N",
      description = "Of a graph: only the N nearest neighbours of an atom (default: 0, all).")
  private int nearest = DEFAULT.nearest();

  GraphSettings settings() {
    return new GraphSettings(cutoff, nearest);
  }
}
