package org.laue.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.laue.tables.Json;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.PartMarker;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.RunDirectory;
import org.laue.tables.runs.StepSummary;
import scala.Tuple2;

/** One run of a step: the parts that are missing, then the manifest. */
final class TableRun {
  private final LaueSession session;
  private final TableSchema schema;
  private final Provenance provenance;
  private final RunDirectory directory;
  private List<CompleteRun> inputs = List.of();

  /**
   * @param output directory of the study; the table gets a directory of its name in it
   */
  TableRun(LaueSession session, String output, TableSchema schema, Provenance provenance)
      throws IOException {
    this.session = session;
    this.schema = schema;
    this.provenance = provenance;
    this.directory = RunDirectory.of(session.hadoop(), new Path(output, schema.name()), provenance);
  }

  boolean isComplete() throws IOException {
    return directory.isComplete();
  }

  /** Removes the run, for tables that only stand between two passes. */
  void delete() throws IOException {
    FileSystem fileSystem = directory.path().getFileSystem(session.hadoop());
    fileSystem.delete(directory.path(), true);
    Path table = directory.path().getParent();
    if (fileSystem.listStatus(table).length == 0) {
      fileSystem.delete(table, false);
    }
  }

  CompleteRun complete() throws IOException {
    return directory.complete();
  }

  /** The summary of a run that was complete before it began. */
  StepSummary taken() throws IOException {
    CompleteRun run = directory.complete();
    return new StepSummary(run, run.manifest().parts().size(), 0);
  }

  /** The runs that are read; they are checked before anything is made of them. */
  TableRun reading(List<CompleteRun> runs) {
    inputs = List.copyOf(runs);
    return this;
  }

  /** Work of a run: how many parts, and how much there is to do in them. */
  record Plan(int parts, int partitions, long total, String unit) {
    /** Tasks for these parts. */
    int slices(List<Integer> missing) {
      return Math.min(partitions > 0 ? partitions : missing.size(), missing.size());
    }
  }

  /** Does the missing parts of a run on Spark. */
  @FunctionalInterface
  interface Execution {
    /** Markers of the parts that were done, as JSON. */
    List<String> execute(List<Integer> missing, Progress progress) throws IOException;
  }

  /** A task takes one part, or several where partitions are fewer. */
  StepSummary run(Plan plan, PartWork work) throws IOException {
    return run(plan, (missing, progress) -> inParallel(plan, missing, task(work, progress)));
  }

  private List<String> inParallel(Plan plan, List<Integer> missing, PartTask task) {
    return session.context().parallelize(missing, plan.slices(missing)).map(task).collect();
  }

  /** The same where each part has its own work: a task is sent that of its parts, not of all. */
  StepSummary runEach(Plan plan, IntFunction<PartWork> work) throws IOException {
    return run(
        plan,
        (missing, progress) -> {
          PartTask task = task(null, progress);
          List<Tuple2<Integer, PartWork>> parts =
              missing.stream().map(part -> new Tuple2<>(part, work.apply(part))).toList();
          return session
              .context()
              .parallelize(parts, plan.slices(missing))
              .map(part -> task.doing(part._2()).call(part._1()))
              .collect();
        });
  }

  StepSummary run(Plan plan, Execution execution) throws IOException {
    long start = System.nanoTime();
    if (directory.isComplete()) {
      return taken().since(start);
    }
    session.beginStep(inputs);
    Map<Integer, PartMarker> markers = directory.completeParts();
    markers.keySet().removeIf(part -> part >= plan.parts());
    int reused = markers.size();
    List<Integer> missing = missing(plan.parts(), markers);
    if (!missing.isEmpty()) {
      for (String marker : watched(plan, missing, execution)) {
        PartMarker done = Json.parse(marker, PartMarker.class);
        markers.put(done.part(), done);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    CompleteRun run = directory.finish(schema.name(), markers.values(), provenance, seconds);
    StepSummary summary = new StepSummary(run, reused, seconds);
    session.metrics().rejected(provenance.step(), summary.rejected());
    return summary;
  }

  private List<String> watched(Plan plan, List<Integer> missing, Execution execution) {
    try (Progress progress = session.progress(provenance.step(), plan.total(), plan.unit())) {
      return execution.execute(missing, progress);
    } catch (Exception e) {
      throw Failures.translate(e);
    }
  }

  PartTask task(PartWork work, Progress progress) {
    return new PartTask(
        new HadoopSettings(session.hadoop()),
        directory.path().toString(),
        schema,
        provenance.step(),
        work,
        progress.counter());
  }

  private static List<Integer> missing(int parts, Map<Integer, PartMarker> complete) {
    return IntStream.range(0, parts).filter(part -> !complete.containsKey(part)).boxed().toList();
  }
}
