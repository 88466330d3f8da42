package org.laue.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laue.api.rows.Row;

/** Says at the end how many structures there were, what was wrong and what warns, with examples. */
final class RowSummary {
  private static final int SHOWN = 5;

  private final int codes;
  private final int texts;
  private final List<String> reasons = new ArrayList<>();
  private final Map<String, Integer> warned = new LinkedHashMap<>();
  private final Map<String, String> examples = new LinkedHashMap<>();
  private long answered;
  private long failed;
  private long ours;

  /**
   * @param columns of the rows; warnings are found by their names
   */
  RowSummary(List<String> columns) {
    this.codes = columns.indexOf("warnings");
    this.texts = columns.indexOf("warning");
  }

  void count(Row row) {
    if (!row.isFailed()) {
      answered++;
      countWarnings(row);
      return;
    }
    failed++;
    ours += row.ours() ? 1 : 0;
    if (reasons.size() < SHOWN) {
      reasons.add(RowPrinter.shown(row.source()) + " #" + row.position() + ": " + row.error());
    }
  }

  private void countWarnings(Row row) {
    if (texts < 0 || row.values().get(texts) == null) {
      return;
    }
    List<?> kinds = codes < 0 ? List.of("warning") : (List<?>) row.values().get(codes);
    for (Object kind : kinds) {
      warned.merge((String) kind, 1, Integer::sum);
      examples.putIfAbsent(
          (String) kind, RowPrinter.shown(row.source()) + ": " + row.values().get(texts));
    }
  }

  /** Rows so far. */
  long rows() {
    return answered + failed;
  }

  /** 1 where a fault of ours cost a row, 2 if no structure at all could be answered. */
  int exitCode() {
    if (ours > 0) {
      return Laue.OUR_ERROR;
    }
    return answered == 0 ? Laue.USER_ERROR : 0;
  }

  void print(PrintWriter err, String command) {
    err.printf("laue %s: %,d structures answered, %,d not%n", command, answered, failed);
    reasons.forEach(reason -> err.println("  " + reason));
    if (failed > reasons.size()) {
      err.printf("  and %,d more; the last column of --csv and --json tells%n", failed - SHOWN);
    }
    warned.forEach((kind, n) -> err.printf("  %,d x %s, %s%n", n, kind, examples.get(kind)));
    if (ours > 0) {
      err.printf("  %,d of these are faults of ours; please report the traces above%n", ours);
    }
  }
}
