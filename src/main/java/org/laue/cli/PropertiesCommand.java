package org.laue.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.laue.UserException;
import org.laue.api.PropertyModel;
import org.laue.api.PropertyQuestion;
import org.laue.api.ShippedProperties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code laue properties}: what models say of each structure. */
@Command(
    name = "properties",
    description = {
      "Answers what models were trained for: classes with their probabilities, or numbers with"
          + " their units; and warns where a structure is unlike everything a model learned from.",
      "Several models of one question answer with the mean and, as its uncertainty, with the"
          + " standard deviation of their answers ('sd of N'); of those that come with Laue it was"
          + " measured what error that means ('error (68 %%)').",
      "The structure is taken as it is given; how it is looked at, a model knows."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue properties --model bulk-modulus-100 --model gap *.cif",
      "  laue properties --model out/deepknet-metal/model *.cif",
      "  laue properties --model out/gap-1/model --model out/gap-2/model --json relaxed/ > gaps.jsonl"
    })
final class PropertiesCommand implements Callable<Integer> {
  @Mixin private StructureCommand command;

  @Option(
      names = "--model",
      paramLabel = "DIR|NAME",
      description =
          "A trained model on any file system that Hadoop knows: its directory, or one with runs,"
              + " of which the last is taken; as often as there are models. Or the name of what"
              + " comes with this Laue: crystal-system, gap, formation-energy, and by name alone"
              + " bulk-modulus-100 (stiff or soft). Without it, the first three.")
  private List<String> models = new ArrayList<>();

  @Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PropertyRows rows = new PropertyRows(questions());
    rows.questions().forEach(this::tell);
    return command.run("properties", rows, rows.narrow(), RowStep.NONE);
  }

  private List<PropertyQuestion> questions() throws IOException {
    List<PropertyQuestion> questions = models.isEmpty() ? ShippedProperties.load() : asked();
    if (questions.isEmpty()) {
      throw new UserException(
          "No models of properties come with this Laue; name one with --model, for instance"
              + " out/deepknet-metal/model of a study");
    }
    return questions;
  }

  /** By the models that are named; a directory goes before a name of what comes with Laue. */
  private List<PropertyQuestion> asked() throws IOException {
    List<PropertyQuestion> shipped = new ArrayList<>();
    List<PropertyModel> trained = new ArrayList<>();
    for (String model : models) {
      Optional<PropertyQuestion> known =
          new File(model).exists() ? Optional.empty() : ShippedProperties.named(model);
      if (known.isPresent()) {
        shipped.add(known.get());
      } else {
        trained.add(
            PropertyModel.load(
                model, StructureCommand.hadoop(), run -> ModelOptions.say(err(), run)));
      }
    }
    shipped.addAll(PropertyQuestion.of(trained));
    return shipped;
  }

  private void tell(PropertyQuestion question) {
    int count = question.models().size();
    if (count == 1) {
      return;
    }
    String meaning =
        question
            .errors()
            .map(
                errors ->
                    "what 68 % of the errors stay below where the models differ as much, measured on "
                        + errors.measured())
            .orElse("the standard deviation of their answers");
    err()
        .printf(
            "laue properties: %s is the mean of %d models; '%s' is %s%n",
            question.name(), count, question.uncertainty(), meaning);
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
