package org.laue.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
            new ClassScore("majority class, cubic", new Proportion(40, 100), 0.5, 0.3)));
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
