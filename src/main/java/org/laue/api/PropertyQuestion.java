package org.laue.api;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.laue.UserException;
import org.laue.api.PropertyModel.Property;
import org.laue.descriptors.Descriptor;
import org.laue.structure.Atoms;

/**
 * Something that is asked about a structure, and those that answer it: one model, or several whose
 * answers mean the same, for instance of one study with other seeds. Several answer with the mean
 * of their values and with the error that is to be expected of it or, where that was not measured,
 * with the standard deviation (of n - 1): what the chance of the training leaves open, not what the
 * method or its data have wrong.
 *
 * @param name of what is asked: {@code crystal-system}
 * @param values the classes, or the numbers with their units
 * @param models at least one
 * @param errors how far their mean lies from the truth, or empty where that was not measured
 */
public record PropertyQuestion(
    String name, List<String> values, List<PropertyModel> models, Optional<ExpectedErrors> errors)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public PropertyQuestion {
    values = List.copyOf(values);
    models = List.copyOf(models);
    if (models.stream().map(PropertyModel::meaning).distinct().count() != 1) {
      throw new UserException(
          "The models of %s answer different questions; several of one must have the same classes or the same numbers"
              .formatted(name));
    }
    int numbers = values.size();
    errors.ifPresent(
        known -> {
          if (known.curves().size() != numbers) {
            throw new UserException(
                "Errors of %d numbers are known where %s has %d"
                    .formatted(known.curves().size(), name, numbers));
          }
        });
  }

  /** A question by a name of its own, also where the models have another for their number. */
  static PropertyQuestion named(
      String name, List<PropertyModel> models, Optional<ExpectedErrors> errors) {
    return new PropertyQuestion(name, models.get(0).namesOf(name), models, errors);
  }

  /** Models by what their answers mean, in the order in which they come. */
  public static List<PropertyQuestion> of(List<PropertyModel> models) {
    Map<String, List<PropertyModel>> byMeaning = new LinkedHashMap<>();
    models.forEach(
        model -> byMeaning.computeIfAbsent(model.meaning(), m -> new ArrayList<>()).add(model));
    return byMeaning.values().stream()
        .map(
            same ->
                new PropertyQuestion(
                    same.get(0).question(), same.get(0).names(), same, Optional.empty()))
        .toList();
  }

  /** What {@link Property#deviations} are, as a column's name ends; empty of one model. */
  public String uncertainty() {
    if (models.size() == 1) {
      return "";
    }
    return errors.isPresent()
        ? "error (%d %%)".formatted(ExpectedErrors.SHARE)
        : "sd of " + models.size();
  }

  /** Whether the answer is a class, with a probability for each of them. */
  public boolean tellsClasses() {
    return models.get(0).tellsClasses();
  }

  /**
   * @throws UserException if a model's descriptor sees nothing of the structure
   */
  public Property of(Atoms structure) {
    return of(structure, descriptor -> descriptor.values(structure));
  }

  /**
   * The same with what descriptors see. A class is warned of where the space group speaks against
   * it and where it is not very probable.
   *
   * @param seen a descriptor's values of the structure
   */
  public Property of(Atoms structure, Function<Descriptor, float[]> seen) {
    List<Property> answers =
        models.stream().map(m -> m.of(structure, seen.apply(m.descriptor()))).toList();
    Property said = answers.size() == 1 ? answers.get(0) : together(answers);
    return models.get(0).classes().map(c -> new ClassDoubts(c).add(said, structure)).orElse(said);
  }

  /** Novelty and warning are those of the model in the middle, of an even number below it. */
  private Property together(List<Property> answers) {
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      int value = i;
      double[] all = answers.stream().mapToDouble(a -> a.values().get(value)).toArray();
      double mean = Arrays.stream(all).sum() / all.length;
      means.add(mean);
      deviations.add(deviation(all, mean));
    }
    Property middle =
        answers.stream()
            .sorted(Comparator.comparingDouble(Property::novelty))
            .toList()
            .get((answers.size() - 1) / 2);
    String answer = tellsClasses() ? values.get(largest(means)) : null;
    List<Double> open = errors.map(known -> known.of(deviations)).orElse(deviations);
    return new Property(answer, means, open, middle.novelty(), middle.warning());
  }

  private static double deviation(double[] all, double mean) {
    double squares = 0;
    for (double value : all) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (all.length - 1));
  }

  private static int largest(List<Double> means) {
    return IntStream.range(0, means.size())
        .boxed()
        .max(Comparator.comparingDouble(means::get))
        .orElseThrow();
  }
}
