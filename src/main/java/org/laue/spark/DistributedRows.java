package org.laue.spark;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.laue.StoppedException;
import org.laue.api.rows.InputFile;
import org.laue.api.rows.Row;
import org.laue.api.rows.RowEngine;
import org.laue.api.rows.RowFunction;
import org.laue.api.rows.StructureReader;

/**
 * The rows of {@link RowEngine}, computed by Spark: in the same order, each task with an engine of
 * its own. Some waves of tasks run while the rows of the oldest are taken, so the driver holds a
 * bounded number of them.
 */
public final class DistributedRows {
  private static final int WAVES = 2;
  private static final int TASKS_PER_SLOT = 2;

  private final LaueSession session;
  private final HadoopSettings hadoop;
  private final RowFunction function;
  private final Duration limit;

  /**
   * @param limit time for one structure
   */
  public DistributedRows(LaueSession session, RowFunction function, Duration limit) {
    this.session = session;
    this.hadoop = new HadoopSettings(session.hadoop());
    this.function = function;
    this.limit = limit;
  }

  /** Gives the rows of the files behind the first {@code skip} to {@code taker}, in order. */
  public void run(List<InputFile> files, long skip, Consumer<Row> taker) {
    int slots = session.parallelism();
    List<FileSlice> slices = new FileSlices(session, hadoop).of(files, skip);
    if (slices.isEmpty()) {
      return;
    }
    session.describe("Answers about the structures of %,d files".formatted(files.size()));
    RowTask task = new RowTask(hadoop, function, limit);
    JavaRDD<ArrayList<Row>> rows =
        session.context().parallelize(slices, slices.size()).map(task::rows);
    ExecutorService waves = Executors.newFixedThreadPool(WAVES, DistributedRows::daemon);
    try {
      take(rows, slices.size(), TASKS_PER_SLOT * slots, waves, taker);
    } finally {
      waves.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "laue-waves");
    thread.setDaemon(true);
    return thread;
  }

  private static void take(
      JavaRDD<ArrayList<Row>> rows,
      int count,
      int wave,
      ExecutorService waves,
      Consumer<Row> taker) {
    Queue<Future<List<ArrayList<Row>>[]>> running = new ArrayDeque<>();
    for (int first = 0; first < count || !running.isEmpty(); first += wave) {
      if (first < count) {
        int[] parts = IntStream.range(first, Math.min(count, first + wave)).toArray();
        running.add(waves.submit(() -> rows.collectPartitions(parts)));
      }
      if (running.size() > WAVES - 1 || first + wave >= count) {
        for (List<ArrayList<Row>> part : result(running.remove())) {
          for (Row row : part.get(0)) {
            taker.accept(row);
          }
        }
      }
    }
  }

  private static List<ArrayList<Row>>[] result(Future<List<ArrayList<Row>>[]> wave) {
    try {
      return wave.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      StoppedException.ifInterrupted();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw Failures.translate((Exception) e.getCause());
    }
  }

  /** Runs on an executor. */
  private record RowTask(HadoopSettings hadoop, RowFunction function, Duration limit)
      implements Serializable {

    ArrayList<Row> rows(FileSlice slice) {
      ArrayList<Row> rows = new ArrayList<>();
      StructureReader reader =
          new StructureReader(slice.files(), slice.first(), slice.end(), hadoop.configuration());
      try (RowEngine engine = new RowEngine(function, 1, limit, reader)) {
        engine.forEachRemaining(rows::add);
      }
      return rows;
    }
  }
}
