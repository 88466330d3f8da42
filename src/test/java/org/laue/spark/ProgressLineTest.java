package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|2000|5|train:   0 %, 0 of 2,000 images, 0:05 gone",
        "500|2000|5|train:  25 %, 500 of 2,000 images, 0:05 gone, 100 a second, 0:15 left",
        "1|4|7200|train:  25 %, 1 of 4 images, 2:00:00 gone, 0.00014 a second, 6:00:00 left",
        "2000|2000|1|train: 100 %, 2,000 of 2,000 images, 0:01 gone, 2,000 a second",
        "9|9|4|train: 100 %, 9 of 9 images, 0:04 gone, 2.3 a second"
      })
  void countsRateAndTimeLeft(long done, long total, double seconds, String line) {
    assertThat(ProgressLine.of("train", done, total, "images", seconds)).isEqualTo(line);
  }
}
