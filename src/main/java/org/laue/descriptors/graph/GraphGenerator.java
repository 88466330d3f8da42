package org.laue.descriptors.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.laue.UserException;
import org.laue.descriptors.Descriptor;
import org.laue.structure.Atoms;
import org.laue.structure.Crystal;
import org.laue.structure.Element;
import org.laue.structure.Neighbours;

/**
 * Makes graphs of crystals: each atom is bound to every periodic neighbour within the cutoff,
 * images of itself among them. Whatever cell a crystal is given in, means over the atoms and over
 * the bonds are the same. Deterministic; keeps no state.
 */
public final class GraphGenerator implements Descriptor {
  private static final long serialVersionUID = 1L;

  /** In tables, models and commands. */
  public static final String NAME = "graph";

  /** More would take a network minutes and gigabytes; 256 atoms have some 13,000. */
  static final int MOST_BONDS = 200_000;

  /** A neighbour at the cutoff itself is one, however its distance is rounded; angstrom. */
  private static final double ROUNDING = 1e-6;

  /** Neighbours whose distances differ by less are equally far; angstrom. */
  private static final double SHELL = 1e-3;

  private final GraphSettings settings;

  public GraphGenerator(GraphSettings settings) {
    this.settings = settings;
  }

  private record Bond(int target, double distance) {
    private static final Comparator<Bond> BY_DISTANCE =
        Comparator.comparingDouble(Bond::distance).thenComparingInt(Bond::target);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String table() {
    return "graphs";
  }

  @Override
  public Map<String, String> settings() {
    return settings.toMap();
  }

  /** One list, as long as the graph is large: see {@link CrystalGraph#values}. */
  @Override
  public int[] shape() {
    return new int[] {VARYING};
  }

  @Override
  public float[] values(Atoms structure) {
    if (!(structure instanceof Crystal crystal)) {
      throw new UserException(
          "A graph is made of a crystal's periodic neighbours; these atoms have no lattice");
    }
    return of(crystal).values();
  }

  /**
   * The graph of a crystal in any cell.
   *
   * @throws UserException if an atom has no neighbour within the cutoff, or there are too many
   */
  public CrystalGraph of(Crystal crystal) {
    Neighbours neighbours = Neighbours.within(crystal, settings.cutoff() + ROUNDING);
    List<List<Bond>> bonds = new ArrayList<>(crystal.atomCount());
    int count = 0;
    for (int atom = 0; atom < crystal.atomCount(); atom++) {
      List<Bond> own = bonds(neighbours, atom, count);
      if (own.isEmpty()) {
        throw new UserException(isolated(crystal, atom));
      }
      bonds.add(own);
      count += own.size();
    }
    return graph(crystal.atomicNumbers(), bonds, count);
  }

  private String isolated(Crystal crystal, int atom) {
    return "Atom %d (%s) has no neighbour within %s angstrom; isolated atoms make no graph (graph.cutoff)"
        .formatted(atom + 1, Element.of(crystal.atomicNumber(atom)).symbol(), settings.cutoff());
  }

  private List<Bond> bonds(Neighbours neighbours, int atom, int before) {
    List<Bond> own = new ArrayList<>();
    neighbours.forEach(
        atom,
        (other, dx, dy, dz, distance) -> {
          if (before + own.size() >= MOST_BONDS) {
            throw new UserException(
                "The crystal has more than %d bonds within %s angstrom; give a smaller cell or a smaller graph.cutoff"
                    .formatted(MOST_BONDS, settings.cutoff()));
          }
          own.add(new Bond(other, distance));
        });
    own.sort(Bond.BY_DISTANCE);
    return settings.nearest() == 0 ? own : nearest(own);
  }

  /** The shell of the last is kept whole, or the choice would depend on the cell. */
  private List<Bond> nearest(List<Bond> sorted) {
    if (sorted.size() <= settings.nearest()) {
      return sorted;
    }
    double last = sorted.get(settings.nearest() - 1).distance() + SHELL;
    return sorted.stream().takeWhile(bond -> bond.distance() <= last).toList();
  }

  private static CrystalGraph graph(int[] elements, List<List<Bond>> bonds, int count) {
    int[] sources = new int[count];
    int[] targets = new int[count];
    float[] distances = new float[count];
    int next = 0;
    for (int atom = 0; atom < elements.length; atom++) {
      for (Bond bond : bonds.get(atom)) {
        sources[next] = atom;
        targets[next] = bond.target();
        distances[next++] = (float) bond.distance();
      }
    }
    return CrystalGraph.of(elements, sources, targets, distances);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GraphGenerator that && settings.equals(that.settings);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }
}
