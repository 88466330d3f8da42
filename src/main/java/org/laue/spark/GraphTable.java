package org.laue.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.size;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.laue.Kernel;
import org.laue.descriptors.graph.CrystalGraph;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.TableSchemas;

/** Graphs as rows of {@link TableSchemas#GRAPHS}. */
record GraphTable(GraphGenerator descriptor) implements DescriptorTable {
  private static final long serialVersionUID = 1L;

  private static final String ELEMENTS = "elements";
  private static final String SOURCES = "bond_sources";
  private static final String TARGETS = "bond_targets";
  private static final String LENGTHS = "bond_lengths_angstrom";

  @Override
  public TableSchema schema() {
    return TableSchemas.GRAPHS;
  }

  @Override
  public TableRow row(Variant variant) {
    CrystalGraph graph = Kernel.FINGERPRINT.time(() -> descriptor.of(variant.crystal()));
    return variant.row(
        schema(),
        graph.elements(),
        graph.distinctElements(),
        graph.fractions(),
        graph.sources(),
        graph.targets(),
        graph.distances());
  }

  @Override
  public List<String> valueColumns() {
    return List.of(ELEMENTS, SOURCES, TARGETS, LENGTHS);
  }

  @Override
  public float[] values(TableRow row) {
    return CrystalGraph.of(
            row.integers(ELEMENTS),
            row.integers(SOURCES),
            row.integers(TARGETS),
            row.floats(LENGTHS))
        .values();
  }

  /** As {@link CrystalGraph#values} puts them together. */
  @Override
  public Column values() {
    Column head = array(size(col(ELEMENTS)), size(col(LENGTHS)));
    return concat(
        floats(head),
        floats(col(ELEMENTS)),
        floats(col(SOURCES)),
        floats(col(TARGETS)),
        col(LENGTHS));
  }

  @Override
  public Optional<Column> elements() {
    return Optional.of(col("composition_elements"));
  }

  private static Column floats(Column integers) {
    return integers.cast("array<float>");
  }
}
