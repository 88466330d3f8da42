package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

class OutputTableTest {
  private final OutputTable table = new OutputTable(List.of("source", "number", "more"));

  OutputTableTest() {
    table.add("a, \"b\".cif", 225, Map.of("fcc", 0.5));
    table.add("c.cif", null, null);
  }

  @Test
  void csvQuotesWhatNeedsIt() {
    assertThat(table.render(OutputTable.Style.CSV))
        .isEqualTo("source,number,more\n\"a, \"\"b\"\".cif\",225,fcc=0.5\nc.cif,,\n");
  }

  @Test
  void whatALineOfCsvHoldsIsReadBack() throws IOException {
    List<String> cells = List.of("#1.cif", "äöü", " x ", "a\nb", "", "\"", "c,d");
    try (CSVParser parser = CSVParser.parse(OutputTable.csvLine(cells), CSVFormat.RFC4180)) {
      assertThat(parser.getRecords().get(0).toList()).isEqualTo(cells);
    }
  }

  @Test
  void jsonKeepsTypes() {
    assertThat(table.render(OutputTable.Style.JSON).lines())
        .containsExactly(
            "{\"source\":\"a, \\\"b\\\".cif\",\"number\":225,\"more\":{\"fcc\":0.5}}",
            "{\"source\":\"c.cif\",\"number\":null,\"more\":null}");
  }

  @Test
  void tableAlignsColumns() {
    assertThat(table.render(OutputTable.Style.TABLE).lines())
        .containsExactly(
            "source      number  more",
            "----------  ------  -------",
            "a, \"b\".cif  225     fcc=0.5",
            "c.cif");
  }
}
