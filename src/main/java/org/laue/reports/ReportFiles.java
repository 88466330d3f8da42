package org.laue.reports;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a study's report, by name; whoever calls writes them where they belong. */
public final class ReportFiles {
  public static final String TABLE = "table1.csv";
  public static final String NUMBERS = "numbers.csv";

  /** Errors of numbers by what the crystals have in common. */
  private static final String NUMBER_GROUPS = "numbers-by-group.csv";

  public static final String SCORES = "scores.csv";
  public static final String CURVES = "curves.csv";
  public static final String CALIBRATION = "calibration.csv";

  /** Wrong crystal systems. */
  private static final String MISTAKES = "mistakes.csv";

  public static final String PAGE = "index.html";

  private ReportFiles() {}

  public static SortedMap<String, byte[]> of(StudyReport report) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    NumberFigures figures = new NumberFigures(report.numberAnswers());
    if (!report.scores().isEmpty()) {
      files.put(SCORES, utf8(new ScoreTable(report.scores()).csv()));
      report.answers().ifPresent(answers -> put(new AnswerCurves(answers), files));
      if (!report.beside().mistakes().isEmpty()) {
        files.put(MISTAKES, utf8(new MistakeTable(report.beside().mistakes()).csv()));
      }
    } else if (report.numbers().isEmpty()) {
      files.put(TABLE, utf8(Table1Csv.table(report.accuracies())));
      files.put("table1-by-class.csv", utf8(Table1Csv.perClass(report.accuracies())));
    } else {
      files.put(NUMBERS, utf8(numbers(report).csv()));
      if (!report.numberAnswers().isEmpty()) {
        files.put(NUMBER_GROUPS, utf8(figures.csv()));
      }
      report
          .inside()
          .ifPresent(
              view ->
                  new InsideTables(view).csv().forEach((name, csv) -> files.put(name, utf8(csv))));
    }
    files.put(PAGE, utf8(new StudyPage(report, figures).html()));
    return files;
  }

  static NumberTable numbers(StudyReport report) {
    return new NumberTable(report.beside().network(), report.numbers(), report.beside().peers());
  }

  /** A table and a page over it. */
  static SortedMap<String, byte[]> of(String table, String csv, String page) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(table, utf8(csv));
    files.put(PAGE, utf8(page));
    return files;
  }

  private static void put(AnswerCurves curves, SortedMap<String, byte[]> files) {
    files.put(CURVES, utf8(curves.curvesCsv()));
    files.put(CALIBRATION, utf8(curves.calibrationCsv()));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
