package org.laue.symmetry.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.laue.prototypes.PrototypePlan;
import org.laue.prototypes.PrototypeSettings;
import org.laue.prototypes.Prototypes;
import org.laue.prototypes.Tier;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;

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
}
