package org.laue.api;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.laue.learning.CrystalModel;
import org.laue.learning.Novelty;
import org.laue.learning.training.Answers;
import org.laue.learning.training.ScalarTask;
import org.laue.learning.training.Task;
import org.laue.structure.Atoms;
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
   * @param novelty 1 at the border of what the model knows, above it beyond
   * @param warning a sentence where it lies beyond, else empty
   */
  public record Property(String answer, List<Double> values, double novelty, String warning) {}

  /**
   * @param location of a model, or of runs of which the last is taken
   * @param taken is told the run, where the location holds runs
   * @throws org.laue.UserException if there is no model
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
    Task task = packed.unpack().description().task();
    return task instanceof ScalarTask numbers
        ? numbers.scalars().stream().map(PropertyModel::name).toList()
        : packed.unpack().labels();
  }

  private static String name(ScalarTask.Scalar scalar) {
    return scalar.unit().isEmpty()
        ? scalar.column()
        : "%s (%s)".formatted(scalar.column(), scalar.unit());
  }

  /**
   * @throws org.laue.UserException if the model's descriptor sees nothing of the structure
   */
  public Property of(Atoms structure) {
    CrystalModel model = packed.unpack();
    float[] seen = model.description().descriptor().values(structure);
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
    String warning =
        Stream.of(unseen.isEmpty() ? "" : unseen(unseen), novelty.reason())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return new Property(answer, values, novelty.score(), warning);
  }

  private static String unseen(List<String> elements) {
    return "Nothing with %s was learned from, so the answer means nothing"
        .formatted(String.join(", ", elements));
  }
}
