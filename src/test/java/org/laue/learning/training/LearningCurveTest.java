package org.laue.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LearningCurveTest {
  private static final String CSV =
      """
      round,batches,images,train_loss,train_accuracy,test_accuracy,seconds,seconds_left
      1,10,320,1.94591,0.1429,NaN,0.5,1.5
      2,20,640,0.00123457,0.9900,0.9750,1.0,1.0
      """;

  @Test
  void isWrittenRoundByRound() {
    LearningCurve curve =
        new LearningCurve(
            List.of(
                new LearningCurve.Point(1, 10, 320, 1.945910149, 1 / 7.0, Double.NaN, 0.52, 1.5),
                new LearningCurve.Point(2, 20, 640, 0.001234567, 0.99, 0.975, 1, 1)));
    assertThat(curve.toCsv()).isEqualTo(CSV);
  }

  @Test
  void isReadByTheNamesOfItsColumns() {
    LearningCurve curve = LearningCurve.fromCsv(CSV);
    assertThat(curve.points()).hasSize(2);
    assertThat(curve.points().get(0).testAccuracy()).isNaN();
    assertThat(curve.points().get(1))
        .isEqualTo(new LearningCurve.Point(2, 20, 640, 0.00123457, 0.99, 0.975, 1, 1));
    String[] lines = CSV.split("\n");
    String swapped = lines[0].replace("round,batches", "batches,round") + "\n" + lines[1];
    assertThat(LearningCurve.fromCsv(swapped).points().get(0).round()).isEqualTo(10);
  }

  @Test
  void anEmptyCurveIsItsHeader() {
    String header = CSV.lines().findFirst().orElseThrow() + "\n";
    assertThat(new LearningCurve(List.of()).toCsv()).isEqualTo(header);
    assertThat(LearningCurve.fromCsv(header).points()).isEmpty();
  }
}
