package org.laue.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.laue.tables.parquet.DataFile;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.DamagedRunException;
import org.laue.tables.runs.FileCheck;
import org.laue.tables.runs.RunDirectory;

/**
 * Sees that what is read is what was written: before a step reads a run, its files are read once
 * from end to end, side by side on the executors, and compared with the SHA-256 of the manifest.
 * Parquet cannot do that on the way, as it reads the end of a file first.
 */
final class RunChecks {
  private final Set<String> whole = new HashSet<>();

  /** A file and what the manifest says of it. */
  private record Named(String path, DataFile file) implements Serializable {}

  /** What is wrong with a file. */
  private record Fault(String name, String what) implements Serializable {}

  /**
   * Another step begins: what lay whole before the last one may not do so now.
   *
   * @throws DamagedRunException of the first run that is damaged; it is opened again
   */
  synchronized void begin(LaueSession session, List<CompleteRun> runs) throws IOException {
    whole.clear();
    require(session, runs);
  }

  /**
   * Runs that the step reads besides; each is looked at once.
   *
   * @throws DamagedRunException of the first run that is damaged; it is opened again
   */
  synchronized void require(LaueSession session, List<CompleteRun> runs) throws IOException {
    for (CompleteRun run : runs) {
      String key = run.path() + " " + run.manifest().finishedAt();
      if (!whole.contains(key)) {
        require(session, run);
        whole.add(key);
      }
    }
  }

  private static void require(LaueSession session, CompleteRun run) throws IOException {
    Map<String, String> faults = new HashMap<>();
    for (Fault fault : faults(session, run)) {
      faults.put(fault.name(), fault.what());
    }
    if (!faults.isEmpty()) {
      RunDirectory.at(session.hadoop(), run.path()).reopen(faults.keySet());
      throw new DamagedRunException(run, faults);
    }
  }

  private static List<Fault> faults(LaueSession session, CompleteRun run) {
    List<Named> files =
        Stream.concat(run.manifest().files().stream(), run.manifest().rejects().stream())
            .map(file -> new Named(new Path(run.path(), file.name()).toString(), file))
            .toList();
    if (files.isEmpty()) {
      return List.of();
    }
    HadoopSettings hadoop = new HadoopSettings(session.hadoop());
    JavaRDD<Named> spread = session.context().parallelize(new ArrayList<>(files), files.size());
    return spread.flatMap(named -> fault(hadoop, named).stream().iterator()).collect();
  }

  private static Optional<Fault> fault(HadoopSettings hadoop, Named named) throws IOException {
    return FileCheck.fault(hadoop.configuration(), new Path(named.path()), named.file())
        .map(what -> new Fault(named.file().name(), what));
  }
}
