package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.descriptors.graph.CrystalGraph;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.descriptors.graph.GraphSettings;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/** Graphs in Parquet, as lists that anyone can read. */
class GraphStepTest {
  private static final GraphGenerator GRAPHS =
      new GraphGenerator(GraphSettings.defaults().withNearest(12));

  @TempDir static Path directory;
  private static CompleteRun structures;
  private static CompleteRun graphs;

  @BeforeAll
  static void describe() throws IOException {
    SmallStudy.Described described = SmallStudy.describedBy(GRAPHS, directory);
    structures = described.structures();
    graphs = described.variants();
  }

  @Test
  void aRowIsTheGraphOfItsStructureInPlainLists() throws IOException {
    Map<String, StructureRow> known = TableRows.structuresById(structures);
    List<TableRow> rows = TableRows.of(graphs, TableSchemas.GRAPHS);
    assertThat(rows).hasSize(known.size() * (1 + 2 + 2));
    int pristine = 0;
    for (TableRow row : rows) {
      if (row.text("defect_kind").equals("pristine")) {
        CrystalGraph own = GRAPHS.of(known.get(row.text("structure_id")).crystal());
        assertThat(row.integers("elements")).isEqualTo(own.elements());
        assertThat(row.integers("composition_elements")).isEqualTo(own.distinctElements());
        assertThat(row.floats("composition_fractions")).isEqualTo(own.fractions());
        assertThat(row.floats("bond_lengths_angstrom")).isEqualTo(own.distances());
        pristine++;
      }
    }
    assertThat(pristine).isEqualTo(known.size());
  }

  @Test
  void sparkPutsTheSameValuesTogether() throws IOException {
    DescriptorTable table = DescriptorTable.of(graphs);
    assertThat(table.descriptor()).isEqualTo(GRAPHS);
    Map<String, float[]> expected =
        TableRows.of(graphs, TableSchemas.GRAPHS).stream()
            .collect(Collectors.toMap(GraphStepTest::key, table::values));
    List<Row> rows =
        Frames.read(SharedSession.get(), graphs, TableSchemas.GRAPHS)
            .withColumn("values", table.values())
            .collectAsList();
    assertThat(rows).hasSameSizeAs(expected.entrySet());
    for (Row row : rows) {
      String key =
          row.getAs("structure_id") + "|" + row.getAs("defect") + "|" + row.getAs("replicate");
      List<Float> values = row.getList(row.fieldIndex("values"));
      float[] own = new float[values.size()];
      for (int i = 0; i < own.length; i++) {
        own[i] = values.get(i);
      }
      assertThat(own).isEqualTo(expected.get(key));
    }
  }

  private static String key(TableRow row) {
    return row.text("structure_id") + "|" + row.text("defect") + "|" + row.integer("replicate");
  }
}
