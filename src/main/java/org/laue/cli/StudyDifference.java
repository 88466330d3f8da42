package org.laue.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.laue.evaluation.Drift;
import org.laue.evaluation.Proportion;
import org.laue.spark.LaueSession;
import org.laue.spark.RunDifference;
import org.laue.study.StudySummaries;
import org.laue.study.StudySummary;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/**
 * What differs between two complete studies: their rows, their labels, their accuracies, and how
 * far their inputs drifted. Tables of equal content are not read.
 *
 * @param before instant at which the first was complete, ISO 8601
 * @param settings by step and key, {@code before -> after}; code and inputs among them
 * @param tables those that differ, by their places
 * @param drift by what is compared
 */
public record StudyDifference(
    String before,
    String after,
    Map<String, String> settings,
    Map<String, Table> tables,
    Map<String, Double> drift) {
  private static final String ABSENT = "absent";

  /**
   * One table.
   *
   * @param rowsBefore rows of the first, 0 where it has no such table
   * @param changed rows gone, added and of another label, where the table says what a row is
   * @param accuracies in percent that changed, {@code before -> after}
   */
  public record Table(
      long rowsBefore,
      long rowsAfter,
      long rejectedBefore,
      long rejectedAfter,
      Map<String, Long> changed,
      Map<String, String> accuracies) {}

  /** Whether both hold the same rows in the same tables. */
  public boolean isEqual() {
    return tables.isEmpty();
  }

  /** Compares two studies. */
  static StudyDifference of(
      StudySummaries.Found before, StudySummaries.Found after, LaueSession session)
      throws IOException {
    return new Comparison(before, after, session).compare();
  }

  /** Of one table at a place: its steps on both sides, null where there is none. */
  private record Pair(StudySummary.Step before, StudySummary.Step after) {
    boolean holdsTheSame() {
      return before != null && after != null && before.content().equals(after.content());
    }

    boolean isBoth() {
      return before != null && after != null;
    }
  }

  private static final class Comparison {
    private final StudySummaries.Found before;
    private final StudySummaries.Found after;
    private final Configuration hadoop;
    private final RunDifference runs;
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, Double> drift = new TreeMap<>();

    Comparison(StudySummaries.Found before, StudySummaries.Found after, LaueSession session) {
      this.before = before;
      this.after = after;
      this.hadoop = session.hadoop();
      this.runs = new RunDifference(session);
    }

    StudyDifference compare() throws IOException {
      Map<String, Table> tables = new LinkedHashMap<>();
      for (var pair : pairs().entrySet()) {
        if (!pair.getValue().holdsTheSame()) {
          tables.put(pair.getKey(), table(pair.getKey(), pair.getValue()));
        }
      }
      return new StudyDifference(
          before.summary().finishedAt(), after.summary().finishedAt(), settings, tables, drift);
    }

    private Map<String, Pair> pairs() {
      Map<String, Pair> pairs = new LinkedHashMap<>();
      before.summary().steps().forEach(step -> pairs.put(step.place(), new Pair(step, null)));
      for (StudySummary.Step step : after.summary().steps()) {
        Pair known = pairs.getOrDefault(step.place(), new Pair(null, null));
        pairs.put(step.place(), new Pair(known.before(), step));
      }
      return pairs;
    }

    private Table table(String place, Pair pair) throws IOException {
      Map<String, Long> changed = Map.of();
      Map<String, String> accuracies = new TreeMap<>();
      if (pair.isBoth()) {
        CompleteRun old = pair.before().open(hadoop, before.output());
        CompleteRun now = pair.after().open(hadoop, after.output());
        compareSettings(place, old, now);
        changed = changed(old, now);
        if (isOf(TableSchemas.STRUCTURES, old, now)) {
          compareInputs(place, old, now);
        } else if (isOf(TableSchemas.PREDICTIONS, old, now)) {
          accuracies = changes(text(runs.accuracies(old)), text(runs.accuracies(now)));
          drift.put(place + ", novel before", runs.novel(old).percent() / 100);
          drift.put(place + ", novel after", runs.novel(now).percent() / 100);
        }
      }
      return new Table(
          count(pair.before(), "out"),
          count(pair.after(), "out"),
          count(pair.before(), "rejected"),
          count(pair.after(), "rejected"),
          changed,
          accuracies);
    }

    private static long count(StudySummary.Step step, String what) {
      return step == null ? 0 : step.count(what);
    }

    private void compareSettings(String place, CompleteRun old, CompleteRun now) {
      changes(facts(old), facts(now))
          .forEach((key, change) -> settings.put(place + ", " + key, change));
    }

    /** Settings and code; of inputs that differ the tables tell. */
    private static Map<String, String> facts(CompleteRun run) {
      Map<String, String> facts = new TreeMap<>(run.manifest().provenance().configuration());
      facts.put("code", run.manifest().provenance().code());
      return facts;
    }

    private static boolean isOf(TableSchema schema, CompleteRun old, CompleteRun now) {
      return old.kind().equals(schema.name()) && now.kind().equals(schema.name());
    }

    private Map<String, Long> changed(CompleteRun old, CompleteRun now) throws IOException {
      if (isOf(TableSchemas.STRUCTURES, old, now)) {
        return runs.rows(old, now, TableSchemas.STRUCTURES, "label");
      }
      return isOf(TableSchemas.PREDICTIONS, old, now)
          ? runs.rows(old, now, TableSchemas.PREDICTIONS, "predicted")
          : Map.of();
    }

    private void compareInputs(String place, CompleteRun old, CompleteRun now) throws IOException {
      RunDifference.Inputs was = runs.inputs(old);
      RunDifference.Inputs is = runs.inputs(now);
      drift.put(place + ", labels", Drift.totalVariation(was.labels(), is.labels()));
      drift.put(place + ", elements", Drift.totalVariation(was.elements(), is.elements()));
      was.means().forEach((what, mean) -> drift.put(place + ", " + what + " before", mean));
      is.means().forEach((what, mean) -> drift.put(place + ", " + what + " after", mean));
    }

    private static Map<String, String> text(SortedMap<String, Proportion> accuracies) {
      Map<String, String> texts = new TreeMap<>();
      accuracies.forEach(
          (what, p) ->
              texts.put(what, String.format(Locale.ROOT, "%.2f %% of %d", p.percent(), p.n())));
      return texts;
    }

    private static Map<String, String> changes(Map<String, String> old, Map<String, String> now) {
      Map<String, String> changes = new TreeMap<>();
      TreeSet<String> keys = new TreeSet<>(old.keySet());
      keys.addAll(now.keySet());
      for (String key : keys) {
        String was = old.getOrDefault(key, ABSENT);
        String is = now.getOrDefault(key, ABSENT);
        if (!was.equals(is)) {
          changes.put(key, was + " -> " + is);
        }
      }
      return changes;
    }
  }

  /** For people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of("Before: " + before, "After:  " + after));
    settings.forEach((key, change) -> lines.add("Setting of " + key + ": " + change));
    tables.forEach((place, table) -> lines.addAll(lines(place, table)));
    drift.forEach(
        (what, value) -> lines.add(String.format(Locale.ROOT, "Drift of %s: %.4f", what, value)));
    lines.add(isEqual() ? "Equal, row by row" : "Different");
    return lines;
  }

  private static List<String> lines(String place, Table table) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %,d -> %,d rows, %,d -> %,d rejected",
            place,
            table.rowsBefore(),
            table.rowsAfter(),
            table.rejectedBefore(),
            table.rejectedAfter()));
    table
        .changed()
        .forEach((change, n) -> lines.add(String.format(Locale.ROOT, "  %,d x %s", n, change)));
    table.accuracies().forEach((what, change) -> lines.add("  right at " + what + ": " + change));
    return lines;
  }
}
