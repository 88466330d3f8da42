package org.laue.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;

/** Rows of a command's answer, printed for people, as CSV or as one JSON object a line. */
public final class OutputTable {
  /** As many are enough for people. */
  private static final int DIGITS = 6;

  /** How a command prints. */
  public enum Style {
    TABLE,
    CSV,
    JSON
  }

  private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<String> columns;
  private final List<List<Object>> rows = new ArrayList<>();

  public OutputTable(List<String> columns) {
    this.columns = List.copyOf(columns);
  }

  /** One value per column; null prints as nothing. */
  public void add(Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(values.length + " values for " + columns);
    }
    rows.add(Collections.unmodifiableList(new ArrayList<>(Arrays.asList(values))));
  }

  public String render(Style style) {
    return switch (style) {
      case TABLE -> table();
      case CSV -> csv();
      case JSON -> json();
    };
  }

  private String table() {
    int[] widths =
        IntStream.range(0, columns.size())
            .map(c -> Math.max(columns.get(c).length(), widest(c)))
            .toArray();
    StringBuilder out = new StringBuilder(line(columns, widths));
    out.append(line(Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths));
    rows.forEach(row -> out.append(line(row.stream().map(OutputTable::text).toList(), widths)));
    return out.toString();
  }

  /** The same rows without columns in which no row has a value, numbers rounded. */
  OutputTable forPeople() {
    int[] kept =
        IntStream.range(0, columns.size())
            .filter(c -> rows.stream().anyMatch(row -> !text(row.get(c)).isEmpty()))
            .toArray();
    OutputTable dense = new OutputTable(Arrays.stream(kept).mapToObj(columns::get).toList());
    rows.forEach(
        row ->
            dense.add(Arrays.stream(kept).mapToObj(c -> readable(row.get(c), DIGITS)).toArray()));
    return dense;
  }

  /** A number with some of its digits. */
  static Object readable(Object value, int digits) {
    return value instanceof Double number && number != Math.rint(number)
        ? new BigDecimal(number).round(new MathContext(digits)).stripTrailingZeros().toPlainString()
        : value;
  }

  private int widest(int column) {
    return rows.stream().mapToInt(row -> text(row.get(column)).length()).max().orElse(0);
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
    }
    return line.toString().stripTrailing() + "\n";
  }

  private String csv() {
    StringBuilder out = new StringBuilder(csvLine(columns)).append('\n');
    rows.forEach(row -> out.append(csvLine(row)).append('\n'));
    return out.toString();
  }

  /** One line by RFC 4180, without its end. */
  static String csvLine(List<?> row) {
    return CSV.format(row.stream().map(OutputTable::text).toArray());
  }

  private String json() {
    StringBuilder out = new StringBuilder();
    rows.forEach(row -> out.append(jsonLine(columns, row)).append('\n'));
    return out.toString();
  }

  /** One JSON object, without the end of its line. */
  static String jsonLine(List<String> columns, List<Object> row) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      object.put(columns.get(i), row.get(i));
    }
    return json(object);
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> e.getKey() + "=" + text(e.getValue()))
          .collect(Collectors.joining(" "));
    }
    return value instanceof List<?> list
        ? list.stream().map(OutputTable::text).collect(Collectors.joining(" "))
        : value.toString();
  }
}
