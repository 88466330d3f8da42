package org.laue.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.laue.evaluation.ClassAnswers;

class AnswerCurvesTest {
  private static final ClassAnswers THREE =
      new ClassAnswers(
          List.of("cubic", "<odd>", "never"),
          new double[][] {{0.8, 0.1, 0.1}, {0.3, 0.6, 0.1}, {0.5, 0.4, 0.1}},
          new int[] {0, 1, 1});

  @Test
  void everyClassThatOccursHasItsThresholds() {
    assertThat(new AnswerCurves(THREE).curvesCsv().lines())
        .containsExactly(
            "class,threshold,false_positive_rate,recall,precision",
            "cubic,0.80000,0.00000,1.00000,1.00000",
            "cubic,0.50000,0.50000,1.00000,0.50000",
            "cubic,0.30000,1.00000,1.00000,0.33333",
            "<odd>,0.60000,0.00000,0.50000,1.00000",
            "<odd>,0.40000,0.00000,1.00000,1.00000",
            "<odd>,0.10000,1.00000,1.00000,0.66667");
  }

  @Test
  void calibrationHasARowForEachBin() {
    assertThat(new AnswerCurves(THREE).calibrationCsv().lines())
        .hasSize(4)
        .startsWith("probability,n,right,ci_low,ci_high")
        .anyMatch(line -> line.startsWith("0.50000,1,0.00000,0.00000,"));
  }

  @Test
  void theFiguresAreThreeAndEscapeNames() {
    assertThat(new AnswerCurves(THREE).html())
        .contains("True positive rate", "average precision", "Calibration", "&lt;odd&gt;")
        .doesNotContain("<odd>", "NaN", "never");
  }

  @Test
  void ofTwoClassesOneTellsTheOther() {
    ClassAnswers two =
        new ClassAnswers(
            List.of("stiff", "soft"), new double[][] {{0.8, 0.2}, {0.3, 0.7}}, new int[] {0, 1});
    assertThat(new AnswerCurves(two).curvesCsv().lines())
        .hasSize(3)
        .noneMatch(line -> line.startsWith("soft"));
  }

  @Test
  void whereOnlyOneClassOccursThereIsNoCurve() {
    ClassAnswers one = new ClassAnswers(List.of("a", "b"), new double[][] {{1, 0}}, new int[] {0});
    assertThat(new AnswerCurves(one).html()).isEmpty();
  }
}
