package org.laue.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code laue ingest}. */
@Command(
    name = "ingest",
    description =
        "Reads structure files into a table: each crystal once, with its space groups; the rest"
            + " goes to rejects.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue ingest --output out/study crystals/ more/*.cif",
      "  laue ingest --output s3a://bucket/night --symprec 0.01 s3a://bucket/cifs/"
    })
final class IngestCommand implements Callable<Integer> {
  @Mixin private StudyOptions options;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILES",
      description = "Files, folders, globs and archives, on any file system that Hadoop knows.")
  private List<String> inputs;

  @Option(
      names = "--symprec",
      paramLabel = "ANGSTROM",
      description = "Tolerance of the space group that labels (ingest.symprec).")
  private Double symprec;

  @Override
  public Integer call() throws Exception {
    List<String> settings = new ArrayList<>(List.of(StudyOptions.inputs(inputs)));
    if (symprec != null) {
      settings.add("ingest.symprec=" + symprec);
    }
    return options.run((graph, found, session) -> graph.ingest(), settings.toArray(String[]::new));
  }
}
