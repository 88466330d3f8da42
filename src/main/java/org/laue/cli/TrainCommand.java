package org.laue.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code laue train}. */
@Command(
    name = "train",
    description = "Trains the network by parameter averaging on the embedded set of a study.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue train --output out/study",
      "  laue train --output out/study --set train.seed=2 --set train.split=random"
    })
final class TrainCommand implements Callable<Integer> {
  @Mixin private StudyOptions options;

  @Override
  public Integer call() throws Exception {
    return options.run((graph, found, session) -> graph.train(found.embedded()));
  }
}
