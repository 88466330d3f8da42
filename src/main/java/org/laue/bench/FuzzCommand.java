package org.laue.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.laue.UserException;
import org.laue.api.Laue;
import org.laue.cli.OutputOptions;
import org.laue.cli.OutputTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code laue bench fuzz}: damaged files of every format through readers and rows. */
@Command(
    name = "fuzz",
    description = {
      "Damages small files of every format. Readers must make structures and rejects with a reason"
          + " of each, in time and without an exception; the rows of classify must be there for"
          + " each, and for an undamaged file beside it the same as ever.",
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
          "answered",
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
      names = "--file",
      paramLabel = "NAME",
      description = "Only mutants of this file; may be repeated (default: ${DEFAULT-VALUE}).")
  private List<String> files = FormatFuzz.FILES;

  @Option(
      names = "--seconds",
      paramLabel = "NUMBER",
      description = "After which one reading counts as endless (default: ${DEFAULT-VALUE}).")
  private long seconds = 20;

  @Option(
      names = "--network-every",
      paramLabel = "NUMBER",
      description =
          "Of so many mutants one is classified; of the others space group and parent are asked"
              + " (default: ${DEFAULT-VALUE}).")
  private int networkEvery = 1;

  @Option(
      names = "--reasons",
      paramLabel = "FILE",
      description = "Takes every reason that was given, once, numbers taken out.")
  private Path reasons;

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
    if (count < 1 || seconds < 1 || networkEvery < 1) {
      throw new UserException(
          "--count, --seconds and --network-every must be 1 or more, were %d, %d and %d"
              .formatted(count, seconds, networkEvery));
    }
    if (!FormatFuzz.FILES.containsAll(files)) {
      throw new UserException("--file must be of " + FormatFuzz.FILES + ", was " + files);
    }
    OutputTable table = new OutputTable(COLUMNS);
    RowFuzz rows = new RowFuzz(seed, Laue.load(), Duration.ofSeconds(seconds), networkEvery);
    int faults = 0;
    try (OpenBabelReader second = new OpenBabelReader(python)) {
      progress("beside " + second.note());
      FormatFuzz fuzz = new FormatFuzz(seed, seconds, second);
      for (String file : files) {
        FormatFuzz.Outcome read = fuzz.run(file, count);
        RowFuzz.Outcome answered = rows.run(file, count);
        faults += read.faultCount() + answered.count();
        read.faults().forEach(this::progress);
        answered.faults().forEach(this::progress);
        add(read, answered, table);
      }
    }
    if (reasons != null) {
      Files.write(reasons, rows.reasons());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(table.render(output.style()));
    out.flush();
    return faults == 0 ? 0 : 1;
  }

  private void progress(String text) {
    spec.commandLine().getErr().println("laue bench fuzz: " + text);
  }

  private static void add(FormatFuzz.Outcome read, RowFuzz.Outcome answered, OutputTable table) {
    List<String> first = new ArrayList<>(read.faults());
    first.addAll(answered.faults());
    first.addAll(read.differing());
    table.add(
        read.file(),
        read.mutants(),
        read.unchanged(),
        read.changed(),
        read.rejected(),
        read.compared(),
        read.differed(),
        answered.answered(),
        read.faultCount() + answered.count(),
        String.join("; ", first));
  }
}
