package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laue.api.rows.Row;

class ScreenTableTest {
  private static final List<String> COLUMNS = List.of("class", "secret", "nothing", "more");

  private final ScreenTable table =
      new ScreenTable(COLUMNS, List.of("class", "absent", "nothing", "more"));

  private static Row row(String source, int position, String error, Object... values) {
    return new Row(source, position, Arrays.asList(values), error, false);
  }

  @Test
  void showsWhatWasChosenAndHasAValue() {
    table.add(row("a.cif", 1, null, "fcc", 7, null, List.of("x", "y")));
    table.add(row("b.cif", 1, null, "bcc", 7, null, 0.25000001));
    assertThat(table.render().lines())
        .containsExactly(
            "source  class  more",
            "------  -----  ----",
            "a.cif   fcc    x y",
            "b.cif   bcc    0.25");
  }

  @Test
  void aRowWithoutAnswerSaysWhyInItsPlace() {
    table.add(row("a.cif", 2, null, "fcc", 7, null, "x"));
    table.add(row("b.cif", 0, "Not a\nstructure file", null, null, null, null));
    assertThat(table.render().lines())
        .containsExactly(
            "source  position  class  more",
            "------  --------  -----  ----",
            "a.cif   2         fcc    x",
            "b.cif             Not a structure file");
  }

  @Test
  void noLineIsLongerThanAScreen() {
    table.add(row("dir/".repeat(60) + "a.cif", 3, null, "c".repeat(90), 7, null, "m".repeat(90)));
    table.add(row("b.cif", 12, "e".repeat(300), null, null, null, null));
    assertThat(table.render().lines()).hasSize(4).allMatch(line -> line.length() <= 120);
    assertThat(table.render()).contains("/a.cif", "~", "eee~");
  }
}
