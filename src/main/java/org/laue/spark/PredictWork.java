package org.laue.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.hadoop.conf.Configuration;
import org.laue.learning.CrystalModel;
import org.laue.learning.Novelty;
import org.laue.learning.training.Answers;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.PartOutput;

/** Answers for the images of a part, some at a time. */
final class PredictWork implements PartWork {
  private static final long serialVersionUID = 1L;

  /** 3 MB of pixels; larger batches gain nothing on one core. */
  static final int BATCH = 64;

  private static final String[] VARIANT = {
    "structure_id", "defect_kind", "level", "defect", "replicate", "seed", "label"
  };
  private static final TableSchema COLUMNS = TableSchemas.FINGERPRINTS.select(withPixels());

  private final ArrayList<RowRange> ranges;
  private final String model;
  private final String content;

  PredictWork(ArrayList<RowRange> ranges, String model, String content) {
    this.ranges = ranges;
    this.model = model;
    this.content = content;
  }

  private static String[] withPixels() {
    String[] columns = Arrays.copyOf(VARIANT, VARIANT.length + 1);
    columns[VARIANT.length] = "pixels";
    return columns;
  }

  int parts() {
    return ranges.size();
  }

  @Override
  public void write(int part, PartOutput out, Configuration hadoop, LongConsumer progress)
      throws IOException {
    CrystalModel network = LoadedModels.load(hadoop, model, content);
    RowRange range = ranges.get(part);
    try (TableReader reader = new TableReader(hadoop, COLUMNS, range.files())) {
      reader.skip(range.first());
      for (long done = 0; done < range.count(); done += BATCH) {
        int size = (int) Math.min(BATCH, range.count() - done);
        List<TableRow> batch = new ArrayList<>(size);
        while (batch.size() < size) {
          batch.add(reader.read());
        }
        writeBatch(batch, network, out);
        progress.accept(size);
      }
    }
  }

  private static void writeBatch(List<TableRow> batch, CrystalModel network, PartOutput out)
      throws IOException {
    float[][] images = batch.stream().map(row -> row.floats("pixels")).toArray(float[][]::new);
    Answers answers = network.answer(images);
    for (int i = 0; i < images.length; i++) {
      float[] probabilities = answers.probabilities()[i];
      Novelty.Assessment novelty = network.novelty().assess(images[i], answers.features()[i]);
      String predicted = network.labels().get(Answers.mostProbable(probabilities));
      out.count("in", 1);
      out.write(row(batch.get(i), probabilities, predicted, novelty));
    }
  }

  private static TableRow row(
      TableRow image, float[] probabilities, String predicted, Novelty.Assessment novelty) {
    String label = image.text("label");
    Object[] values = new Object[VARIANT.length + 5];
    for (int i = 0; i < VARIANT.length; i++) {
      values[i] = image.value(i);
    }
    values[VARIANT.length] = probabilities;
    values[VARIANT.length + 1] = predicted;
    values[VARIANT.length + 2] = label == null ? null : label.equals(predicted);
    values[VARIANT.length + 3] = novelty.score();
    values[VARIANT.length + 4] = novelty.far() ? novelty.reason() : null;
    return TableRow.of(TableSchemas.PREDICTIONS, values);
  }
}
