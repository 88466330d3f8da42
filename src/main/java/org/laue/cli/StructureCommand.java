package org.laue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.laue.spark.InputFile;
import org.laue.spark.InputFiles;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands on structure files share: their arguments and the way they answer. */
final class StructureCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILES",
      description =
          "Structure files, folders or globs: CIF, POSCAR, extended XYZ, LAMMPS, FHI-aims, OPTIMADE;"
              + " also .gz, .zip, .tar.gz.")
  private List<String> inputs;

  @Mixin private OutputOptions output;

  @Spec(Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec;

  /**
   * Answers for every structure of the inputs.
   *
   * @param columns of the function's rows
   * @return the exit code: 2 if no structure at all could be answered
   */
  int run(String name, List<String> columns, RowFunction function) throws IOException {
    return run(name, columns, function, RowStep.NONE);
  }

  int run(String name, List<String> columns, RowFunction function, RowStep step)
      throws IOException {
    List<String> header = new ArrayList<>(List.of("source", "position"));
    header.addAll(columns);
    header.add("error");
    StructureRows.Summary summary = new StructureRows.Summary();
    PrintWriter out = spec.commandLine().getOut();
    try (RowPrinter printer = new RowPrinter(out, header, output.style())) {
      rows(
          columns.size(),
          function,
          step == RowStep.NONE,
          row -> {
            summary.count(row);
            step.take(row, printer);
          });
      step.end(printer);
    }
    summary.print(spec.commandLine().getErr(), name);
    return summary.answered() == 0 ? Laue.USER_ERROR : 0;
  }

  private void rows(int columns, RowFunction function, boolean anywhere, StructureRows.RowSink sink)
      throws IOException {
    Configuration hadoop = new Configuration();
    List<InputFile> files = InputFiles.find(hadoop, inputs);
    if (anywhere && SparkRows.isWorthIt(files)) {
      SparkRows.run(files, function, columns, sink);
    } else {
      new StructureRows(hadoop, function, columns, sink).run(files);
    }
  }
}
