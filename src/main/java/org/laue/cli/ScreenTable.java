package org.laue.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.laue.api.rows.Row;

/**
 * Rows for a screen: some columns, cut where they are widest until a line fits. A row without an
 * answer says why in their place.
 */
final class ScreenTable {
  /** Characters of a line. */
  static final int WIDTH = 120;

  private static final int GAP = 2;

  /** Narrower no column is made. */
  private static final int LEAST = 12;

  /** Of a number; nothing that stands here is known better. */
  private static final int DIGITS = 4;

  private static final String CUT = "~";

  private final List<String> header = new ArrayList<>(List.of("source", "position"));
  private final int[] chosen;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private boolean several;

  /**
   * @param columns of the rows
   * @param shown those that are shown, as far as a row has a value there
   */
  ScreenTable(List<String> columns, List<String> shown) {
    this.chosen = shown.stream().mapToInt(columns::indexOf).filter(c -> c >= 0).toArray();
    Arrays.stream(chosen).mapToObj(columns::get).forEach(header::add);
  }

  void add(Row row) {
    List<String> cells = new ArrayList<>();
    cells.add(RowPrinter.shown(row.source()));
    cells.add(row.position() == 0 ? "" : Integer.toString(row.position()));
    several |= row.position() > 1;
    for (int column : chosen) {
      cells.add(OutputTable.text(OutputTable.readable(row.values().get(column), DIGITS)));
    }
    rows.add(cells);
    errors.add(row.error());
  }

  String render() {
    int[] kept = kept();
    int[] widths = widths(kept);
    StringBuilder out = new StringBuilder(line(heads(kept, widths), kept, widths));
    String[] rules = Arrays.stream(widths).mapToObj("-"::repeat).toArray(String[]::new);
    out.append(String.join(" ".repeat(GAP), rules)).append('\n');
    for (int row = 0; row < rows.size(); row++) {
      String line = line(rows.get(row), kept, widths);
      out.append(errors.get(row) == null ? line : failed(line, errors.get(row), kept, widths));
    }
    return out.toString();
  }

  /** Names of columns, the long ones cut in the middle: many differ by their ends alone. */
  private List<String> heads(int[] kept, int[] widths) {
    List<String> heads = new ArrayList<>(header);
    for (int i = 0; i < kept.length; i++) {
      String name = header.get(kept[i]);
      int end = (widths[i] - 1) / 2;
      if (name.length() > widths[i]) {
        String start = name.substring(0, widths[i] - 1 - end);
        heads.set(kept[i], start + CUT + name.substring(name.length() - end));
      }
    }
    return heads;
  }

  /**
   * The source and the columns in which some row has a value; place and name where a file has
   * several structures.
   */
  private int[] kept() {
    return IntStream.range(0, header.size())
        .filter(c -> c == 0 || rows.stream().anyMatch(row -> !row.get(c).isEmpty()))
        .filter(c -> several || !header.get(c).equals("position") && !header.get(c).equals("name"))
        .toArray();
  }

  private int[] widths(int[] kept) {
    int[] widths = Arrays.stream(kept).map(this::width).toArray();
    int room = WIDTH - GAP * (widths.length - 1);
    while (Arrays.stream(widths).sum() > room && widths[widest(widths)] > LEAST) {
      widths[widest(widths)]--;
    }
    return widths;
  }

  private int width(int column) {
    int most = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return Math.max(header.get(column).length(), most);
  }

  private static int widest(int[] widths) {
    int most = 0;
    for (int i = 1; i < widths.length; i++) {
      most = widths[i] > widths[most] ? i : most;
    }
    return most;
  }

  private static String line(List<String> cells, int[] kept, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < kept.length; i++) {
      String cell = i == 0 ? ending(cells.get(0), widths[0]) : cut(cells.get(kept[i]), widths[i]);
      line.append(cell).append(" ".repeat(widths[i] - cell.length() + GAP));
    }
    return line.toString().stripTrailing() + "\n";
  }

  /** The reason in the place of what would have been answered. */
  private static String failed(String line, String error, int[] kept, int[] widths) {
    boolean position = kept.length > 1 && kept[1] == 1;
    int place = widths[0] + GAP + (position ? widths[1] + GAP : 0);
    String start = line.stripTrailing();
    String text = error.replaceAll("\\s+", " ");
    return start
        + " ".repeat(Math.max(1, place - start.length()))
        + cut(text, WIDTH - place)
        + "\n";
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + CUT;
  }

  /** Of a file's name the end tells most. */
  private static String ending(String text, int width) {
    return text.length() <= width ? text : CUT + text.substring(text.length() - width + 1);
  }
}
