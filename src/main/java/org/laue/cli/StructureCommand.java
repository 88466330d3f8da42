package org.laue.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.laue.StoppedException;
import org.laue.UserException;
import org.laue.api.rows.InputFile;
import org.laue.api.rows.InputFiles;
import org.laue.api.rows.Row;
import org.laue.api.rows.RowEngine;
import org.laue.api.rows.RowFunction;
import org.laue.api.rows.StructureReader;
import org.laue.spark.DistributedRows;
import org.laue.spark.HadoopSettings;
import org.laue.spark.LaueSession;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands on structure files share: their arguments and the way they answer. */
final class StructureCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILES",
      description =
          "Structure files, folders or globs: CIF, POSCAR, extended XYZ, LAMMPS, FHI-aims,"
              + " OPTIMADE; also .gz, .bz2, .xz, .zst, .zip, .tar; - for standard input.")
  private List<String> inputs;

  @Mixin private OutputOptions output;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "Time for one structure (default: ${DEFAULT-VALUE}).")
  private double seconds = 60;

  @Option(
      names = "--skip",
      paramLabel = "ROWS",
      description = "Leaves out the first rows: goes on where the same call was stopped.")
  private long skip;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description =
          "Writes the rows there, on any file system that Hadoop knows, and prints none: for a"
              + " driver that runs in the cluster.")
  private String target;

  @Option(names = "--wide", description = "All columns in the table, however wide it gets.")
  private boolean wide;

  @Spec(Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec;

  private String name;
  private RowFunction function;
  private RowStep step;
  private RowSummary summary;
  private RowPrinter printer;

  /**
   * Answers for every structure of the inputs.
   *
   * @param narrow columns that fit beside each other on a screen
   * @return the exit code
   */
  int run(String command, RowFunction rows, List<String> narrow, RowStep between)
      throws IOException {
    if (!(seconds > 0)) {
      throw new UserException("--time-limit must be a positive number of seconds, was " + seconds);
    }
    name = command;
    function = rows;
    step = between;
    summary = new RowSummary(rows.columns());
    InputFiles.Found found;
    try (Stop stop = Stop.interrupting(Thread.currentThread());
        Written written = written()) {
      printer =
          new RowPrinter(written.rows(), rows.columns(), output.style(), wide ? List.of() : narrow);
      found = InputFiles.find(hadoop(), inputs);
      answer(found.files());
    }
    String passed = found.passedOver().describe();
    if (!passed.isEmpty()) {
      err().println("laue " + name + ": " + passed);
    }
    return summary.exitCode();
  }

  /** Settings of the file systems, also those that are given as Spark's. */
  static Configuration hadoop() {
    return HadoopSettings.ofSystemProperties();
  }

  private void answer(List<InputFile> files) throws IOException {
    boolean piped = files.stream().anyMatch(InputFile::isStandardInput);
    if (System.getProperty("spark.master") == null || piped) {
      int cores = Runtime.getRuntime().availableProcessors();
      StructureReader reader = new StructureReader(files, skip, Long.MAX_VALUE, hadoop());
      try (RowEngine engine = new RowEngine(function, cores, limit(), reader)) {
        toTheEnd(engine::forEachRemaining);
      }
      return;
    }
    try (LaueSession session = session()) {
      if (session == null) {
        return;
      }
      DistributedRows rows = new DistributedRows(session, function, limit());
      toTheEnd(taker -> rows.run(files, skip, taker));
    }
  }

  /** Null where it was stopped before there was one. */
  private LaueSession session() throws IOException {
    try {
      return LaueSession.builder().open();
    } catch (Exception e) {
      if (!isStop(e)) {
        throw e;
      }
      end(true);
      return null;
    }
  }

  private Duration limit() {
    return Duration.ofNanos((long) (1e9 * seconds));
  }

  /** Something that makes rows. */
  private interface Source {
    void run(java.util.function.Consumer<Row> taker) throws IOException;
  }

  private void toTheEnd(Source source) throws IOException {
    boolean stopped = false;
    try {
      source.run(this::take);
    } catch (Exception e) {
      if (!isStop(e)) {
        throw e;
      }
      stopped = true;
    }
    end(stopped);
  }

  /** Spark's own exceptions are checked ones that nobody declares. */
  private static boolean isStop(Exception e) {
    return e instanceof StoppedException || Stop.isStopping();
  }

  /** Prints what is there, before anything else is torn down. */
  private void end(boolean stopped) throws IOException {
    if (stopped) {
      Thread.interrupted();
    }
    step.end(this::print);
    printer.close();
    summary.print(err(), name);
    if (stopped) {
      err()
          .printf(
              "laue %s: stopped; the same call with --skip %d gives the rest%n",
              name, skip + summary.rows());
    }
  }

  private void take(Row row) {
    try {
      step.take(row, this::print);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void print(Row row) {
    summary.count(row);
    printer.print(row);
  }

  /** Where the rows go; only a file is closed behind them. */
  private record Written(PrintWriter rows, boolean file) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      boolean lost = rows.checkError();
      if (file) {
        rows.close();
      }
      if (file && (lost || rows.checkError())) {
        throw new IOException("The rows could not be written");
      }
    }
  }

  private Written written() throws IOException {
    if (target == null) {
      return new Written(spec.commandLine().getOut(), false);
    }
    try {
      return new Written(new PrintWriter(created(new Path(target)), false, UTF_8), true);
    } catch (IOException e) {
      throw new UserException("--to %s cannot be written: %s".formatted(target, e.getMessage()), e);
    }
  }

  /** On a disk without Hadoop's file of check sums beside it. */
  private static OutputStream created(Path path) throws IOException {
    FileSystem fileSystem = path.getFileSystem(hadoop());
    return fileSystem instanceof LocalFileSystem local
        ? local.getRawFileSystem().create(path, true)
        : fileSystem.create(path, true);
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
