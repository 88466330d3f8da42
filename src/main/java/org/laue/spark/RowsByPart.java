package org.laue.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Writes the parts that a partition holds one after the other; rows come sorted by part. */
final class RowsByPart implements MapPartitionsFunction<Row, String> {
  private static final long serialVersionUID = 1L;
  static final String PART = "part";
  private static final int PART_COLUMN = StagedRows.SCHEMA.columns().size();

  private final PartTask task;
  private final StructureLabels labels;

  RowsByPart(PartTask task, StructureLabels labels) {
    this.task = task;
    this.labels = labels;
  }

  /** The staged columns, then the part. */
  static Column[] columns() {
    return Stream.concat(StagedRows.SCHEMA.columnNames().stream(), Stream.of(PART))
        .map(name -> col(name))
        .toArray(Column[]::new);
  }

  @Override
  public Iterator<String> call(Iterator<Row> rows) throws IOException {
    List<String> markers = new ArrayList<>();
    RowsAhead ahead = new RowsAhead(rows);
    while (ahead.peek() != null) {
      int part = ahead.peek().getInt(PART_COLUMN);
      PartTask writing =
          task.doing(
              (p, out, hadoop, progress) ->
                  new KeepFirst(labels, StructureLimit.of(hadoop), out, progress)
                      .writeAll(ahead.whilePart(part)));
      markers.add(writing.call(part));
    }
    return markers.iterator();
  }

  /** Looks one row ahead, to see where a part ends. */
  private static final class RowsAhead {
    private final Iterator<Row> rows;
    private Row next;

    RowsAhead(Iterator<Row> rows) {
      this.rows = rows;
      advance();
    }

    Row peek() {
      return next;
    }

    private Row advance() {
      Row current = next;
      next = rows.hasNext() ? rows.next() : null;
      return current;
    }

    Iterator<Row> whilePart(int part) {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return next != null && next.getInt(PART_COLUMN) == part;
        }

        @Override
        public Row next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          return advance();
        }
      };
    }
  }
}
