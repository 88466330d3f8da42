package org.laue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FormatFuzzTest {
  private final FormatFuzz fuzz = new FormatFuzz(7, 20);

  @ParameterizedTest
  @FieldSource("org.laue.bench.FormatFuzz#FILES")
  void everyMutantEndsInStructuresAndRejects(String file) {
    FormatFuzz.Outcome outcome = fuzz.run(file, 200);
    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.unchanged() + outcome.changed() + outcome.rejected()).isEqualTo(200);
    assertThat(outcome.rejected()).isPositive();
  }

  @Test
  void aSecondReaderThatSeesOtherAtomsIsNamed() {
    FormatFuzz beside =
        new FormatFuzz(7, 20, (f, text) -> Optional.of(new FormatFuzz.Content(5, List.of())));
    FormatFuzz.Outcome outcome = beside.run("geometry.in", 50);
    assertThat(outcome.compared()).isPositive().isEqualTo(outcome.differed());
    assertThat(outcome.differing().get(0)).contains("atoms=1", "atoms=5");
  }

  @Test
  void aMutantDependsOnSeedFileAndNumberAlone() {
    assertThat(fuzz.mutant("POSCAR", 3)).isEqualTo(new FormatFuzz(7, 1).mutant("POSCAR", 3));
    assertThat(fuzz.mutant("POSCAR", 3)).isNotEqualTo(new FormatFuzz(8, 1).mutant("POSCAR", 3));
    assertThat(fuzz.mutant("POSCAR", 3)).isNotEqualTo(fuzz.mutant("POSCAR", 4));
  }
}
