package org.laue.defects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeedsTest {
  private static final DefectSpec VACANCIES = DefectSpec.parse("vacancy 0.25", "");

  /** printf '7|ab12|vacancy 0.25|0' | sha256sum. */
  @Test
  void isTheDocumentedHash() {
    assertThat(Seeds.of(7, "ab12", VACANCIES, 0)).isEqualTo(0x92291E0371423557L);
    assertThat(Seeds.of(7, "ab12", DefectKind.VACANCY, 0.25, 0)).isEqualTo(0x92291E0371423557L);
  }

  @Test
  void everyArgumentCounts() {
    DefectSpec other = DefectSpec.parse("vacancy 0.3", "");
    assertThat(
            LongStream.of(
                    Seeds.of(7, "ab12", VACANCIES, 0),
                    Seeds.of(8, "ab12", VACANCIES, 0),
                    Seeds.of(7, "ab13", VACANCIES, 0),
                    Seeds.of(7, "ab12", other, 0),
                    Seeds.of(7, "ab12", DefectSpec.PRISTINE, 0),
                    Seeds.of(7, "ab12", VACANCIES, 1))
                .distinct())
        .hasSize(6);
  }
}
