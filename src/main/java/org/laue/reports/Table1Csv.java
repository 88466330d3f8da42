package org.laue.reports;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.laue.evaluation.AccuracyTable;
import org.laue.evaluation.Condition;
import org.laue.evaluation.Method;
import org.laue.evaluation.PaperTable1;
import org.laue.evaluation.Proportion;

/** Table 1 as comma-separated values; accuracies and interval ends in percent. */
final class Table1Csv {
  private Table1Csv() {}

  /** One row per defect, level and method, over all classes and over binary and ternary alike. */
  static String table(AccuracyTable accuracies) {
    StringBuilder csv = new StringBuilder("defect,level,method,n,accuracy,ci_low,ci_high,paper\n");
    for (var row : merged(accuracies).entrySet()) {
      Condition condition = row.getKey();
      row.getValue()
          .forEach(
              (method, proportion) ->
                  csv.append(condition(condition))
                      .append(cells(method, proportion))
                      .append(',')
                      .append(paper(condition, method))
                      .append('\n'));
    }
    return csv.toString();
  }

  private static SortedMap<Condition, SortedMap<Method, Proportion>> merged(
      AccuracyTable accuracies) {
    SortedMap<Condition, SortedMap<Method, Proportion>> rows = new TreeMap<>();
    for (Condition condition : accuracies.conditions()) {
      boolean substitution = condition.defect().equals("substitution");
      Condition key =
          substitution ? new Condition("substitution", condition.level(), "") : condition;
      for (Method method : accuracies.methods(condition)) {
        rows.computeIfAbsent(key, k -> new TreeMap<>())
            .merge(method, accuracies.overall(condition, method), Proportion::plus);
      }
    }
    return rows;
  }

  /** The same, split by true class. */
  static String perClass(AccuracyTable accuracies) {
    StringBuilder csv = new StringBuilder("class,defect,level,method,n,accuracy,ci_low,ci_high\n");
    for (Condition condition : accuracies.conditions()) {
      for (Method method : accuracies.methods(condition)) {
        accuracies
            .perClass(condition, method)
            .forEach(
                (label, proportion) ->
                    csv.append(label)
                        .append(',')
                        .append(condition(condition))
                        .append(cells(method, proportion))
                        .append('\n'));
      }
    }
    return csv.toString();
  }

  private static String condition(Condition condition) {
    String defect =
        condition.detail().isEmpty()
            ? condition.defect()
            : condition.defect() + " " + condition.detail();
    return defect + "," + level(condition.level()) + ",";
  }

  /** Shortest decimal form: 0.25, 0.001, 0. */
  static String level(double level) {
    return level == (long) level ? Long.toString((long) level) : Double.toString(level);
  }

  private static String cells(Method method, Proportion p) {
    return String.format(
        Locale.ROOT,
        "%s,%d,%.2f,%.2f,%.2f",
        method.key(),
        p.n(),
        p.percent(),
        p.lowPercent(),
        p.highPercent());
  }

  private static String paper(Condition condition, Method method) {
    OptionalDouble paper = PaperTable1.accuracyPercent(condition, method);
    return paper.isPresent() ? String.format(Locale.ROOT, "%.2f", paper.getAsDouble()) : "";
  }
}
