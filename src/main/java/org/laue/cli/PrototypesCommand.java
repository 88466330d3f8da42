package org.laue.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code laue prototypes}. */
@Command(
    name = "prototypes",
    description =
        "Makes the embedded pristine set, each label confirmed by the symmetry finder, and its"
            + " fingerprints.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue prototypes --output out/study",
      "  laue prototypes --size 10517 --proportions paper --output out/paper"
    })
final class PrototypesCommand implements Callable<Integer> {
  @Mixin private StudyOptions options;

  @Option(names = "--size", paramLabel = "N", description = "Crystals (prototypes.size).")
  private Integer size;

  @Option(
      names = "--proportions",
      paramLabel = "RULE",
      description = "balanced, paper, or counts: bcc=20,fcc=30 (prototypes.proportions).")
  private String proportions;

  @Override
  public Integer call() throws Exception {
    List<String> settings = new ArrayList<>();
    if (size != null) {
      settings.add("prototypes.size=" + size);
    }
    if (proportions != null) {
      settings.add("prototypes.proportions=" + StudyOptions.quoted(proportions));
    }
    return options.run(
        (graph, found, session) -> graph.embedded(), settings.toArray(String[]::new));
  }
}
