package org.laue.cli;

import java.util.concurrent.Callable;
import org.laue.api.PropertyModel;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code laue properties}: what a model of one's own says of each structure. */
@Command(
    name = "properties",
    description = {
      "Answers what a trained model was trained for: classes with their probabilities, or numbers"
          + " with their units; and warns where a structure is unlike everything the model learned"
          + " from.",
      "The structure is taken as it is given; how it is looked at, the model knows."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue properties --model out/deepknet-metal/model *.cif",
      "  laue properties --model out/deepknet-system/model --json relaxed/ > systems.jsonl"
    })
final class PropertiesCommand implements Callable<Integer> {
  @Mixin private StructureCommand command;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      required = true,
      description =
          "A trained model on any file system that Hadoop knows: its directory, or one with runs,"
              + " of which the last is taken.")
  private String model;

  @Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PropertyRows rows =
        new PropertyRows(
            PropertyModel.load(
                model,
                StructureCommand.hadoop(),
                run -> ModelOptions.say(spec.commandLine().getErr(), run)));
    return command.run("properties", rows, rows.columns(), RowStep.NONE);
  }
}
