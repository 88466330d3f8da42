package org.laue.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.laue.tables.runs.Provenance;

/** Files to structures: each crystal once, with its space group at every tolerance. */
public final class IngestStep {
  private static final String NAME = "ingest";

  private final LaueSession session;

  public IngestStep(LaueSession session) {
    this.session = session;
  }

  /**
   * Writes {@code <output>/structures}.
   *
   * @throws org.laue.UserException if an input names no file
   */
  public StepSummary run(IngestSettings settings) throws IOException {
    List<InputFile> files = InputFiles.find(session.hadoop(), settings.inputs());
    InputParts parts = InputParts.of(files);
    Provenance provenance =
        Versions.provenance(
            session,
            NAME,
            settings.toMap(),
            Map.of(String.join(" ", settings.inputs()), parts.hash()));
    TableRun.Plan plan =
        new TableRun.Plan(parts.count(), settings.partitions(), parts.totalBytes(), "bytes read");
    return new StructureTable(session, settings.output(), settings.partitions())
        .write(
            provenance,
            plan,
            new ReadFiles(parts),
            new SymmetryLabels(
                settings.symprecs(),
                settings.labelSymprec(),
                settings.angleTolerance(),
                settings.classes()));
  }
}
