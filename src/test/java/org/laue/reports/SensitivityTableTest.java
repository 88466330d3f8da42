package org.laue.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.laue.evaluation.AccuracyTable;
import org.laue.evaluation.Condition;
import org.laue.evaluation.Method;

class SensitivityTableTest {
  private static final Condition SHAKEN = new Condition("displacement", 0.1, "");

  private static final Condition BOTH =
      new Condition("combination", 0.1, "vacancy 0.4 + displacement 0.1");

  private static SortedMap<Long, AccuracyTable> seeds(long... right) {
    SortedMap<Long, AccuracyTable> seeds = new TreeMap<>();
    for (long r : right) {
      AccuracyTable table = new AccuracyTable();
      table.add(Condition.PRISTINE, Method.CONVNET, "fcc", 100, 100);
      table.add(SHAKEN, Method.CONVNET, "fcc", r, 100);
      table.add(SHAKEN, Method.BASELINE_LOOSE, "fcc", 0, 100);
      table.add(BOTH, Method.CONVNET, "fcc", r, 100);
      seeds.put(seeds.size() + 1L, table);
    }
    return seeds;
  }

  private static String file(String name) {
    Map<String, SortedMap<Long, AccuracyTable>> studies = new LinkedHashMap<>();
    studies.put("cluster atoms 32", seeds(80, 90));
    studies.put("cluster atoms 256", seeds(95, 99));
    studies.put("inner radius 10", seeds(70, 72));
    return new String(new SensitivityTable("S", studies).files().get(name), StandardCharsets.UTF_8);
  }

  @Test
  void eachValueHasMeanWorstAndBestSeedOfTheNetwork() {
    assertThat(file(SensitivityTable.TABLE).lines())
        .hasSize(1 + 3 * 3)
        .contains(
            "what,value,defect,level,seeds,n,mean,worst,best,ci_low,ci_high",
            "cluster atoms,32,pristine,0,2,200,100.00,100.00,100.00,98.12,100.00",
            "cluster atoms,32,displacement,0.1,2,200,85.00,80.00,90.00,79.39,89.29",
            "inner radius,10,displacement,0.1,2,200,71.00,70.00,72.00,64.36,76.85");
  }

  @Test
  void eachSettingHasAChartAndATable() {
    String page = file(ReportFiles.PAGE);
    assertThat(page.split("<svg", -1)).hasSize(1 + 2);
    assertThat(page).contains("<h2>cluster atoms</h2>", "85 (80–90), n = 200", "displacement 0.1<");
    assertThat(page).contains("Spglib-style, loose", "0 (0–0), n = 200");
    assertThat(page).contains("<td>vacancy 0.4 + displacement 0.1</td>");
  }
}
