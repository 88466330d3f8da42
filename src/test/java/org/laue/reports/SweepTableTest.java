package org.laue.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.laue.evaluation.ClassAnswers;
import org.laue.evaluation.ClassScore;
import org.laue.evaluation.Proportion;

class SweepTableTest {
  private static SweepTable.Training training(String study, long seed, long right, double area) {
    return new SweepTable.Training(
        seed,
        study + "/seed=" + seed + "/index.html",
        study.equals("full") ? 800 : 100,
        List.of(
            new ClassScore("pointnet", new Proportion(right, 100), area, 0.7),
            new ClassScore("majority class, cubic", new Proportion(40, 100), 0.5, 0.3)),
        Optional.empty());
  }

  /** About three crystals, of which the second and the third are soft. */
  private static SweepTable.Training training(long seed, List<String> ids, double... stiff) {
    double[][] probabilities = new double[stiff.length][];
    for (int i = 0; i < stiff.length; i++) {
      probabilities[i] = new double[] {stiff[i], 1 - stiff[i]};
    }
    ClassAnswers answers =
        new ClassAnswers(List.of("stiff", "soft"), ids, probabilities, new int[] {0, 1, 1});
    return new SweepTable.Training(
        seed, "seed.html", 800, List.of(answers.score("pointnet")), Optional.of(answers));
  }

  private static List<String> together(List<String> ids, List<String> others) {
    SweepTable.Training first = training(1, ids, 0.9, 0.2, 0.6);
    SweepTable.Training second = training(2, others, 0.4, 0.3, 0.1);
    byte[] table =
        new SweepTable("One", Map.of("one", List.of(first, second))).files().get(SweepTable.TABLE);
    return new String(table, StandardCharsets.UTF_8).lines().skip(1).toList();
  }

  @Test
  void trainingsThatWereAskedAboutTheSameCrystalsAnswerTogether() {
    assertThat(together(List.of("a", "b", "c"), List.of("a", "b", "c")))
        .containsExactly(
            "one,pointnet,2,3,66.67,66.67,1,20.77,93.85,+0.00,1.0000,1.0000,+0.0000,800",
            "one,\"pointnet, together\",2,3,100.00,100.00,,43.85,100.00,+33.33,1.0000,1.0000,"
                + "+0.0000,800");
    assertThat(together(List.of("a", "b", "c"), List.of("a", "b", "d"))).hasSize(1);
    assertThat(together(List.of(), List.of())).hasSize(1);
  }

  private static String file(String name) {
    Map<String, List<SweepTable.Training>> studies = new LinkedHashMap<>();
    studies.put("full", List.of(training("full", 1, 90, 0.96), training("full", 2, 80, 0.94)));
    studies.put("bare <g>", List.of(training("bare", 1, 70, 0.9), training("bare", 2, 74, 0.92)));
    return new String(new SweepTable("Two", studies).files().get(name), StandardCharsets.UTF_8);
  }

  @Test
  void eachStudyHasMeanAndWorstAndItsChangeAgainstTheFirst() {
    assertThat(file(SweepTable.TABLE).lines())
        .containsExactly(
            "study,who,seeds,n,accuracy,worst,worst_seed,worst_ci_low,worst_ci_high,"
                + "accuracy_change,roc_auc,roc_auc_worst,roc_auc_change,learned_from",
            "full,pointnet,2,100,85.00,80.00,2,71.12,86.66,+0.00,0.9500,0.9400,+0.0000,800",
            "full,\"majority class, cubic\",2,100,40.00,40.00,1,30.94,49.80,-45.00,0.5000,0.5000,"
                + "-0.4500,800",
            "bare <g>,pointnet,2,100,72.00,70.00,1,60.42,78.11,-13.00,0.9100,0.9000,-0.0400,100");
  }

  @Test
  void aLearningCurveIsDrawnWhereTheStudiesLearnedFromDifferentlyMany() {
    assertThat(file(ReportFiles.PAGE))
        .containsSubsequence("Learning curve", ">100<", ">800<", "crystals learned from")
        .contains("right, %, 100: 72 %", "right, %, 800: 85 %")
        .contains("ROC AUC, in hundredths, 800: 95 %");
    Map<String, List<SweepTable.Training>> equal = new LinkedHashMap<>();
    equal.put("a", List.of(training("full", 1, 90, 0.96)));
    equal.put("b", List.of(training("full", 1, 80, 0.96)));
    byte[] page = new SweepTable("Equal", equal).files().get(ReportFiles.PAGE);
    assertThat(new String(page, StandardCharsets.UTF_8)).doesNotContain("Learning curve");
  }

  @Test
  void thePageLinksEveryTraining() {
    assertThat(file(ReportFiles.PAGE))
        .contains("bare &lt;g&gt;", "href=\"bare/seed=2/index.html\"", "href=\"full/seed=1/");
  }
}
