package org.laue.symmetry.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.prototypes.PrototypePlan;
import org.laue.prototypes.PrototypeSettings;
import org.laue.prototypes.Prototypes;
import org.laue.prototypes.Tier;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;
import org.laue.symmetry.Prototype;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.operations.Tolerance;

/**
 * Whole cells of every structure type whose atoms are a hundredth of an angstrom off, as a
 * relaxation leaves them: no broken crystals of a smaller cell with empty or shared sites.
 */
class NoisyCellsTest {
  private static final double SIGMA = 0.007;

  @Test
  void noiseMakesNoSupercellWithEmptySitesOfAWholeCell() {
    ClassScheme types = ClassScheme.load("types");
    PrototypeSettings settings =
        PrototypeSettings.parse(types, "balanced", types.labels().size(), 1).withTier(Tier.CORE);
    List<PrototypePlan> plans = Prototypes.plan(settings);
    List<String> wrong = new ArrayList<>();
    for (PrototypePlan plan : plans) {
      Breaker breaker = new Breaker(plans.indexOf(plan));
      Crystal whole = breaker.disguise(plan.build().crystal());
      Optional<ParentLattice> parent = ParentLattice.find(breaker.displacements(whole, SIGMA));
      int group = parent.map(p -> p.symmetry(0.1).number()).orElse(plan.spaceGroup());
      if (group != plan.spaceGroup()) {
        wrong.add(plan.name() + " as " + group);
      }
    }
    assertThat(plans).hasSizeGreaterThan(100);
    assertThat(wrong).isEmpty();
  }

  /** The vacancy is the only one of an order that a larger cell has, too. */
  @ParameterizedTest
  @MethodSource("elements")
  void aVacancyInEightNoisyCellsIsNoOrderOfTheirOwn(Prototype prototype) {
    Crystal cell =
        SymmetryFinder.symmetry(prototype.primitive(), Tolerance.of(0.01)).standardCell(false);
    Crystal whole = cell.supercell(2, 2, 2);
    for (int seed = 0; seed < 4; seed++) {
      Breaker breaker = new Breaker(seed);
      Crystal broken = breaker.vacancies(breaker.disguise(whole), 1.01 / whole.atomCount());
      Optional<ParentLattice> parent = ParentLattice.find(breaker.displacements(broken, 0.02));
      assertThat(parent.orElseThrow().symmetry(0.1).number()).isEqualTo(prototype.spaceGroup());
    }
  }

  /** Eight sites in all do not tell a vacancy. */
  static Stream<Prototype> elements() {
    return Prototype.elements().stream().filter(prototype -> prototype.spaceGroup() != 221);
  }
}
