package org.laue.api;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.laue.UserException;
import org.laue.descriptors.Descriptor;
import org.laue.learning.CrystalModel;
import org.laue.learning.Novelty;
import org.laue.learning.training.Answers;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.ScalarTask;
import org.laue.learning.training.Task;
import org.laue.structure.Atoms;
import org.laue.structure.ClassScheme;
import org.laue.tables.runs.CompleteRun;

/**
 * A model of any descriptor and any task, asked about structures as they are given: classes with
 * their probabilities, or numbers with their units. Threads may share one; it travels.
 */
public final class PropertyModel implements Serializable {
  private static final long serialVersionUID = 1L;

  private final PackedModel packed;

  private PropertyModel(PackedModel packed) {
    this.packed = packed;
  }

  /**
   * What is said of one structure.
   *
   * @param answer the most probable class, or null where numbers are asked for
   * @param values a probability for each class, or the numbers in their units, in the order of
   *     {@link #names}
   * @param deviations of each value over several models, what {@link PropertyQuestion#uncertainty}
   *     says; empty of one alone
   * @param novelty 1 at the border of what the model knows, above it beyond
   * @param warning a sentence where it lies beyond, else empty
   */
  public record Property(
      String answer, List<Double> values, List<Double> deviations, double novelty, String warning) {

    /** The same with more to warn of. */
    Property warned(List<String> more) {
      String text =
          Stream.concat(Stream.of(warning), more.stream())
              .filter(clause -> !clause.isEmpty())
              .collect(Collectors.joining("; "));
      return new Property(answer, values, deviations, novelty, text);
    }
  }

  /**
   * @param location of a model, or of runs of which the last is taken
   * @param taken is told the run, where the location holds runs
   * @throws UserException if there is no model
   */
  public static PropertyModel load(
      String location, Configuration hadoop, Consumer<CompleteRun> taken) throws IOException {
    String place = ModelLocation.find(hadoop, location, taken);
    return of(CrystalModel.load(HadoopModelFiles.at(hadoop, place)));
  }

  public static PropertyModel of(CrystalModel model) {
    return new PropertyModel(PackedModel.of(model));
  }

  /** The classes, or the numbers with their units: {@code gap (eV)}. */
  public List<String> names() {
    return task() instanceof ScalarTask numbers
        ? numbers.scalars().stream().map(scalar -> name(scalar.column(), scalar)).toList()
        : packed.unpack().labels();
  }

  /**
   * The same, numbers by other names.
   *
   * @param question {@code gap}, or of two numbers {@code gap-and-formation-energy}
   * @throws UserException if it has names of more or fewer numbers
   */
  List<String> namesOf(String question) {
    if (!(task() instanceof ScalarTask numbers)) {
      return names();
    }
    String[] words = question.split("-and-", -1);
    if (words.length != numbers.outputs()) {
      throw new UserException(
          "%s names %d numbers, the model has %d"
              .formatted(question, words.length, numbers.outputs()));
    }
    return IntStream.range(0, words.length)
        .mapToObj(i -> name(words[i], numbers.scalars().get(i)))
        .toList();
  }

  private static String name(String column, ScalarTask.Scalar scalar) {
    return scalar.unit().isEmpty() ? column : "%s (%s)".formatted(column, scalar.unit());
  }

  /** Whether it answers with a class. */
  boolean tellsClasses() {
    return classes().isPresent();
  }

  /** The classes, or empty where numbers are asked for. */
  Optional<ClassScheme> classes() {
    return task() instanceof ClassTask task ? Optional.of(task.classes()) : Optional.empty();
  }

  /** What is asked, in a word: the name of the classes, or of the numbers. */
  String question() {
    return task() instanceof ClassTask classes
        ? classes.classes().name()
        : String.join(" ", task().numberColumns());
  }

  /** Text that is equal for models whose answers mean the same, whatever scale they learned in. */
  String meaning() {
    return task() instanceof ClassTask ? task().text() : String.join("\n", names());
  }

  /** What it looks at. */
  Descriptor descriptor() {
    return packed.unpack().description().descriptor();
  }

  private Task task() {
    return packed.unpack().description().task();
  }

  /**
   * @throws UserException if the model's descriptor sees nothing of the structure
   */
  public Property of(Atoms structure) {
    return of(structure, descriptor().values(structure));
  }

  /**
   * The same where its descriptor's values are at hand.
   *
   * @param seen what {@link #descriptor} makes of the structure
   */
  Property of(Atoms structure, float[] seen) {
    CrystalModel model = packed.unpack();
    Answers answers = model.answer(new float[][] {seen});
    Novelty.Assessment novelty = model.novelty().assess(seen, answers.features()[0]);
    float[] outputs = answers.outputs()[0];
    Task task = model.description().task();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < outputs.length; i++) {
      values.add(
          task instanceof ScalarTask numbers
              ? numbers.scalars().get(i).ofNetwork(outputs[i])
              : (double) outputs[i]);
    }
    String answer =
        task instanceof ScalarTask ? null : model.labels().get(Answers.mostProbable(outputs));
    List<String> unseen = model.description().unseen(structure);
    String unknown = unseen.isEmpty() ? "" : unseen(unseen);
    return new Property(answer, values, List.of(), novelty.score(), unknown)
        .warned(List.of(novelty.reason()));
  }

  private static String unseen(List<String> elements) {
    return "Nothing with %s was learned from, so the answer means nothing"
        .formatted(String.join(", ", elements));
  }
}
