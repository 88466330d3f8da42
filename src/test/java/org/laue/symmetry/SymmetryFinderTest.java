package org.laue.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.lattice.CrystalSystem;
import org.laue.symmetry.operations.AtomMapping;
import org.laue.symmetry.operations.PeriodicAtoms;
import org.laue.symmetry.operations.PeriodicGrid;
import org.laue.symmetry.operations.SearchBudget;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

class SymmetryFinderTest {
  private static final Tolerance EXACT = Tolerance.of(1e-5);

  static Stream<Arguments> knownCrystals() {
    return Stream.of(
        arguments(225, Samples.fcc()),
        arguments(229, Samples.bcc()),
        arguments(221, Samples.simpleCubic()),
        arguments(227, Samples.diamond()),
        arguments(194, Samples.hcp()),
        arguments(166, Samples.arsenic()),
        arguments(139, Samples.bodyCentredTetragonal()),
        arguments(141, Samples.whiteTin()),
        arguments(136, Samples.rutile()),
        arguments(154, Samples.quartz()),
        arguments(1, Samples.triclinic()));
  }

  @ParameterizedTest
  @MethodSource("knownCrystals")
  void theGroupIsKnown(int number, Crystal crystal) {
    assertThat(number(crystal)).hasValue(number);
  }

  @ParameterizedTest
  @MethodSource("knownCrystals")
  void theGroupDoesNotDependOnTheDescription(int number, Crystal crystal) {
    assertThat(number(Samples.rotated(crystal))).hasValue(number);
    assertThat(number(Samples.reordered(crystal, 5))).hasValue(number);
    assertThat(number(Samples.shifted(crystal, 0.317, -0.211, 4.6))).hasValue(number);
    assertThat(number(Samples.rebased(crystal, 1, 2, 0, 0, 1, 0, -3, 1, 1))).hasValue(number);
    assertThat(number(Samples.rebased(crystal, -1, 0, 0, 0, 1, 0, 0, 0, 1))).hasValue(number);
    assertThat(number(crystal.supercell(2, 2, 2))).hasValue(number);
    assertThat(number(crystal.supercell(1, 3, 2))).hasValue(number);
  }

  @ParameterizedTest
  @MethodSource("knownCrystals")
  void operationsMapTheCrystalOnItself(int number, Crystal crystal) {
    Crystal supercell = Samples.displaced(crystal.supercell(2, 1, 1), 1e-4, 3);
    SymmetryDataset symmetry = SymmetryFinder.symmetry(supercell, Tolerance.MEDIUM);
    assertThat(symmetry.number()).isEqualTo(number);
    PeriodicAtoms atoms = PeriodicAtoms.of(supercell);
    PeriodicGrid grid =
        new PeriodicGrid(atoms.lattice, atoms.fractional, atoms.species, 0.01, new SearchBudget());
    AtomMapping mapping = new AtomMapping(atoms, grid);
    for (SymmetryOperation operation : symmetry.operations()) {
      assertThat(
              mapping.largestMiss(
                  operation.rotation(), operation.t(0), operation.t(1), operation.t(2)))
          .as("%s", operation)
          .isLessThan(1e-4);
    }
  }

  @Test
  void aSupercellHasThePureTranslationsAmongItsOperations() {
    SymmetryDataset symmetry =
        SymmetryFinder.symmetry(Samples.bcc().supercell(3, 3, 3), Tolerance.TIGHT);
    assertThat(symmetry.operations()).hasSize(48 * 54).doesNotHaveDuplicates();
    assertThat(symmetry.operations().get(0).rotation()).containsExactly(Matrix3.identity());
    assertThat(symmetry.operations().get(0).translation()).containsOnly(0);
    assertThat(symmetry.primitiveCell().atomCount()).isEqualTo(1);
    assertThat(symmetry.equivalentAtoms()).containsOnly(0);
  }

  @Test
  void aSupercellKeepsOnlyTheRotationsOfItsOwnLattice() {
    SymmetryDataset symmetry =
        SymmetryFinder.symmetry(Samples.simpleCubic().supercell(1, 1, 2), Tolerance.TIGHT);
    assertThat(symmetry.number()).isEqualTo(221);
    assertThat(symmetry.operations()).hasSize(16 * 2);
  }

  @Test
  void equivalentAtomsOfRutile() {
    assertThat(SymmetryFinder.symmetry(Samples.rutile(), EXACT).equivalentAtoms())
        .containsExactly(0, 0, 2, 2, 2, 2);
  }

  @Test
  void namesOfTheGroup() {
    SymmetryDataset symmetry = SymmetryFinder.symmetry(Samples.diamond(), EXACT);
    assertThat(symmetry.internationalShort()).isEqualTo("Fd-3m");
    assertThat(symmetry.pointGroup()).isEqualTo("m-3m");
    assertThat(symmetry.crystalSystem()).isEqualTo(CrystalSystem.CUBIC);
    assertThat(symmetry.hallNumber()).isEqualTo(525);
    assertThat(symmetry.niggliCell().atomCount()).isEqualTo(2);
  }

  @Test
  void theTransformationLeadsToTheStandardCell() {
    Crystal crystal = Samples.shifted(Samples.rutile(), 0.13, 0.27, 0.41);
    SymmetryDataset symmetry = SymmetryFinder.symmetry(crystal, EXACT);
    double[] p = symmetry.transformationMatrix();
    double[] shift = symmetry.originShift();
    double[] titanium = new double[3];
    for (int i = 0; i < 3; i++) {
      titanium[i] = shift[i];
      for (int j = 0; j < 3; j++) {
        titanium[i] += p[3 * i + j] * crystal.fractional(0, j);
      }
      assertThat(2 * titanium[i] - Math.rint(2 * titanium[i])).isCloseTo(0, within(1e-9));
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @Test
  void aVacancyInASimpleCubicCellLeavesItsGroup() {
    Crystal broken = Samples.withVacancies(Samples.simpleCubic().supercell(4, 4, 4), 1, 2);
    assertThat(number(broken)).hasValue(221);
  }

  @Test
  void noiseBelowTheToleranceIsForgivenAndAboveItIsNot() {
    Crystal noisy = Samples.displaced(Samples.fcc().supercell(4, 4, 4), 0.001, 11);
    assertThat(SymmetryFinder.spaceGroupNumber(noisy, Tolerance.MEDIUM, SpglibCompat.V2))
        .hasValue(225);
    assertThat(SymmetryFinder.spaceGroupNumber(noisy, Tolerance.TIGHT, SpglibCompat.V2))
        .hasValue(1);
  }

  /** Spglib looks at no angle that is off by less than 1e-6. */
  @ParameterizedTest
  @CsvSource({"1e-4, 10", "1e-9, 10", "1e-14, 2"})
  void anAngleThatIsOffByLessThanSpglibLooksAtBreaksTheSmallestTolerances(
      double symprec, int number) {
    Lattice lattice = Lattice.ofRows(3, 0, 0, 4e-8, 4, 0, 3e-8, -0.7, 5);
    Crystal crystal = Crystal.of(lattice, new int[] {26}, new double[3]);
    assertThat(SymmetryFinder.spaceGroupNumber(crystal, Tolerance.of(symprec), SpglibCompat.V2))
        .hasValue(number);
  }

  @Test
  void withoutClosureFewerNoisySupercellsAreRecognised() {
    int closed = 0;
    int open = 0;
    for (Crystal noisy : noisySupercells(0.0015)) {
      closed += is225(noisy, SpglibCompat.V2);
      open += is225(noisy, SpglibCompat.V1_9_9);
    }
    assertThat(closed).isEqualTo(6);
    assertThat(open).isLessThan(closed);
  }

  private static List<Crystal> noisySupercells(double sigma) {
    return Stream.of(1, 2, 3, 4, 5, 6)
        .map(seed -> Samples.displaced(Samples.fcc().supercell(4, 4, 4), sigma, seed))
        .toList();
  }

  private static int is225(Crystal crystal, SpglibCompat compat) {
    return SymmetryFinder.spaceGroupNumber(crystal, Tolerance.MEDIUM, compat)
            .equals(OptionalInt.of(225))
        ? 1
        : 0;
  }

  private static OptionalInt number(Crystal crystal) {
    return SymmetryFinder.spaceGroupNumber(crystal, EXACT, SpglibCompat.V2);
  }
}
