package org.laue.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.laue.evaluation.Condition;
import org.laue.evaluation.NumberAnswer;
import org.laue.evaluation.NumberErrors;
import org.laue.evaluation.NumberRow;

class NumberSeedTableTest {
  private static final double[] TRUTH = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};

  /** Answers that are all off by the same. */
  private static NumberSeedTable.Training training(double off, String crystals) {
    List<NumberAnswer> answers = new ArrayList<>();
    double[] predicted = new double[TRUTH.length];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = TRUTH[i] + off;
      answers.add(
          new NumberAnswer(
              crystals + i, "gap", "eV", TRUTH[i], predicted[i], "cubic", 1, List.of("Si")));
    }
    NumberErrors errors = NumberErrors.of(TRUTH, predicted, 1);
    return new NumberSeedTable.Training(
        List.of(
            new NumberRow("gap", "eV", "test", Condition.PRISTINE, errors),
            new NumberRow("gap", "eV", "train", Condition.PRISTINE, errors)),
        answers);
  }

  private static Map<String, String> files(SortedMap<Long, NumberSeedTable.Training> seeds) {
    Map<String, String> texts = new TreeMap<>();
    new NumberSeedTable("Study <of> seeds", seeds)
        .files()
        .forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  @Test
  void meanAndWorstOfTheSeedsAndWhatTheySayTogether() {
    SortedMap<Long, NumberSeedTable.Training> seeds = new TreeMap<>();
    seeds.put(1L, training(0.5, "c"));
    seeds.put(2L, training(-1, "c"));
    seeds.put(3L, training(2, "c"));
    Map<String, String> files = files(seeds);
    assertThat(files.get("seeds.csv").lines())
        .containsExactly(
            "quantity,unit,defect,level,seeds,n,mae_mean,mae_worst,worst_seed,worst_ci_low,"
                + "worst_ci_high",
            "gap,eV,pristine,0,3,12,1.167,2.000,3,2.000,2.000");
    assertThat(files.get("ensemble.csv"))
        .contains("gap,eV,12,0.5000,0.5000,0.5000,0.5000,0.9790,,0.3333");
    assertThat(files.get("ensemble-answers.csv").lines())
        .hasSize(13)
        .contains("gap,c0,0.000,0.5000,1.500");
    assertThat(files.get("uncertainty-shares.csv"))
        .contains("gap,0.25,0.1974,12,0.0000,", "gap,1,0.6827,12,1.0000,");
    assertThat(files.get("uncertainty-bins.csv").lines()).hasSize(11);
    assertThat(files.get("index.html"))
        .contains("Study &lt;of&gt; seeds", "href=\"seed=1/index.html\"", "3 trainings")
        .contains("gap: the 3 seeds together", "12 of 12 within 1.0 σ", "mean σ, eV")
        .doesNotContain("NaN", "No ensemble");
  }

  @Test
  void differentTestSidesHaveNoEnsembleAndItIsSaid() {
    SortedMap<Long, NumberSeedTable.Training> seeds = new TreeMap<>();
    seeds.put(1L, training(0.5, "c"));
    seeds.put(2L, training(-1, "d"));
    Map<String, String> files = files(seeds);
    assertThat(files).containsOnlyKeys("seeds.csv", "index.html");
    assertThat(files.get("index.html"))
        .contains("No ensemble of gap: the seeds were not tested on the same crystals");
  }

  @Test
  void oneSeedIsNoEnsemble() {
    SortedMap<Long, NumberSeedTable.Training> seeds = new TreeMap<>();
    seeds.put(1L, training(0.5, "c"));
    assertThat(files(seeds).get("index.html")).contains("it takes two seeds or more");
  }
}
