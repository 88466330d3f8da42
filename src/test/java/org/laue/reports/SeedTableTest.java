package org.laue.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.laue.evaluation.AccuracyTable;
import org.laue.evaluation.Condition;
import org.laue.evaluation.Method;

class SeedTableTest {
  private static final Condition VACANCIES = new Condition("vacancy", 0.5, "");

  private static AccuracyTable table(long bcc, long fcc) {
    AccuracyTable table = new AccuracyTable();
    table.add(Condition.PRISTINE, Method.CONVNET, "bcc", 100, 100);
    table.add(VACANCIES, Method.CONVNET, "bcc", bcc, 100);
    table.add(VACANCIES, Method.CONVNET, "fcc", fcc, 100);
    table.add(new Condition("substitution", 0.5, "binary"), Method.CONVNET, "bcc", bcc, 100);
    table.add(new Condition("substitution", 0.5, "ternary"), Method.CONVNET, "bcc", 100, 100);
    return table;
  }

  private static String file(String name) {
    SortedMap<Long, AccuracyTable> bySeed = new TreeMap<>();
    bySeed.put(1L, table(99, 97));
    bySeed.put(2L, table(90, 98));
    bySeed.put(3L, table(100, 100));
    byte[] bytes = new SeedTable("Study <of> seeds", bySeed).files().get(name);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void eachCellNamesMeanWorstSeedAndItsWorstClass() {
    assertThat(file("seeds.csv").lines())
        .containsExactly(
            "defect,level,method,n,mean,worst,worst_seed,worst_ci_low,worst_ci_high,worst_class,"
                + "worst_class_accuracy,paper",
            "pristine,0,convnet,100,100.00,100.00,1,96.30,100.00,bcc,100.00,100.00",
            "vacancy,0.5,convnet,200,97.33,94.00,2,89.81,96.53,bcc,90.00,99.56",
            "substitution,0.5,convnet,200,98.17,95.00,2,91.04,97.26,bcc,95.00,");
  }

  @Test
  void thePageLinksTheReportOfEverySeed() {
    assertThat(file("index.html"))
        .contains("Study &lt;of&gt; seeds", "href=\"seed=1/index.html\"", "seed=3/index.html")
        .contains("bcc 90", "3 trainings");
  }
}
