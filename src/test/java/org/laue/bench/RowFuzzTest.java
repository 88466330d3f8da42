package org.laue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.laue.api.Laue;

class RowFuzzTest {
  private static final Laue LAUE = Laue.load();

  @ParameterizedTest
  @FieldSource("org.laue.bench.FormatFuzz#FILES")
  void everyMutantHasItsRowAndItsNeighbourTheSame(String file) throws IOException {
    RowFuzz fuzz = new RowFuzz(9, LAUE, Duration.ofSeconds(60), 10);
    RowFuzz.Outcome outcome = fuzz.run(file, 60);
    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.answered()).isBetween(1, 59);
    assertThat(fuzz.reasons()).isNotEmpty().noneMatch(String::isBlank);
  }

  @Test
  void whatTakesTooLongIsAFault() throws IOException {
    RowFuzz fuzz = new RowFuzz(9, LAUE, Duration.ofNanos(1), 1);
    assertThat(fuzz.run("POSCAR", 20).count()).isPositive();
  }
}
