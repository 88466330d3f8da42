package org.laue.descriptors.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.UserException;
import org.laue.bench.BenchClusters;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Neighbours;

class BondLengthTest {

  static List<BenchClusters.Case> clusters() {
    return BenchClusters.all();
  }

  @ParameterizedTest
  @MethodSource("clusters")
  void displacementsShrinkTheMeanButNotTheFirstShell(BenchClusters.Case example) {
    Cluster pristine = example.pristine();
    for (double sigma : new double[] {0.02, 0.06, 0.10}) {
      Cluster displaced = displaced(pristine, sigma);
      double mean = change(BondLength.MEAN_NEAREST, pristine, displaced);
      double shell = change(BondLength.FIRST_SHELL, pristine, displaced);
      assertThat(mean).isLessThan(-0.4 * sigma);
      assertThat(shell).isCloseTo(0, within(sigma < 0.1 ? 0.01 : 0.02));
    }
  }

  @ParameterizedTest
  @MethodSource("clusters")
  void vacanciesLeaveTheFirstShellInPlace(BenchClusters.Case example) {
    Cluster pristine = example.pristine();
    for (double fraction : new double[] {0.05, 0.4, 0.7}) {
      Cluster broken = withVacancies(pristine, fraction);
      assertThat(change(BondLength.FIRST_SHELL, pristine, broken)).isCloseTo(0, within(0.005));
    }
  }

  @ParameterizedTest
  @MethodSource("clusters")
  void damageOfAnyKindLeavesTheBroadShellInPlace(BenchClusters.Case example) {
    Cluster pristine = example.pristine();
    for (double sigma : new double[] {0.06, 0.10, 0.20}) {
      double change = change(BondLength.BROAD_SHELL, pristine, displaced(pristine, sigma));
      assertThat(change).isCloseTo(0, within(sigma < 0.2 ? 0.02 : 0.07));
    }
    for (double fraction : new double[] {0.4, 0.7}) {
      double change = change(BondLength.BROAD_SHELL, pristine, withVacancies(pristine, fraction));
      assertThat(change).isCloseTo(0, within(0.02));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FIRST_SHELL", "BROAD_SHELL", "PARENT_SHELL"})
  void theShellOfAPerfectCrystalIsItsBond(BondLength rule) {
    Cluster copper = GoldenCase.named("fcc225_Cu_pristine").cluster();
    double bond = BondLength.MEAN_NEAREST.of(copper);
    assertThat(rule.of(copper)).isCloseTo(bond, withinPercentage(1e-6));
  }

  @Test
  void shellsThatLieCloseTogetherCountAsOneInTheBroadShell() {
    Crystal iron =
        Crystal.of(
            Lattice.ofParameters(2.87, 2.87, 2.87, 90, 90, 90),
            new int[] {26, 26},
            new double[] {0, 0, 0, .5, .5, .5});
    double bond = Math.sqrt(0.75) * 2.87;
    assertThat(BondLength.FIRST_SHELL.of(iron)).isCloseTo(bond, withinPercentage(1e-6));
    assertThat(BondLength.BROAD_SHELL.of(iron)).isBetween(1.03 * bond, 1.10 * bond);
  }

  @ParameterizedTest
  @MethodSource("clusters")
  void pairsOutsideTheWindowWeighNothing(BenchClusters.Case example) {
    for (double sigma : new double[] {0, 0.05, 0.3}) {
      Cluster cluster = displaced(example.pristine(), sigma);
      double guess = BondLength.MEAN_NEAREST.of(cluster);
      for (double start : new double[] {0.9 * guess, guess, 1.2 * guess}) {
        // To the last bit: models were trained on images of this length.
        assertThat(FirstShell.broad(cluster, start)).isEqualTo(meanShiftOverAll(cluster, start));
      }
    }
  }

  private static double meanShiftOverAll(Cluster cluster, double start) {
    List<Double> pairs = new ArrayList<>();
    Neighbours neighbours = Neighbours.within(cluster, 1.6 * start / 0.8);
    for (int atom = 0; atom < cluster.atomCount(); atom++) {
      neighbours.forEach(atom, (other, dx, dy, dz, distance) -> pairs.add(distance));
    }
    double centre = start;
    for (int step = 0; step < 200; step++) {
      double scale = 1 / (centre * 0.10);
      double sum = 0;
      double weighted = 0;
      for (double d : pairs) {
        double t = (d - centre) * scale;
        double fall = Math.max(0, 1 - t * t / 8);
        double weight = fall * fall * fall * fall / (d * d);
        sum += weight;
        weighted += weight * d;
      }
      double before = centre;
      centre = weighted / sum;
      if (!(Math.abs(centre - before) > 1e-7 * before)) {
        break;
      }
    }
    return centre;
  }

  @Test
  void onlyTheParentShellLooksAtTheCell() {
    Cluster copper = GoldenCase.named("fcc225_Cu_pristine").cluster();
    Lattice wide = Lattice.ofParameters(3, 3, 3, 90, 90, 90);
    Crystal cell = Crystal.of(wide, new int[] {29}, new double[3]);
    for (BondLength rule : BondLength.values()) {
      double expected = rule == BondLength.PARENT_SHELL ? 3 : rule.of(copper);
      assertThat(rule.of(copper, cell)).isCloseTo(expected, withinPercentage(1e-6));
    }
  }

  @Test
  void loneAtomHasItsImagesOrNothing() {
    Lattice lattice = Lattice.ofParameters(4, 5, 6, 90, 90, 90);
    Crystal periodic = Crystal.of(lattice, new int[] {3}, new double[3]);
    assertThat(BondLength.MEAN_NEAREST.of(periodic)).isEqualTo(4);
    Cluster lone = Cluster.of(new int[] {3}, new double[3]);
    for (BondLength rule : BondLength.values()) {
      assertThatThrownBy(() -> rule.of(lone))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("No bond length");
    }
  }

  @Test
  void widerCutoffsAreTriedForSparseStructures() {
    Lattice sparse = Lattice.ofParameters(15, 17, 19, 90, 90, 90);
    Crystal crystal = Crystal.of(sparse, new int[] {18}, new double[3]);
    assertThat(BondLength.MEAN_NEAREST.of(crystal)).isEqualTo(15);
  }

  private static double change(BondLength rule, Cluster before, Cluster after) {
    return rule.of(after) / rule.of(before) - 1;
  }

  private static Cluster displaced(Cluster cluster, double sigma) {
    Random random = new Random(11);
    double[] positions = cluster.cartesian();
    for (int i = 0; i < positions.length; i++) {
      positions[i] += sigma * random.nextGaussian();
    }
    return Cluster.of(cluster.atomicNumbers(), positions, cluster.periodicLattice().orElseThrow());
  }

  private static Cluster withVacancies(Cluster cluster, double fraction) {
    Random random = new Random(12);
    double[] positions = cluster.cartesian();
    int[] kept =
        IntStream.range(0, cluster.atomCount())
            .filter(atom -> random.nextDouble() >= fraction)
            .toArray();
    double[] left = new double[3 * kept.length];
    int[] numbers = new int[kept.length];
    for (int i = 0; i < kept.length; i++) {
      numbers[i] = cluster.atomicNumber(kept[i]);
      System.arraycopy(positions, 3 * kept[i], left, 3 * i, 3);
    }
    return Cluster.of(numbers, left, cluster.periodicLattice().orElseThrow());
  }
}
