package org.laue.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.laue.CpuTime;
import org.laue.api.HadoopModelFiles;
import org.laue.learning.ModelDescription;
import org.laue.learning.ModelFiles;
import org.laue.tables.Hashes;
import org.laue.tables.parquet.DataFile;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.PartMarker;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.RunDirectory;
import org.laue.tables.runs.StepSummary;

/**
 * A run that holds the files of trained weights or of a model instead of a table. Like a table's it
 * is made once, its manifest comes last, and it is never written again.
 */
final class FilesRun {
  /** What training leaves. */
  static final String WEIGHTS = "weights";

  /** Weights with the gate that was calibrated for them. */
  static final String MODEL = "model";

  private final LaueSession session;
  private final String kind;
  private final Provenance provenance;
  private final RunDirectory directory;
  private List<CompleteRun> inputs = List.of();

  /**
   * @param output directory that gets one of the name of the kind
   */
  FilesRun(LaueSession session, String output, String kind, Provenance provenance)
      throws IOException {
    this.session = session;
    this.kind = kind;
    this.provenance = provenance;
    this.directory = RunDirectory.of(session.hadoop(), new Path(output, kind), provenance);
  }

  /** The runs that are read; they are checked before anything is made of them. */
  FilesRun reading(List<CompleteRun> runs) {
    inputs = List.copyOf(runs);
    return this;
  }

  /** Where it lies, or will lie. */
  Path path() {
    return directory.path();
  }

  /** What was written, and what was counted. */
  record Made(ModelDescription description, Map<String, Long> counts) {}

  /** Makes what the run holds. */
  @FunctionalInterface
  interface Making {
    Made write(ModelFiles files) throws IOException;
  }

  StepSummary run(Making making) throws IOException {
    long start = System.nanoTime();
    if (directory.isComplete()) {
      return new StepSummary(directory.complete(), 1, 0).since(start);
    }
    session.beginStep(inputs);
    Digesting files = new Digesting();
    Made made = making.write(files);
    PartMarker part =
        new PartMarker(
            0,
            files.written.stream().map(file -> known(file, made.description())).toList(),
            List.of(),
            made.counts(),
            CpuTime.NONE);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new StepSummary(directory.finish(kind, List.of(part), provenance, seconds), 0, seconds);
  }

  /**
   * The content by which the next steps know the run is what moves an answer: times of the learning
   * curve and versions of Java do not.
   */
  private DataFile known(DataFile file, ModelDescription about) {
    String content =
        file.name().equals(kind + ".json")
            ? Hashes.of(about.identity())
            : ModelFiles.movesAnswers(file.name()) ? file.sha256() : "";
    return new DataFile(file.name(), 0, file.bytes(), file.sha256(), content);
  }

  /** Writes into the run and notes what was written. */
  private final class Digesting implements ModelFiles {
    private final ModelFiles target =
        HadoopModelFiles.at(session.hadoop(), directory.path().toString());
    private final List<DataFile> written = new ArrayList<>();

    @Override
    public InputStream open(String name) throws IOException {
      return target.open(name);
    }

    @Override
    public OutputStream create(String name) {
      return new ByteArrayOutputStream() {
        @Override
        public void close() throws IOException {
          byte[] bytes = toByteArray();
          target.write(name, bytes);
          String sha256 = Hashes.hex(Hashes.sha256().digest(bytes));
          written.add(new DataFile(name, 0, bytes.length, sha256, ""));
        }
      };
    }
  }
}
