package org.laue.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.functions;
import org.laue.UserException;
import org.laue.descriptors.Descriptor;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.descriptors.image.Imaging;
import org.laue.descriptors.known.Descriptors;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.structure.Crystal;
import org.laue.tables.parquet.Column;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.runs.CompleteRun;

/**
 * How what a descriptor makes of structures stands in a table: all that the steps need to know of
 * one descriptor or another. The last column holds the values where nothing else is said, and a
 * run's manifest the descriptor's name and settings.
 */
interface DescriptorTable extends Serializable {
  /** Key of the name in a run's configuration, and with a point the beginning of the settings'. */
  String KEY = "descriptor";

  Descriptor descriptor();

  TableSchema schema();

  /** The row of a variant. */
  TableRow row(Variant variant);

  /**
   * Rows of the showings of a training crystal.
   *
   * @param structure as given
   * @param views what is to be shown, without a crystal; the first is the crystal as it is
   * @param drawing what may differ between them
   */
  default void views(Crystal structure, List<Variant> views, ViewDrawing drawing, RowTaker taker)
      throws IOException {
    for (Variant view : views) {
      taker.take(row(view.of(structure)));
    }
  }

  /** Takes rows one by one. */
  interface RowTaker {
    void take(TableRow row) throws IOException;
  }

  /** Names of the columns that hold the values. */
  default List<String> valueColumns() {
    List<Column> columns = schema().columns();
    return List.of(columns.get(columns.size() - 1).name());
  }

  /** The values of a row that has these columns. */
  default float[] values(TableRow row) {
    return row.floats(valueColumns().get(0));
  }

  /** The same of rows in Spark, array of float. */
  default org.apache.spark.sql.Column values() {
    return functions.col(valueColumns().get(0));
  }

  /**
   * @throws UserException if no table is known for it
   */
  static DescriptorTable of(Descriptor descriptor) {
    if (descriptor instanceof Imaging imaging) {
      return new ImageTable(imaging);
    }
    if (descriptor instanceof PointCloudGenerator generator) {
      return new PointCloudTable(generator);
    }
    if (descriptor instanceof GraphGenerator generator) {
      return new GraphTable(generator);
    }
    throw new UserException("There is no table for descriptor " + descriptor.name());
  }

  /**
   * The table that a run holds.
   *
   * @throws UserException if it is none of a descriptor's
   */
  static DescriptorTable of(CompleteRun run) {
    Map<String, String> configuration = run.manifest().provenance().configuration();
    if (!configuration.containsKey(KEY)) {
      throw new UserException(
          "A run of descriptors is needed here, %s holds %s"
              .formatted(run.shownPath(), run.kind()));
    }
    Map<String, String> settings = new HashMap<>();
    String prefix = KEY + ".";
    configuration.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            settings.put(key.substring(prefix.length()), value);
          }
        });
    DescriptorTable table = of(Descriptors.named(configuration.get(KEY), settings));
    run.require(table.schema());
    return table;
  }

  /** Column of the atomic numbers of a thing's elements, array of int, where the table has one. */
  default Optional<org.apache.spark.sql.Column> elements() {
    return Optional.empty();
  }

  /** Name and settings for a run's configuration. */
  default Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>();
    map.put(KEY, descriptor().name());
    descriptor().settings().forEach((key, value) -> map.put(KEY + "." + key, value));
    return map;
  }
}
