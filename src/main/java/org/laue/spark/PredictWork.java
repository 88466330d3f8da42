package org.laue.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.laue.learning.CrystalModel;
import org.laue.learning.Novelty;
import org.laue.learning.training.Answers;
import org.laue.learning.training.Example;
import org.laue.learning.training.ScalarTask;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.PartOutput;

/** Answers for the things of a part, some at a time. */
final class PredictWork implements PartWork {
  private static final long serialVersionUID = 1L;

  /** For images 3 MB of pixels; larger batches gain nothing on one core. */
  static final int BATCH = 64;

  private static final String[] VARIANT = {
    "structure_id", "defect_kind", "level", "defect", "replicate", "seed", "label"
  };

  private final ArrayList<RowRange> ranges;
  private final DescriptorTable table;
  private final TableSchema columns;
  private final String model;
  private final String content;
  private final KnownNumbers truth;

  PredictWork(
      ArrayList<RowRange> ranges,
      DescriptorTable table,
      String model,
      String content,
      KnownNumbers truth) {
    this.ranges = ranges;
    this.table = table;
    this.columns =
        table
            .schema()
            .select(
                Stream.concat(Stream.of(VARIANT), table.valueColumns().stream())
                    .toArray(String[]::new));
    this.model = model;
    this.content = content;
    this.truth = truth;
  }

  int parts() {
    return ranges.size();
  }

  @Override
  public void write(int part, PartOutput out, Configuration hadoop, LongConsumer progress)
      throws IOException {
    CrystalModel network = LoadedModels.load(hadoop, model, content);
    Map<String, KnownNumbers.Known> known = truth.read(hadoop);
    RowRange range = ranges.get(part);
    try (TableReader reader = new TableReader(hadoop, columns, range.files())) {
      reader.skip(range.first());
      for (long done = 0; done < range.count(); done += BATCH) {
        int size = (int) Math.min(BATCH, range.count() - done);
        List<TableRow> batch = new ArrayList<>(size);
        while (batch.size() < size) {
          batch.add(reader.read());
        }
        writeBatch(batch, network, known, out);
        progress.accept(size);
      }
    }
  }

  private void writeBatch(
      List<TableRow> batch,
      CrystalModel network,
      Map<String, KnownNumbers.Known> known,
      PartOutput out)
      throws IOException {
    // What a network draws for a showing follows from the variant's seed.
    List<Example> things =
        batch.stream()
            .map(row -> Example.shown(table.values(row), row.longInteger("seed")))
            .toList();
    Answers answers = network.answer(things);
    for (int i = 0; i < batch.size(); i++) {
      TableRow row = batch.get(i);
      float[] outputs = answers.outputs()[i];
      Novelty.Assessment novelty =
          network.novelty().assess(things.get(i).values(), answers.features()[i]);
      out.count("in", 1);
      if (network.description().task() instanceof ScalarTask task) {
        KnownNumbers.Known truly =
            known.getOrDefault(row.text("structure_id"), KnownNumbers.Known.NOTHING);
        writeNumbers(row, task, outputs, truly, novelty, out);
      } else {
        out.write(classRow(row, network.labels(), outputs, novelty));
      }
    }
  }

  private static TableRow classRow(
      TableRow thing, List<String> labels, float[] outputs, Novelty.Assessment novelty) {
    String label = thing.text("label");
    String predicted = labels.get(Answers.mostProbable(outputs));
    return row(
        TableSchemas.PREDICTIONS,
        thing,
        outputs,
        predicted,
        label == null ? null : label.equals(predicted),
        novelty.score(),
        novelty.far() ? novelty.reason() : null);
  }

  private static void writeNumbers(
      TableRow thing,
      ScalarTask task,
      float[] outputs,
      KnownNumbers.Known truth,
      Novelty.Assessment novelty,
      PartOutput out)
      throws IOException {
    for (int i = 0; i < outputs.length; i++) {
      ScalarTask.Scalar scalar = task.scalars().get(i);
      out.write(
          row(
              TableSchemas.NUMBERS,
              thing,
              scalar.column(),
              scalar.unit(),
              scalar.ofNetwork(outputs[i]),
              truth.number(i),
              truth.side(),
              novelty.score(),
              novelty.far() ? novelty.reason() : null));
    }
  }

  private static TableRow row(TableSchema schema, TableRow thing, Object... more) {
    Object[] cells = new Object[VARIANT.length + more.length];
    for (int i = 0; i < VARIANT.length; i++) {
      cells[i] = thing.value(i);
    }
    System.arraycopy(more, 0, cells, VARIANT.length, more.length);
    return TableRow.of(schema, cells);
  }
}
