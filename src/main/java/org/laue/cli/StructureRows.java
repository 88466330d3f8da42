package org.laue.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.laue.UserException;
import org.laue.formats.StructureFiles;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureSink;
import org.laue.spark.InputFile;
import org.laue.spark.NamedSpaceGroups;

/**
 * One row per structure of some files, computed on all cores of this machine and given out in file
 * order. What could not be read or answered is a row too, with the reason in the last column.
 * Memory is bounded by the structures in flight.
 */
final class StructureRows {
  private static final int IN_FLIGHT_PER_CORE = 64;

  /** Takes rows in order. */
  interface RowSink {
    void row(List<Object> row) throws IOException;
  }

  private final Configuration hadoop;
  private final RowFunction function;
  private final int columns;
  private final RowSink sink;

  /**
   * @param columns of the function's rows, not counting source and position before and the error
   *     after them
   */
  StructureRows(Configuration hadoop, RowFunction function, int columns, RowSink sink) {
    this.hadoop = hadoop;
    this.function = function;
    this.columns = columns;
    this.sink = sink;
  }

  void run(List<InputFile> files) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(cores, StructureRows::daemon);
    try {
      Pending pending = new Pending(pool, cores * IN_FLIGHT_PER_CORE);
      for (InputFile file : files) {
        read(file, pending);
      }
      pending.drain(0);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "laue-rows");
    thread.setDaemon(true);
    return thread;
  }

  private void read(InputFile file, Pending pending) throws IOException {
    Path path = new Path(file.path());
    try (InputStream in = path.getFileSystem(hadoop).open(path)) {
      StructureFiles.of(ReadLimits.DEFAULT, new NamedSpaceGroups())
          .read(file.source(), in, pending);
    }
  }

  /** The row of one structure; a structure that cannot be answered says why in the last column. */
  static List<Object> row(RowFunction function, int columns, ParsedStructure structure) {
    try {
      List<Object> values =
          new ArrayList<>(List.of(shown(structure.source()), structure.position()));
      values.addAll(function.apply(structure));
      values.add(null);
      return Collections.unmodifiableList(values);
    } catch (UserException e) {
      return failed(structure.source(), structure.position(), columns, e.getMessage());
    }
  }

  static List<Object> failed(String source, int position, int columns, String reason) {
    Object[] values = new Object[columns + 3];
    values[0] = shown(source);
    values[1] = position;
    values[columns + 2] = reason;
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  /** A file below the working directory without the way to it. */
  private static String shown(String source) {
    String here = System.getProperty("user.dir") + "/";
    return source.startsWith(here) ? source.substring(here.length()) : source;
  }

  static boolean isFailed(List<Object> row) {
    return row.get(row.size() - 1) != null;
  }

  /** Rows being computed, oldest first. */
  private final class Pending implements StructureSink {
    private final ExecutorService pool;
    private final int limit;
    private final Queue<Future<List<Object>>> rows = new ArrayDeque<>();

    Pending(ExecutorService pool, int limit) {
      this.pool = pool;
      this.limit = limit;
    }

    @Override
    public void accept(ParsedStructure structure) {
      submit(() -> row(function, columns, structure));
    }

    @Override
    public void reject(Reject reject) {
      submit(() -> failed(reject.source(), reject.position(), columns, reject.reason()));
    }

    private void submit(Callable<List<Object>> work) {
      rows.add(pool.submit(work));
      drain(limit);
    }

    void drain(int most) {
      while (rows.size() > most) {
        emit(result(rows.remove()));
      }
    }

    private void emit(List<Object> row) {
      try {
        sink.row(row);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static List<Object> result(Future<List<Object>> future) {
      try {
        return future.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException ours) {
          throw ours;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** Says at the end how many structures there were, and what was wrong with the first few. */
  static final class Summary {
    private static final int SHOWN = 5;
    private final List<String> reasons = new ArrayList<>();
    private long answered;
    private long failed;

    void count(List<Object> row) {
      if (!isFailed(row)) {
        answered++;
        return;
      }
      failed++;
      if (reasons.size() < SHOWN) {
        reasons.add(row.get(0) + " #" + row.get(1) + ": " + row.get(row.size() - 1));
      }
    }

    long answered() {
      return answered;
    }

    void print(PrintWriter err, String command) {
      err.printf("laue %s: %,d structures answered, %,d not%n", command, answered, failed);
      reasons.forEach(reason -> err.println("  " + reason));
      if (failed > reasons.size()) {
        err.printf("  and %,d more; the last column of --csv and --json tells%n", failed - SHOWN);
      }
    }
  }
}
