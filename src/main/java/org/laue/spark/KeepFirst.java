package org.laue.spark;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.LongConsumer;
import org.apache.spark.sql.Row;
import org.laue.UserException;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.runs.PartOutput;

/** Labels the first of each run of equal crystals; rows come sorted by id, source and position. */
final class KeepFirst {
  private final StructureLabels labels;
  private final PartOutput out;
  private final LongConsumer progress;
  private final StructureLimit limit;
  private String last = "";

  KeepFirst(StructureLabels labels, StructureLimit limit, PartOutput out, LongConsumer progress) {
    this.labels = labels;
    this.limit = limit;
    this.out = out;
    this.progress = progress;
  }

  void writeAll(Iterator<Row> rows) throws IOException {
    while (rows.hasNext()) {
      StructureRow row = StructureRow.of(SparkRows.toTableRow(rows.next(), StagedRows.SCHEMA));
      if (row.structureId().equals(last)) {
        out.count("duplicates", 1);
      } else {
        last = row.structureId();
        write(row);
      }
      progress.accept(1);
    }
  }

  private void write(StructureRow row) throws IOException {
    try {
      StructureRow labelled = limit.within(() -> labels.label(row));
      labels.withoutClass(labelled).ifPresent(reason -> out.count(reason, 1));
      out.write(labelled.toRow());
    } catch (UserException e) {
      limit.countIfOver(e, out);
      out.reject(row.source(), row.position(), e.getMessage());
    } catch (RuntimeException e) {
      out.reject(row.source(), row.position(), Failures.ours(e, row));
    }
  }
}
