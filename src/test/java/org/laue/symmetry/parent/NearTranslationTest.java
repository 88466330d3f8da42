package org.laue.symmetry.parent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.api.Answer;
import org.laue.api.Laue;
import org.laue.api.Warning;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.symmetry.Prototype;

/** Tungsten whose two simple cubic halves are off each other along the diagonal. */
class NearTranslationTest {
  private static final double A = 3.16;

  /** 54 sites, one of them empty, atoms displaced by 0.02 angstrom. */
  private static Crystal tungsten(double off) {
    double second = 0.5 + off / Math.sqrt(3) / A;
    Crystal cell =
        Crystal.of(
            Lattice.ofParameters(A, A, A, 90, 90, 90),
            new int[] {74, 74},
            new double[] {0, 0, 0, second, second, second});
    Breaker breaker = new Breaker(5);
    return breaker.vacancies(breaker.displacements(cell.supercell(3, 3, 3), 0.02), 1 / 54.0);
  }

  @Test
  void halvesThatAreALittleOffAreSaid() {
    ParentLattice parent = ParentLattice.find(tungsten(0.15)).orElseThrow();
    assertThat(parent.cell().atomCount()).isEqualTo(2);
    assertThat(NearTranslation.of(parent))
        .hasValueSatisfying(near -> assertThat(near.missAngstrom()).isCloseTo(0.15, within(0.02)));
    Answer answer = Laue.load().classify(tungsten(0.15));
    assertThat(answer.warnings()).extracting(Warning::code).contains(Warning.Code.NEARLY);
    assertThat(answer.warnings().toString()).contains("repeat in a smaller cell within 0.1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4})
  void thoseOnTheirPlacesOrFarOffAreNot(double off) {
    assertThat(ParentLattice.find(tungsten(off)).flatMap(NearTranslation::of)).isEmpty();
  }

  static Stream<Prototype> elements() {
    return Prototype.elements().stream();
  }

  @ParameterizedTest
  @MethodSource("elements")
  void crystalsOfElementsHaveNone(Prototype prototype) {
    Breaker breaker = new Breaker(7);
    Crystal whole = prototype.primitive().supercell(4, 4, 4);
    Crystal broken = breaker.vacancies(breaker.displacements(whole, 0.05), 0.1);
    assertThat(ParentLattice.find(broken).flatMap(NearTranslation::of)).isEmpty();
  }
}
