package org.laue.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
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
    List<Object[]> rows = new ArrayList<>();
    merged(accuracies)
        .forEach(
            (condition, proportions) ->
                proportions.forEach(
                    (method, p) ->
                        rows.add(
                            new Object[] {
                              defect(condition),
                              level(condition.level()),
                              method.key(),
                              p.n(),
                              percent(p.percent()),
                              percent(p.lowPercent()),
                              percent(p.highPercent()),
                              paper(condition, method)
                            })));
    return csv(rows, "defect", "level", "method", "n", "accuracy", "ci_low", "ci_high", "paper");
  }

  /** Over all classes, and over binary and ternary substitution alike. */
  static SortedMap<Condition, SortedMap<Method, Proportion>> merged(AccuracyTable accuracies) {
    SortedMap<Condition, SortedMap<Method, Proportion>> rows = new TreeMap<>();
    for (Condition condition : accuracies.conditions()) {
      Condition key = row(condition);
      for (Method method : accuracies.methods(condition)) {
        rows.computeIfAbsent(key, k -> new TreeMap<>())
            .merge(method, accuracies.overall(condition, method), Proportion::plus);
      }
    }
    return rows;
  }

  /** The row that a condition is counted in: substitution by whatever is one. */
  static Condition row(Condition condition) {
    return condition.defect().equals("substitution")
        ? new Condition("substitution", condition.level(), "")
        : condition;
  }

  /** The same, split by true class. */
  static String perClass(AccuracyTable accuracies) {
    List<Object[]> rows = new ArrayList<>();
    for (Condition condition : accuracies.conditions()) {
      for (Method method : accuracies.methods(condition)) {
        accuracies
            .perClass(condition, method)
            .forEach(
                (label, p) ->
                    rows.add(
                        new Object[] {
                          label,
                          defect(condition),
                          level(condition.level()),
                          method.key(),
                          p.n(),
                          percent(p.percent()),
                          percent(p.lowPercent()),
                          percent(p.highPercent())
                        }));
      }
    }
    return csv(rows, "class", "defect", "level", "method", "n", "accuracy", "ci_low", "ci_high");
  }

  static String csv(List<Object[]> rows, String... header) {
    StringBuilder csv = new StringBuilder();
    CSVFormat format =
        CSVFormat.RFC4180.builder().setRecordSeparator('\n').setHeader(header).build();
    try (CSVPrinter printer = new CSVPrinter(csv, format)) {
      printer.printRecords(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.toString();
  }

  static String defect(Condition condition) {
    return (condition.defect() + " " + condition.detail()).strip();
  }

  /** Shortest decimal form: 0.25, 0.001, 0. */
  static String level(double level) {
    return level == (long) level ? Long.toString((long) level) : Double.toString(level);
  }

  static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  static String paper(Condition condition, Method method) {
    OptionalDouble paper = PaperTable1.accuracyPercent(condition, method);
    return paper.isPresent() ? percent(paper.getAsDouble()) : "";
  }
}
