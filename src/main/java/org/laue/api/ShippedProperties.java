package org.laue.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.laue.learning.CrystalModel;
import org.laue.learning.ModelFiles;

/**
 * The questions about properties for which models come with Laue. Each has a directory by its name
 * beside the model that sorts crystals, and below it one for each model: {@code gap/1}, {@code
 * gap/2} for another seed, and so on. Of a model that learned several numbers it answers the one
 * that the directory names. What is known of the errors of several stands beside them ({@link
 * ExpectedErrors}). A question without a model is not asked, and some are asked by their names
 * alone: where a better answer stands in the table, or few would want one. {@code laue export
 * --format laue} puts a study's model there.
 */
public final class ShippedProperties {
  /** What may be there, in the order of the answers. */
  static final List<String> NAMES = List.of("crystal-system", "gap", "formation-energy");

  /** What may be there and is answered only when it is asked for. */
  static final List<String> BY_NAME = List.of("metal", "bulk-modulus-100");

  private ShippedProperties() {}

  /** Those of which there is a model and that are asked without being named. */
  public static List<PropertyQuestion> load() {
    return below(shipped());
  }

  /** One of those that come with Laue, empty where none has this name. */
  public static Optional<PropertyQuestion> named(String name) {
    return NAMES.contains(name) || BY_NAME.contains(name)
        ? question(name, shipped())
        : Optional.empty();
  }

  private static Function<String, ModelFiles> shipped() {
    Configuration hadoop = new Configuration(false);
    return place -> HadoopModelFiles.at(hadoop, Laue.SHIPPED + "/" + place);
  }

  /**
   * @param places where a model's files lie, by {@code NAME/NUMBER}
   */
  static List<PropertyQuestion> below(Function<String, ModelFiles> places) {
    return NAMES.stream().flatMap(name -> question(name, places).stream()).toList();
  }

  private static Optional<PropertyQuestion> question(
      String name, Function<String, ModelFiles> places) {
    List<PropertyModel> models = models(name, n -> places.apply(name + "/" + n));
    return models.isEmpty()
        ? Optional.empty()
        : Optional.of(PropertyQuestion.named(name, models, errors(places.apply(name))));
  }

  private static Optional<ExpectedErrors> errors(ModelFiles files) {
    try {
      return ExpectedErrors.beside(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<PropertyModel> models(String name, Function<Integer, ModelFiles> numbered) {
    try {
      List<PropertyModel> models = new ArrayList<>();
      ModelFiles next = numbered.apply(1);
      while (next.holds(ModelLocation.DESCRIPTION)) {
        models.add(PropertyModel.of(CrystalModel.load(next)).about(name));
        next = numbered.apply(models.size() + 1);
      }
      return models;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
