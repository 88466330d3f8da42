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

  private static final int ALL = -1;

  private final PackedModel packed;

  /** The one number that it is asked for of those that it learned, or {@link #ALL}. */
  private final int only;

  private PropertyModel(PackedModel packed, int only) {
    this.packed = packed;
    this.only = only;
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
    return new PropertyModel(PackedModel.of(model), ALL);
  }

  /** The classes, or the numbers with their units: {@code gap (eV)}. */
  public List<String> names() {
    return tellsClasses()
        ? packed.unpack().labels()
        : numbers().stream().map(scalar -> name(scalar.column(), scalar)).toList();
  }

  /** The same, of a number alone by another name. */
  List<String> namesOf(String question) {
    return numbers().size() == 1 ? List.of(name(question, numbers().get(0))) : names();
  }

  /**
   * The model as one that answers this alone, where it has learned several numbers.
   *
   * @param question how the number's column begins: {@code formation-energy}
   * @throws UserException if none of several numbers does, or more than one
   */
  PropertyModel about(String question) {
    if (numbers().size() < 2) {
      return this;
    }
    String start = question.replace('-', '_');
    int[] named =
        IntStream.range(0, numbers().size())
            .filter(i -> numbers().get(i).column().startsWith(start))
            .toArray();
    if (named.length != 1) {
      throw new UserException(
          "%s names %d of the numbers %s, not one"
              .formatted(question, named.length, String.join(", ", names())));
    }
    return new PropertyModel(packed, named[0]);
  }

  /** All numbers that the network answers; none where it tells classes. */
  private List<ScalarTask.Scalar> learned() {
    return task() instanceof ScalarTask numbers ? numbers.scalars() : List.of();
  }

  /** Those of them that it is asked for. */
  private List<ScalarTask.Scalar> numbers() {
    return only == ALL ? learned() : List.of(learned().get(only));
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
        : numbers().stream().map(ScalarTask.Scalar::column).collect(Collectors.joining(" "));
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
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < outputs.length; i++) {
      if (only == ALL || only == i) {
        values.add(tellsClasses() ? outputs[i] : learned().get(i).ofNetwork(outputs[i]));
      }
    }
    String answer = tellsClasses() ? model.labels().get(Answers.mostProbable(outputs)) : null;
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
