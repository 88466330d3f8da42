package org.laue.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.laue.cli.OutputOptions;
import org.laue.cli.OutputTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code laue bench fuzz}: damaged files of every format through the readers. */
@Command(
    name = "fuzz",
    description = {
      "Damages small files of every format and reads them: each must end in structures and rejects"
          + " with a reason, in time and without an exception.",
      "Exit code 1 if one does not."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  laue bench fuzz --seed 1 --count 10000"})
final class FuzzCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "file",
          "mutants",
          "unchanged",
          "changed",
          "rejected",
          "compared",
          "differed",
          "faults",
          "first");

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Of all mutants (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--count",
      paramLabel = "NUMBER",
      description = "Mutants of each file (default: ${DEFAULT-VALUE}).")
  private int count = 1000;

  @Option(
      names = "--seconds",
      paramLabel = "NUMBER",
      description = "After which one reading counts as endless (default: ${DEFAULT-VALUE}).")
  private long seconds = 20;

  @Option(
      names = "--python",
      paramLabel = "FILE",
      description =
          "Interpreter with Open Babel, the second reader of CIF and FHI-aims (default:"
              + " ${DEFAULT-VALUE}).")
  private String python = "/usr/bin/python3";

  @Mixin private OutputOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    OutputTable table = new OutputTable(COLUMNS);
    int faults = 0;
    try (OpenBabelReader second = new OpenBabelReader(python)) {
      spec.commandLine().getErr().println("laue bench fuzz: beside " + second.note());
      FormatFuzz fuzz = new FormatFuzz(seed, seconds, second);
      for (String file : FormatFuzz.FILES) {
        FormatFuzz.Outcome outcome = fuzz.run(file, count);
        faults += outcome.faultCount();
        add(outcome, table);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(table.render(output.style()));
    out.flush();
    return faults == 0 ? 0 : 1;
  }

  private static void add(FormatFuzz.Outcome outcome, OutputTable table) {
    List<String> first = new ArrayList<>(outcome.faults());
    first.addAll(outcome.differing());
    table.add(
        outcome.file(),
        outcome.mutants(),
        outcome.unchanged(),
        outcome.changed(),
        outcome.rejected(),
        outcome.compared(),
        outcome.differed(),
        outcome.faultCount(),
        String.join("; ", first));
  }
}
