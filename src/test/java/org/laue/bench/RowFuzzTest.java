package org.laue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.laue.UserException;
import org.laue.api.Laue;
import org.laue.formats.io.ParsedStructure;

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
    RowFuzz fuzz = new RowFuzz(9, new Slow(), Duration.ofMillis(20));
    RowFuzz.Outcome outcome = fuzz.run("POSCAR", 3);
    assertThat(outcome.answered()).isZero();
    assertThat(outcome.faults()).anyMatch(fault -> fault.contains("--time-limit"));
  }

  /** Thinks about each structure until it is told to stop. */
  private static final class Slow extends RowFuzz.Asked {
    private static final long serialVersionUID = 1L;

    Slow() {
      super(LAUE, 1);
    }

    @Override
    public List<Object> apply(ParsedStructure structure) {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new UserException("told to stop");
    }
  }
}
