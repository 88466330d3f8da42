package org.laue.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.laue.UserException;
import org.laue.learning.training.ScalarTask;
import org.laue.learning.training.Task;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/** The numbers that a task asks for, beside the things that are learned. */
final class Targets {
  /** Distance of the quartiles of normal numbers, in standard deviations. */
  private static final double NORMAL_QUARTILES = 1.349;

  private final LaueSession session;
  private final Task task;
  private final Optional<CompleteRun> run;

  /**
   * @param run of the numbers; empty for classes, whose labels stand beside the things already
   */
  Targets(LaueSession session, Task task, Optional<CompleteRun> run) {
    this.session = session;
    this.task = task;
    this.run = run;
    if (run.isEmpty() && task instanceof ScalarTask) {
      throw new UserException("A task of numbers needs a run of targets, there is none");
    }
  }

  /** The rows with a column for each number; rows without one are left out. */
  Dataset<Row> join(Dataset<Row> rows) throws IOException {
    if (run.isEmpty()) {
      return rows;
    }
    Dataset<Row> numbers = Frames.read(session, run.get(), TableSchemas.TARGETS);
    List<String> names = task.numberColumns();
    for (int i = 0; i < names.size(); i++) {
      numbers = numbers.withColumn(names.get(i), col("numbers").getItem(i));
    }
    return rows.join(numbers.drop("numbers"), "structure_id");
  }

  /**
   * The task in the scale of what is learned: the median of its numbers, and the distance of their
   * quartiles as that of normal numbers of standard deviation 1, so that a few odd ones move
   * nothing.
   *
   * @param ids of the structures that are learned, in an order that is the same in every run
   */
  Task scaled(List<String> ids) throws IOException {
    if (!(task instanceof ScalarTask numbers)) {
      return task;
    }
    Map<String, double[]> known = byId();
    double[][] learned = ids.stream().map(known::get).toArray(double[][]::new);
    ScalarTask.Scalar[] scalars = numbers.scalars().toArray(ScalarTask.Scalar[]::new);
    for (int i = 0; i < scalars.length; i++) {
      scalars[i] = scaled(scalars[i], i, learned);
    }
    return new ScalarTask(List.of(scalars));
  }

  private static ScalarTask.Scalar scaled(ScalarTask.Scalar scalar, int index, double[][] learned) {
    double[] sorted = Arrays.stream(learned).mapToDouble(numbers -> numbers[index]).toArray();
    Arrays.sort(sorted);
    double spread = (sorted[3 * sorted.length / 4] - sorted[sorted.length / 4]) / NORMAL_QUARTILES;
    return scalar.scaled(
        sorted[sorted.length / 2], spread > 0 ? spread : standardDeviation(sorted));
  }

  /** For numbers of which more than half are the same. */
  private static double standardDeviation(double[] numbers) {
    double mean = Arrays.stream(numbers).average().orElse(0);
    return Math.sqrt(Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).average().orElse(0));
  }

  private Map<String, double[]> byId() throws IOException {
    Map<String, double[]> numbers = new HashMap<>();
    try (TableReader rows = run.orElseThrow().read(session.hadoop(), TableSchemas.TARGETS)) {
      for (TableRow row = rows.read(); row != null; row = rows.read()) {
        numbers.put(row.text("structure_id"), row.numbers("numbers"));
      }
    }
    return numbers;
  }
}
