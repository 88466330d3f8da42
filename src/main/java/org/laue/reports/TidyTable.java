package org.laue.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laue.evaluation.AccuracyTable;
import org.laue.evaluation.Condition;
import org.laue.evaluation.Method;
import org.laue.evaluation.Proportion;

/**
 * Everything that a sweep counted, one row for each study, seed, true class, condition and method
 * (the network, and the symmetry finder at each tolerance); replicates are counted together.
 */
public final class TidyTable {
  public static final String TABLE = "tidy.csv";

  private final List<Answered> studies;

  /**
   * One training with its answers.
   *
   * @param settings what sets the study apart; the same keys in all studies of a sweep
   */
  public record Answered(Map<String, String> settings, long seed, AccuracyTable accuracies) {}

  /**
   * @param studies at least one
   */
  public TidyTable(List<Answered> studies) {
    this.studies = List.copyOf(studies);
  }

  public byte[] csv() {
    List<String> header = new ArrayList<>(studies.get(0).settings().keySet());
    header.addAll(
        List.of(
            "seed",
            "class",
            "defect",
            "level",
            "method",
            "n",
            "right",
            "accuracy",
            "ci_low",
            "ci_high"));
    List<Object[]> rows = new ArrayList<>();
    for (Answered study : studies) {
      for (Condition condition : study.accuracies().conditions()) {
        for (Method method : study.accuracies().methods(condition)) {
          study
              .accuracies()
              .perClass(condition, method)
              .forEach((label, share) -> rows.add(row(study, label, condition, method, share)));
        }
      }
    }
    return ReportFiles.utf8(Table1Csv.csv(rows, header.toArray(String[]::new)));
  }

  private static Object[] row(
      Answered study, String label, Condition condition, Method method, Proportion share) {
    List<Object> cells = new ArrayList<>(study.settings().values());
    cells.addAll(
        List.of(
            study.seed(),
            label,
            Table1Csv.defect(condition),
            Table1Csv.level(condition.level()),
            method.key(),
            share.n(),
            share.correct(),
            Table1Csv.percent(share.percent()),
            Table1Csv.percent(share.lowPercent()),
            Table1Csv.percent(share.highPercent())));
    return cells.toArray();
  }
}
