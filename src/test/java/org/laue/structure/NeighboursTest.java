package org.laue.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.UserException;

class NeighboursTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 3.0, 8.2})
  void everyNeighbourOfASkewedCellIsFoundOnce(double reach) {
    Crystal crystal = random(Lattice.ofParameters(3, 4, 5, 50, 65, 70), 6, 7);
    assertSameNeighbours(crystal, reach);
  }

  @Test
  void largeCellUsesManyBins() {
    Crystal crystal = random(Lattice.ofParameters(20, 22, 25, 80, 100, 110), 200, 3);
    assertSameNeighbours(crystal, 2.5);
  }

  @Test
  void atomSeesItsOwnImages() {
    Crystal single = Crystal.of(Lattice.ofParameters(2, 3, 9, 90, 90, 90), new int[] {1}, zero());
    assertThat(distances(Neighbours.within(single, 4.1), 0))
        .containsExactly(2.0, 2.0, 3.0, 3.0, root(13), root(13), root(13), root(13), 4.0, 4.0);
    assertThat(Neighbours.nearestDistances(single, 8.2)).containsExactly(2.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.7, 1.9, 3.0, 50})
  void distancesComeInTheOrderOfTheNeighbours(double limit) {
    Crystal crystal = random(Lattice.ofParameters(9, 10, 12, 60, 75, 80), 90, 5);
    Cluster cluster = Cluster.of(crystal.atomicNumbers(), crystal.cartesian());
    for (Atoms atoms : List.of(crystal, cluster)) {
      Neighbours neighbours = Neighbours.within(atoms, 3);
      List<Double> expected = new ArrayList<>();
      for (int atom = 0; atom < atoms.atomCount(); atom++) {
        neighbours.forEach(
            atom,
            (other, dx, dy, dz, distance) -> {
              if (distance < limit) {
                expected.add(distance);
              }
            });
      }
      assertThat(neighbours.distancesBelow(limit))
          .containsExactly(expected.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  @Test
  void clusterWithoutLatticeHasNoImages() {
    Cluster pair = Cluster.of(new int[] {1, 1, 1}, new double[] {0, 0, 0, 0, 0, 1.5, 0, 90, 0});
    assertThat(Neighbours.nearestDistances(pair, 8.2))
        .containsExactly(1.5, 1.5, Double.POSITIVE_INFINITY);
  }

  @Test
  void emptySpaceCostsNoMemory() {
    Crystal sparse =
        Crystal.of(Lattice.ofParameters(1e5, 1e5, 1e5, 90, 90, 90), new int[] {1}, zero());
    assertThat(Neighbours.nearestDistances(sparse, 1)).containsExactly(Double.POSITIVE_INFINITY);
  }

  @Test
  void reachMustBePositive() {
    Cluster atom = Cluster.of(new int[] {1}, zero());
    assertThatThrownBy(() -> Neighbours.within(atom, 0)).isInstanceOf(UserException.class);
  }

  private static double[] zero() {
    return new double[3];
  }

  private static double root(double square) {
    return Math.sqrt(square);
  }

  private static Crystal random(Lattice lattice, int atoms, long seed) {
    Random random = new Random(seed);
    double[] fractional = random.doubles(3L * atoms, -1.5, 1.5).toArray();
    return Crystal.of(lattice, random.ints(atoms, 1, 20).toArray(), fractional);
  }

  private static void assertSameNeighbours(Crystal crystal, double reach) {
    Neighbours neighbours = Neighbours.within(crystal, reach);
    double[] nearest = Neighbours.nearestDistances(crystal, reach);
    for (int atom = 0; atom < crystal.atomCount(); atom++) {
      List<Double> expected = bruteForce(crystal, atom, reach);
      List<Double> found = distances(neighbours, atom);
      assertThat(found).hasSameSizeAs(expected);
      for (int i = 0; i < found.size(); i++) {
        assertThat(found.get(i)).isCloseTo(expected.get(i), within(1e-10));
      }
      double first = expected.isEmpty() ? Double.POSITIVE_INFINITY : expected.get(0);
      assertThat(nearest[atom] == first || Math.abs(nearest[atom] - first) < 1e-10).isTrue();
    }
  }

  private static List<Double> distances(Neighbours neighbours, int atom) {
    List<Double> found = new ArrayList<>();
    neighbours.forEach(
        atom,
        (other, dx, dy, dz, distance) -> {
          assertThat(Math.sqrt(dx * dx + dy * dy + dz * dz)).isCloseTo(distance, within(1e-12));
          found.add(distance);
        });
    Collections.sort(found);
    return found;
  }

  private static List<Double> bruteForce(Crystal crystal, int atom, double reach) {
    double[] heights = crystal.lattice().heights();
    int[] n = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      n[axis] = 4 + (int) Math.ceil(reach / heights[axis]);
    }
    double[] own = crystal.fractional();
    List<Double> found = new ArrayList<>();
    for (int other = 0; other < crystal.atomCount(); other++) {
      for (int a = -n[0]; a <= n[0]; a++) {
        for (int b = -n[1]; b <= n[1]; b++) {
          for (int c = -n[2]; c <= n[2]; c++) {
            if (other == atom && a == 0 && b == 0 && c == 0) {
              continue;
            }
            double[] d =
                crystal
                    .lattice()
                    .toCartesian(
                        new double[] {
                          own[3 * other] - own[3 * atom] + a,
                          own[3 * other + 1] - own[3 * atom + 1] + b,
                          own[3 * other + 2] - own[3 * atom + 2] + c
                        });
            double distance = root(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
            if (distance < reach) {
              found.add(distance);
            }
          }
        }
      }
    }
    Collections.sort(found);
    return found;
  }
}
