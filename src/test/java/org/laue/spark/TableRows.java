package org.laue.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Runs;

/** All rows of small tables, for tests. */
final class TableRows {
  private TableRows() {}

  static List<TableRow> of(String location, TableSchema schema) throws IOException {
    CompleteRun run = Runs.open(SharedSession.get().hadoop(), location);
    return all(run.read(SharedSession.get().hadoop(), schema));
  }

  static List<TableRow> of(CompleteRun run, TableSchema schema) throws IOException {
    return all(run.read(SharedSession.get().hadoop(), schema));
  }

  static Map<String, StructureRow> structuresById(CompleteRun run) throws IOException {
    return of(run, TableSchemas.STRUCTURES).stream()
        .map(StructureRow::of)
        .collect(Collectors.toMap(StructureRow::structureId, Function.identity()));
  }

  static List<TableRow> rejects(String location) throws IOException {
    CompleteRun run = Runs.open(SharedSession.get().hadoop(), location);
    return all(run.readRejects(SharedSession.get().hadoop()));
  }

  private static List<TableRow> all(TableReader reader) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    try (reader) {
      for (TableRow row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    return rows;
  }

  static String contentHash(String location) throws IOException {
    return Runs.open(SharedSession.get().hadoop(), location).manifest().contentHash();
  }
}
