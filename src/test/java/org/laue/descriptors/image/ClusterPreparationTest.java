package org.laue.descriptors.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.UserException;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Neighbours;
import org.laue.symmetry.Prototype;
import org.laue.symmetry.parent.Breaker;

class ClusterPreparationTest {
  private static final FingerprintParameters PARAMETERS = FingerprintParameters.defaults();

  /** Space groups leave the corner of the cell some choice; most change an image by less. */
  private static final double FREE_CORNER = .25;

  private static final FingerprintGenerator GENERATOR = new FingerprintGenerator(PARAMETERS);

  static Stream<Prototype> elements() {
    return Prototype.elements().stream();
  }

  @ParameterizedTest
  @MethodSource("elements")
  void anUnbrokenCrystalGoesTheStandardWay(Prototype prototype) {
    Crystal supercell = ClusterPreparation.supercell(prototype.primitive(), PARAMETERS);
    PreparedCluster prepared = ClusterPreparation.prepare(prototype.primitive(), PARAMETERS);
    assertThat(prepared.cluster()).isEqualTo(supercell.toCluster());
    assertThat(prepared.bondLengthAngstrom())
        .isEqualTo(GENERATOR.bondLength(supercell.toCluster()));
    assertThat(prepared.spaceGroup()).isEqualTo(prototype.spaceGroup());
    assertThat(prepared.isBrokenSupercell()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("elements")
  void anUnbrokenSupercellInAnyBasisGivesTheImageOfItsParent(Prototype prototype) {
    Crystal given = new Breaker(1).disguise(prototype.primitive().supercell(3, 3, 3));
    PreparedCluster prepared = ClusterPreparation.prepare(given, PARAMETERS.withCellSymprec(1e-4));
    assertThat(prepared.isBrokenSupercell()).isFalse();
    assertSameCell(prepared, prototype);
    assertThat(distance(image(prepared), pristine(prototype))).isLessThan(FREE_CORNER);
  }

  @ParameterizedTest
  @MethodSource("elements")
  void aBrokenSupercellKeepsTheCellOfItsParent(Prototype prototype) {
    for (double vacancies : new double[] {0, .25, .4}) {
      for (double sigma : new double[] {.02, .06, .1}) {
        Breaker breaker = new Breaker(7);
        Crystal whole = breaker.disguise(prototype.primitive().supercell(3, 3, 3));
        Crystal given = breaker.vacancies(breaker.displacements(whole, sigma), vacancies);
        PreparedCluster prepared = ClusterPreparation.prepare(given, PARAMETERS);
        assertThat(prepared.isBrokenSupercell()).isTrue();
        assertSameCell(prepared, prototype);
        Crystal cells = StandardOrientation.of(prepared.conventionalCell());
        double perfect = Supercells.build(cells, PARAMETERS.targetAtoms()).atomCount();
        assertThat(prepared.cluster().atomCount() / perfect).isCloseTo(1 - vacancies, within(.1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("elements")
  void vacanciesAloneLeaveTheOtherAtomsOfTheBlockInPlace(Prototype prototype) {
    Breaker breaker = new Breaker(8);
    Crystal whole = breaker.disguise(prototype.primitive().supercell(3, 3, 3));
    Crystal given = breaker.vacancies(whole, .25);
    PreparedCluster prepared = ClusterPreparation.prepare(given, PARAMETERS);
    Fingerprint perfect = pristine(prototype);
    assertThat(distance(image(prepared), perfect)).isLessThan(.4);
    assertThat(prepared.bondLengthAngstrom())
        .isCloseTo(PARAMETERS.bondLength().of(given), within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void theParentsShellStaysWhereTheWholeCrystalHasIt(Prototype prototype) {
    FingerprintParameters product = PARAMETERS.withBondLength(BondLength.PARENT_SHELL);
    double whole = ClusterPreparation.prepare(prototype.primitive(), product).bondLengthAngstrom();
    for (double vacancies : new double[] {0, .4}) {
      for (double sigma : new double[] {.06, .1}) {
        Breaker breaker = new Breaker(3);
        Crystal supercell = breaker.disguise(prototype.primitive().supercell(4, 4, 4));
        Crystal given = breaker.vacancies(breaker.displacements(supercell, sigma), vacancies);
        double length = ClusterPreparation.prepare(given, product).bondLengthAngstrom();
        assertThat(length / whole).isCloseTo(1, within(.02));
      }
    }
  }

  /** The parent's axes and length, whatever way the cluster lies; a block of its cells. */
  @ParameterizedTest
  @MethodSource("elements")
  void aTurnedClusterWithoutACellGivesTheImageOfItsCrystal(Prototype prototype) {
    Crystal whole = new Breaker(4).disguise(prototype.primitive().supercell(8, 8, 8));
    Cluster block =
        Cluster.of(whole.atomicNumbers(), whole.lattice().toCartesian(whole.fractional()));
    Optional<PreparedCluster> found = ClusterPreparation.prepare(block, PARAMETERS);
    PreparedCluster prepared = found.orElseThrow();
    assertThat(prepared.spaceGroup()).isEqualTo(prototype.spaceGroup());
    assertThat(distance(image(prepared), pristine(prototype))).isLessThan(.4);
  }

  /** A tolerance that is wide against the displacements finds translations that are none. */
  @ParameterizedTest
  @MethodSource("elements")
  void smallDisplacementsLeaveTheCellAlone(Prototype prototype) {
    for (double sigma : new double[] {.005, .01, .015, .02}) {
      Breaker breaker = new Breaker(Math.round(1000 * sigma));
      Crystal given = breaker.displacements(prototype.primitive().supercell(4, 4, 4), sigma);
      PreparedCluster prepared = ClusterPreparation.prepare(given, PARAMETERS);
      assertThat(prepared.spaceGroup()).isEqualTo(prototype.spaceGroup());
    }
  }

  @Test
  void theClusterHasTheDisplacementsOfTheGivenAtoms() {
    Prototype copper = Prototype.fcc("Cu", 29, 3.61);
    Breaker breaker = new Breaker(9);
    Crystal given =
        breaker.displacements(breaker.disguise(copper.primitive().supercell(4, 4, 4)), .1);
    PreparedCluster prepared = ClusterPreparation.prepare(given, PARAMETERS);
    Cluster cluster = prepared.cluster();
    double[] nearest = Neighbours.nearestDistances(given, 10);
    assertThat(Arrays.stream(nearest).average().orElseThrow())
        .isCloseTo(prepared.bondLengthAngstrom(), within(1e-9));
    assertThat(prepared.rmsDisplacementAngstrom()).isCloseTo(.173, within(.02));
    assertThat(cluster.periodicLattice()).isEmpty();
  }

  @Test
  void manyAtomsWithoutALatticeAreRefusedInWords() {
    Crystal box = Prototype.cubic("Ar", 18, 60).primitive();
    Crystal given = new Breaker(3).interstitials(box, 20_000, 18);
    assertThatThrownBy(() -> ClusterPreparation.prepare(given, PARAMETERS))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("20001 atoms")
        .hasMessageContaining("cut out a piece");
  }

  private static void assertSameCell(PreparedCluster prepared, Prototype prototype) {
    Crystal cell = ClusterPreparation.prepare(prototype.primitive(), PARAMETERS).conventionalCell();
    assertThat(prepared.spaceGroup()).isEqualTo(prototype.spaceGroup());
    assertThat(prepared.conventionalCell().atomCount()).isEqualTo(cell.atomCount());
    assertThat(prepared.conventionalCell().lattice().lengths())
        .containsExactly(cell.lattice().lengths(), within(1e-4));
    assertThat(prepared.conventionalCell().lattice().angles())
        .containsExactly(cell.lattice().angles(), within(1e-3));
  }

  private static Fingerprint pristine(Prototype prototype) {
    return image(ClusterPreparation.prepare(prototype.primitive(), PARAMETERS));
  }

  private static Fingerprint image(PreparedCluster prepared) {
    return GENERATOR.of(prepared.cluster(), prepared.bondLengthAngstrom());
  }

  private static double distance(Fingerprint one, Fingerprint other) {
    float[] p = one.pixels();
    float[] q = other.pixels();
    double largest = 0;
    for (int i = 0; i < p.length; i++) {
      largest = Math.max(largest, Math.abs(p[i] - q[i]));
    }
    return largest;
  }
}
