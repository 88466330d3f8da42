package org.laue.descriptors.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.StableRandom;
import org.laue.UserException;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class GraphGeneratorTest {
  private static final GraphGenerator ALL = new GraphGenerator(GraphSettings.defaults());
  private static final GraphGenerator TWELVE =
      new GraphGenerator(GraphSettings.defaults().withNearest(12));

  /** From a primitive cell to a conventional one: P, I, F, C, and a sheared one. */
  private static final int[][] CELLS = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0, 1, 1, 1, 0, 1, 1, 1, 0},
    {-1, 1, 1, 1, -1, 1, 1, 1, -1},
    {1, 1, 0, -1, 1, 0, 0, 0, 1},
    {1, 2, 0, 0, 1, -1, 0, 0, 1}
  };

  static IntStream hundred() {
    return IntStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("hundred")
  void whatIsPooledIsThatOfTheCrystalInWhateverCellItIsGiven(int seed) {
    StableRandom random = new StableRandom(seed);
    Crystal primitive = random(random, seed);
    for (GraphGenerator graphs : List.of(ALL, TWELVE)) {
      double[] expected = pooled(graphs.of(primitive));
      for (Crystal same : sameCrystals(primitive, random, CELLS[seed % CELLS.length])) {
        assertThat(pooled(graphs.of(same))).containsExactly(expected, within(2e-6));
      }
    }
  }

  /** Every other one with cubic symmetry: whole shells lie at one distance. */
  private static Crystal random(StableRandom random, int seed) {
    int atoms = 1 + random.nextInt(5);
    int[] elements = new int[atoms];
    double[] fractional = new double[3 * atoms];
    for (int i = 0; i < atoms; i++) {
      elements[i] = 1 + random.nextInt(94);
      for (int axis = 0; axis < 3; axis++) {
        boolean quarters = seed % 2 == 0;
        fractional[3 * i + axis] = quarters ? random.nextInt(4) / 4.0 : random.nextDouble();
      }
    }
    double edge = random.nextDouble(2, 3.3);
    Lattice lattice =
        seed % 2 == 0
            ? Lattice.ofRows(0, edge, edge, edge, 0, edge, edge, edge, 0)
            : Lattice.ofParameters(
                edge,
                random.nextDouble(2.5, 6),
                random.nextDouble(2.5, 6),
                random.nextDouble(65, 115),
                random.nextDouble(65, 115),
                random.nextDouble(65, 115));
    return Crystal.of(lattice, elements, fractional);
  }

  private static List<Crystal> sameCrystals(Crystal crystal, StableRandom random, int[] cell) {
    return List.of(
        inCell(crystal, cell),
        crystal.supercell(2, 1, 2),
        rotated(crystal, random),
        reordered(crystal.supercell(1, 2, 1), random),
        shifted(crystal, random));
  }

  /** All atoms in a larger or another cell of the same lattice. */
  private static Crystal inCell(Crystal crystal, int[] cell) {
    Lattice lattice = crystal.lattice().transformed(Arrays.stream(cell).asDoubleStream().toArray());
    List<Integer> elements = new ArrayList<>();
    List<Double> places = new ArrayList<>();
    for (int n = 0; n < 7 * 7 * 7; n++) {
      double[] shift = {n / 49 - 3, n / 7 % 7 - 3, n % 7 - 3};
      double[] inside = lattice.toFractional(crystal.lattice().toCartesian(shift));
      if (Arrays.stream(inside).allMatch(x -> x > -1e-9 && x < 1 - 1e-9)) {
        for (int atom = 0; atom < crystal.atomCount(); atom++) {
          elements.add(crystal.atomicNumber(atom));
          for (int axis = 0; axis < 3; axis++) {
            places.add(crystal.fractional(atom, axis) + shift[axis]);
          }
        }
      }
    }
    double[] cartesian =
        crystal.lattice().toCartesian(places.stream().mapToDouble(Double::doubleValue).toArray());
    return Crystal.ofCartesian(
        lattice, elements.stream().mapToInt(Integer::intValue).toArray(), cartesian);
  }

  /** Turned about x and z, and mirrored. */
  private static Crystal rotated(Crystal crystal, StableRandom random) {
    double a = random.nextDouble(0, 6);
    double b = random.nextDouble(0, 6);
    double[] rows = crystal.lattice().rows();
    for (int i = 0; i < 9; i += 3) {
      double x = Math.cos(a) * rows[i] - Math.sin(a) * rows[i + 1];
      double y = Math.sin(a) * rows[i] + Math.cos(a) * rows[i + 1];
      double z = -rows[i + 2];
      rows[i] = x;
      rows[i + 1] = Math.cos(b) * y - Math.sin(b) * z;
      rows[i + 2] = Math.sin(b) * y + Math.cos(b) * z;
    }
    return Crystal.of(Lattice.ofRows(rows), crystal.atomicNumbers(), crystal.fractional());
  }

  private static Crystal reordered(Crystal crystal, StableRandom random) {
    int[] order = random.sample(crystal.atomCount(), crystal.atomCount());
    int[] elements = new int[order.length];
    double[] fractional = new double[3 * order.length];
    for (int i = 0; i < order.length; i++) {
      elements[i] = crystal.atomicNumber(order[i]);
      for (int axis = 0; axis < 3; axis++) {
        fractional[3 * i + axis] = crystal.fractional(order[i], axis);
      }
    }
    return Crystal.of(crystal.lattice(), elements, fractional);
  }

  private static Crystal shifted(Crystal crystal, StableRandom random) {
    double[] fractional = crystal.fractional();
    double shift = random.nextDouble(-2, 2);
    for (int i = 0; i < fractional.length; i++) {
      fractional[i] += (i % 3 + 1) * shift;
    }
    return Crystal.of(crystal.lattice(), crystal.atomicNumbers(), fractional);
  }

  /** Means over atoms and over bonds of what a network could take of them. */
  private static double[] pooled(CrystalGraph graph) {
    int[] elements = graph.elements();
    double[] pooled = new double[8];
    pooled[0] = (double) graph.bondCount() / graph.atomCount();
    pooled[1] = Arrays.stream(elements).average().orElseThrow();
    for (int bond = 0; bond < graph.bondCount(); bond++) {
      double distance = graph.distances()[bond];
      double source = elements[graph.sources()[bond]];
      double target = elements[graph.targets()[bond]];
      double share = 1.0 / graph.bondCount();
      pooled[2] += share * distance;
      pooled[3] += share * distance * distance;
      pooled[4] += share * Math.exp(-Math.pow(distance - 3, 2)) * source / 94;
      pooled[5] += share * source * target / (94 * 94);
      pooled[6] += share * distance * target / 94;
    }
    for (int i = 0; i < graph.fractions().length; i++) {
      pooled[7] += graph.fractions()[i] * Math.sqrt(graph.distinctElements()[i]);
    }
    return pooled;
  }

  @Test
  void everyBondStandsThereFromBothEnds() {
    CrystalGraph graph = ALL.of(random(new StableRandom(7), 7));
    List<String> forth = new ArrayList<>();
    List<String> back = new ArrayList<>();
    for (int bond = 0; bond < graph.bondCount(); bond++) {
      int source = graph.sources()[bond];
      int target = graph.targets()[bond];
      float distance = graph.distances()[bond];
      forth.add("%d %d %.4f".formatted(source, target, distance));
      back.add("%d %d %.4f".formatted(target, source, distance));
    }
    assertThat(forth).containsExactlyInAnyOrderElementsOf(back);
    assertThat(graph.sources()).isSorted();
  }

  @Test
  void ironHasItsShellsAndNeighboursAtTheCutoffItself() {
    Crystal iron = cubic(2.5, 26);
    CrystalGraph graph = ALL.of(iron);
    // Simple cubic, a = 2.5: 6 + 12 + 8 + 6 at 2.5, 3.54, 4.33 and 5.
    assertThat(graph.bondCount()).isEqualTo(32);
    assertThat(graph.targets()).containsOnly(0);
    assertThat(TWELVE.of(iron).bondCount()).isEqualTo(18);
    assertThat(graph.fractions()).containsExactly(1f);
  }

  private static Crystal cubic(double edge, int... elements) {
    return Crystal.of(
        Lattice.ofRows(edge, 0, 0, 0, edge, 0, 0, 0, edge),
        elements,
        new double[3 * elements.length]);
  }

  @Test
  void aGraphSurvivesItsListOfValues() {
    CrystalGraph graph = TWELVE.of(random(new StableRandom(3), 3));
    float[] padded = Arrays.copyOf(graph.values(), graph.values().length + 9);
    CrystalGraph again = CrystalGraph.ofValues(padded);
    assertThat(again.values()).isEqualTo(graph.values());
    assertThat(again.distances()).isEqualTo(graph.distances());
    assertThatThrownBy(() -> CrystalGraph.ofValues(Arrays.copyOf(padded, 20)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("are no graph");
  }

  @Test
  void whatMakesNoGraphIsRefusedWithASentence() {
    assertThatThrownBy(() -> ALL.of(cubic(5.1, 18)))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "Atom 1 (Ar) has no neighbour within 5.0 angstrom; isolated atoms make no graph (graph.cutoff)");
    assertThatThrownBy(() -> ALL.of(cubic(0.1, 1)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("more than 200000 bonds");
    assertThatThrownBy(() -> ALL.values(Cluster.of(new int[] {29}, new double[3])))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no lattice");
    assertThatThrownBy(() -> new GraphSettings(0, 12)).isInstanceOf(UserException.class);
    assertThatThrownBy(() -> new GraphSettings(5, -1)).isInstanceOf(UserException.class);
  }
}
