package org.laue.symmetry.parent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.symmetry.Prototype;

/** Spheres without a cell, in random orientations. */
class CloudLatticeTest {

  static Stream<Prototype> elements() {
    return Prototype.elements().stream().filter(prototype -> !prototype.name().equals("Sm"));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void aTurnedSphereHasTheGroupOfItsCrystal(Prototype prototype) {
    Cluster sphere = sphere(prototype, 0, 0, 1);
    ParentLattice parent = ParentLattice.find(sphere).orElseThrow();
    assertThat(parent.symmetry(.1).number()).isEqualTo(prototype.spaceGroup());
    assertThat(parent.occupancy()).isEqualTo(1);
    assertThat(parent.sigmaAngstrom()).isLessThan(1e-6);
    assertThat(parent.strays()).isZero();
  }

  @ParameterizedTest
  @MethodSource("elements")
  void lostAndDisplacedAtomsDoNotHideIt(Prototype prototype) {
    Cluster sphere = sphere(prototype, .3, .1, 2);
    ParentLattice parent = ParentLattice.find(sphere).orElseThrow();
    assertThat(parent.symmetry(.1).number()).isEqualTo(prototype.spaceGroup());
    assertThat(parent.occupancy()).isCloseTo(.7, within(.1));
    assertThat(parent.sigmaAngstrom()).isCloseTo(.1, within(.02));
  }

  /**
   * Honeycombs above each other: a vector from layer to layer joins three atoms of four, and two
   * thirds of the places of the lattice that it spans are filled, all sites alike.
   */
  @Test
  void layersInTurnsAreNoLatticeWithEmptyPlaces() {
    double c = 7.2;
    Prototype layers =
        hexagonal(6, 2.6, c, 0, 0, 0, 1 / 3., 2 / 3., 0, 0, 0, .5, 2 / 3., 1 / 3., .5);
    assertThat(ParentLattice.find(sphere(layers, 0, 0, 4)).orElseThrow().symmetry(.1).number())
        .isEqualTo(194);
    assertThat(ParentLattice.find(sphere(layers, .2, .1, 5)).orElseThrow().symmetry(.1).number())
        .isEqualTo(194);
  }

  /** Molecules of two atoms, whose distance is a quarter of the lattice's shortest translation. */
  @Test
  void moleculesFarApartHaveALattice() {
    double z = .08;
    Prototype molecules =
        hexagonal(
            7, 4.4, 7.2, 1 / 3., 2 / 3., .25 + z, 1 / 3., 2 / 3., .25 - z, 2 / 3., 1 / 3., .75 + z,
            2 / 3., 1 / 3., .75 - z);
    assertThat(ParentLattice.find(sphere(molecules, 0, 0, 6)).orElseThrow().symmetry(.1).number())
        .isEqualTo(194);
  }

  private static Prototype hexagonal(int element, double a, double c, double... sites) {
    Lattice cell = Lattice.ofRows(a, 0, 0, -a / 2, a * Math.sqrt(.75), 0, 0, 0, c);
    int[] numbers = new int[sites.length / 3];
    Arrays.fill(numbers, element);
    return new Prototype("", 194, Crystal.of(cell, numbers, sites));
  }

  @Test
  void atomsMovedByAThirdOfABondHaveNone() {
    for (Prototype prototype : Prototype.elements()) {
      assertThat(ParentLattice.find(sphere(prototype, 0, 1.2, 3))).isEmpty();
    }
  }

  @Test
  void aFewAtomsHaveNone() {
    Cluster pair = Cluster.of(new int[] {1, 1}, new double[] {0, 0, 0, .74, 0, 0});
    assertThat(ParentLattice.find(pair)).isEmpty();
  }

  /** The atoms within half the height of a broken supercell of about 1,500 atoms. */
  private static Cluster sphere(Prototype prototype, double lost, double sigma, long seed) {
    Breaker breaker = new Breaker(seed);
    Crystal primitive = prototype.primitive();
    double[] heights = primitive.lattice().heights();
    double edge = Math.cbrt(1500 * primitive.lattice().volume() / primitive.atomCount());
    int[] n = new int[3];
    for (int i = 0; i < 3; i++) {
      n[i] = (int) Math.ceil(edge / heights[i]);
    }
    Crystal whole = breaker.disguise(primitive.supercell(n[0], n[1], n[2]));
    Crystal broken = breaker.vacancies(breaker.displacements(whole, sigma), lost);
    double[] middle = whole.lattice().toCartesian(new double[] {.5, .5, .5});
    double[] all = broken.cartesian();
    List<Double> positions = new ArrayList<>();
    for (int at = 0; at < all.length; at += 3) {
      double x = all[at] - middle[0];
      double y = all[at + 1] - middle[1];
      double z = all[at + 2] - middle[2];
      if (x * x + y * y + z * z < edge * edge / 5) {
        positions.addAll(List.of(x, y, z));
      }
    }
    int[] numbers = new int[positions.size() / 3];
    Arrays.fill(numbers, primitive.atomicNumber(0));
    return Cluster.of(numbers, positions.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
