package org.laue.prototypes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.structure.Crystal;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/** The symmetry finder sees in every prototype the space group that the table names. */
class PrototypeSymmetryTest {

  static List<PrototypePlan> onePlanOfEachPrototype() {
    return PrototypeTable.all().stream()
        .map(
            p ->
                new PrototypePlan(
                    0, "any", p.name(), List.of(26), p.name().length() % p.regions(), 9))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("onePlanOfEachPrototype")
  void theLabelHoldsAtEveryTolerance(PrototypePlan plan) {
    Crystal crystal = plan.build().crystal();
    boolean threefold = plan.spaceGroup() == 166 || plan.spaceGroup() == 194;
    double[] symprecs =
        threefold ? new double[] {0.1, 1e-3, 1e-6} : new double[] {0.1, 1e-3, 1e-6, 1e-9};
    for (double symprec : symprecs) {
      assertThat(SymmetryFinder.spaceGroupNumber(crystal, Tolerance.of(symprec), SpglibCompat.V2))
          .as("%s at %s A", plan, symprec)
          .hasValue(plan.spaceGroup());
    }
  }
}
