package org.laue.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.symmetry.lattice.SymmetryException;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/** Every input gets an answer or a sentence, and gets it soon. */
class BadInputTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void unusableSymprecIsRefused(double symprec) {
    assertThatThrownBy(() -> Tolerance.of(symprec))
        .isInstanceOf(SymmetryException.class)
        .hasMessageContaining("symprec must be a positive length");
  }

  @Test
  void angleToleranceMustBeANumber() {
    assertThatThrownBy(() -> new Tolerance(0.01, Double.NaN))
        .isInstanceOf(SymmetryException.class)
        .hasMessageContaining("Angle tolerance");
  }

  @Test
  void overlappingAtomsAreNamed() {
    Crystal crystal =
        Samples.elemental(
            Lattice.ofParameters(4, 4, 4, 90, 90, 90), 0, 0, 0, 0.5, 0.5, 0.5, 0.501, 0.5, 0.5);
    assertThatThrownBy(() -> SymmetryFinder.symmetry(crystal, Tolerance.MEDIUM))
        .isInstanceOf(SymmetryException.class)
        .hasMessageContaining("Atoms 2 and 3")
        .hasMessageContaining("0.004");
    assertThat(SymmetryFinder.spaceGroupNumber(crystal, Tolerance.MEDIUM, SpglibCompat.V2))
        .isEmpty();
  }

  @Test
  void symprecAboveTheBondLengthIsRefusedByTheAtomsItMerges() {
    assertThatThrownBy(() -> SymmetryFinder.symmetry(Samples.diamond(), Tolerance.of(3)))
        .isInstanceOf(SymmetryException.class)
        .hasMessageContaining("closer than symprec");
  }

  @Test
  void oneAtomHasTheSymmetryOfItsLattice() {
    Crystal one = Samples.elemental(Lattice.ofParameters(3, 4, 5, 80, 70, 60), 0.3, 0.2, 0.1);
    assertThat(SymmetryFinder.symmetry(one, Tolerance.TIGHT).number()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.05, 179.5})
  void aCellWithAnExtremeAngleIsReduced(double gamma) {
    Crystal thin = Samples.elemental(Lattice.ofParameters(4, 4.5, 5, 90, 90, gamma), 0, 0, 0);
    assertThat(SymmetryFinder.spaceGroupNumber(thin, Tolerance.of(1e-5), SpglibCompat.V2).orElse(0))
        .isIn(10, 12, 47, 65, 123);
  }

  @Test
  void aFlatCellIsRefused() {
    Lattice flat = Lattice.ofRows(1e5, 0, 0, 0, 1e5, 0, 0, 1, 1e-3);
    Crystal crystal = Samples.elemental(flat, 0, 0, 0);
    assertThatThrownBy(() -> SymmetryFinder.symmetry(crystal, Tolerance.of(0.1)))
        .isInstanceOf(SymmetryException.class);
  }

  @Test
  void twentyThousandAtomsInDisorder() {
    Crystal liquid = randomAtoms(20_000, 1);
    assertThat(SymmetryFinder.spaceGroupNumber(liquid, Tolerance.TIGHT, SpglibCompat.V2))
        .hasValue(1);
  }

  @Test
  void twentyThousandAtomsInOrder() {
    Crystal large = Samples.bcc().supercell(21, 21, 22);
    assertThat(SymmetryFinder.spaceGroupNumber(large, Tolerance.TIGHT, SpglibCompat.V2))
        .hasValue(229);
  }

  @Test
  void twentyThousandAtomsWithVacancies() {
    Crystal large = Samples.withVacancies(Samples.bcc().supercell(21, 21, 22), 200, 4);
    assertThat(SymmetryFinder.spaceGroupNumber(large, Tolerance.MEDIUM, SpglibCompat.V2))
        .hasValue(1);
  }

  private static Crystal randomAtoms(int count, long seed) {
    Random random = new Random(seed);
    int[] numbers = new int[count];
    Arrays.fill(numbers, 18);
    double[] fractional = random.doubles(3L * count).toArray();
    double edge = 3.5 * Math.cbrt(count);
    return Crystal.of(Lattice.ofParameters(edge, edge, edge, 90, 90, 90), numbers, fractional);
  }
}
