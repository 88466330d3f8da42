package org.laue.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laue.Locations;
import org.laue.UserException;
import org.laue.api.rows.InputFile;
import org.laue.api.rows.InputFiles;
import org.laue.api.rows.ReadSettings;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.StepSummary;

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
    InputFiles.Found found = find(settings);
    session.tell("ingest: ", found.passedOver().describe());
    LabelTables tables = LabelTables.read("ingest.labels", settings.tables(), session.hadoop());
    Map<String, String> inputs = new TreeMap<>(Map.of("files", InputParts.hash(found.files())));
    if (!tables.isEmpty()) {
      inputs.put("labels", tables.hash());
    }
    Provenance provenance =
        Versions.provenance(session, NAME, moving(settings), inputs)
            .with("inputs", Locations.shown(String.join(" ", settings.inputs())));
    return new StructureTable(session, settings.output(), settings.partitions())
        .write(provenance, () -> finding(found.files(), settings), labels(settings, tables));
  }

  private StructureTable.Finding finding(List<InputFile> files, IngestSettings settings) {
    long size = ReadSettings.splitSize(session.hadoop());
    HadoopSettings hadoop = new HadoopSettings(session.hadoop());
    InputParts parts =
        InputParts.of(files, new LargeFiles(session, hadoop, NAME, size).pieces(files), size);
    TableRun.Plan plan =
        new TableRun.Plan(
            parts.count(), settings.partitions(), InputParts.bytes(files), "bytes read");
    return new StructureTable.Finding(
        plan, parts.division(), part -> new ReadFiles(parts.part(part)));
  }

  /** All that moves what is read. */
  private Map<String, String> moving(IngestSettings settings) {
    Map<String, String> all = new TreeMap<>(settings.toMap());
    all.putAll(ReadSettings.changed(session.hadoop()));
    return all;
  }

  private static StructureLabels labels(IngestSettings settings, LabelTables tables) {
    SymmetryLabels symmetry =
        new SymmetryLabels(
            settings.symprecs(),
            settings.labelSymprec(),
            settings.angleTolerance(),
            settings.classes());
    StructureLabels labels =
        settings.classes().quantity().isEmpty()
            ? symmetry
            : new NumberLabels(symmetry, settings.property(), settings.flag(), settings.classes());
    return tables.isEmpty() ? labels : new TabledLabels(tables, labels);
  }

  /**
   * @throws org.laue.UserException if no input names a file
   */
  InputFiles.Found find(IngestSettings settings) {
    InputFiles.Found found = InputFiles.find(session.hadoop(), settings.inputs());
    if (found.isEmpty() || found.files().stream().anyMatch(InputFile::isStandardInput)) {
      throw new UserException(problem(found, settings));
    }
    return found;
  }

  private static String problem(InputFiles.Found found, IngestSettings settings) {
    if (found.files().isEmpty()) {
      return "No files in " + Locations.shown(String.join(", ", settings.inputs()));
    }
    return found.files().stream().anyMatch(InputFile::isStandardInput)
        ? "A table cannot be made of standard input, which can be read once only; name files"
        : found.files().get(0).problem();
  }
}
