package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
  void structuresOfOneFileAreToldApartByTheirNames() {
    List<String> columns = List.of("class", "name");
    for (int structures = 1; structures <= 2; structures++) {
      ScreenTable names = new ScreenTable(columns, List.of("name", "class"));
      for (int position = 1; position <= structures; position++) {
        names.add(row("a.jsonl", position, null, "fcc", "mp-3" + position));
      }
      assertThat(names.render().lines().skip(structures + 1))
          .containsExactly(structures == 1 ? "a.jsonl  fcc" : "a.jsonl  2         mp-32  fcc");
    }
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

  /** The mean and the deviation of a number are told apart by the ends of their names. */
  @Test
  void aLongNameOfAColumnKeepsItsEnd() {
    List<String> names = List.of("energy of formation (eV/atom)", "energy of formation sd of 2");
    ScreenTable narrow = new ScreenTable(names, names);
    narrow.add(row("x".repeat(200), 1, null, "-1.27", "0.012"));
    String heads = narrow.render().lines().findFirst().orElseThrow();
    assertThat(heads).contains("energy of formation (eV/atom)", "energy of formation sd of 2");
    List<String> many = IntStream.range(0, 7).mapToObj(i -> "energy of formation " + i).toList();
    ScreenTable wide = new ScreenTable(many, many);
    wide.add(row("a.cif", 1, null, many.stream().map(n -> (Object) "0.1").toArray()));
    assertThat(wide.render().lines().findFirst().orElseThrow())
        .hasSizeLessThanOrEqualTo(120)
        .contains("ion 0", "ion 6");
  }

  @Test
  void noLineIsLongerThanAScreen() {
    table.add(row("dir/".repeat(60) + "a.cif", 3, null, "c".repeat(90), 7, null, "m".repeat(90)));
    table.add(row("b.cif", 12, "e".repeat(300), null, null, null, null));
    assertThat(table.render().lines()).hasSize(4).allMatch(line -> line.length() <= 120);
    assertThat(table.render()).contains("/a.cif", "~", "eee~");
  }
}
