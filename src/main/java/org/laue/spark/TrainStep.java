package org.laue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.laue.UserException;
import org.laue.defects.DefectKind;
import org.laue.learning.CrystalModel;
import org.laue.learning.ModelDescription;
import org.laue.learning.ModelFiles;
import org.laue.learning.Networks;
import org.laue.learning.TrainedWeights;
import org.laue.learning.convnet.FastConvolution;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.Task;
import org.laue.learning.training.Trained;
import org.laue.learning.training.TrainingSettings;
import org.laue.tables.rows.Splits;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.StepSummary;

/** Trains a network on pristine crystals of the training side and keeps its weights. */
public final class TrainStep {
  private static final String NAME = "train";

  /** Columns that together name what is shown. */
  private static final List<String> KEY = List.of("structure_id", "replicate");

  private static final String VALUES = "values";

  private final LaueSession session;

  public TrainStep(LaueSession session) {
    this.session = session;
  }

  /**
   * Writes the run {@code <output>/weights/run=...}.
   *
   * @param listener called on the driver about a dozen times, at the end of a round
   */
  public StepSummary run(TrainSettings settings, Consumer<LearningCurve.Point> listener)
      throws IOException {
    if (settings.views().manifest().rows() == 0) {
      throw new UserException(
          "%s holds nothing of a crystal on the training side of split %s"
              .formatted(settings.views().shownPath(), settings.split()));
    }
    DescriptorTable table = DescriptorTable.of(settings.views());
    // Says it here, before anything is computed, if the network cannot look at the descriptor.
    Networks.named(settings.network(), settings.task(), table.descriptor());
    Map<String, String> inputs = new TreeMap<>();
    settings.inputs().forEach((name, run) -> inputs.put(name, run.contentHash()));
    Map<String, String> asked = new TreeMap<>(settings.toMap());
    // Weights say what they look at, also where another descriptor makes the same values of the
    // same crystals.
    asked.putAll(table.toMap());
    Provenance provenance = Versions.provenance(session, NAME, asked, inputs);
    FilesRun run =
        new FilesRun(session, settings.output(), FilesRun.WEIGHTS, provenance)
            .reading(List.copyOf(settings.inputs().values()));
    TrainingStates states = new TrainingStates(session.hadoop(), run.path());
    StepSummary summary =
        run.run(files -> train(settings, table, provenance, told(listener), states, files));
    states.remove();
    return summary;
  }

  private Consumer<LearningCurve.Point> told(Consumer<LearningCurve.Point> listener) {
    return point -> {
      session.metrics().learned(point);
      listener.accept(point);
    };
  }

  private FilesRun.Made train(
      TrainSettings settings,
      DescriptorTable table,
      Provenance provenance,
      Consumer<LearningCurve.Point> listener,
      TrainingStates states,
      ModelFiles files)
      throws IOException {
    long train = settings.views().manifest().rows();
    Targets targets = new Targets(session, settings.task(), settings.targets());
    Task task = targets.scaled(ids(settings.views(), table));
    Dataset<Row> examples =
        columns(targets.join(learned(settings.views(), table)), table, task)
            .unionByName(columns(targets.join(watched(settings)), table, task));
    TrainingSettings training = settings.training(Math.toIntExact(train));
    NetworkSpec network = Networks.named(settings.network(), task, table.descriptor());
    Trained trained =
        new ParameterAveragingTraining(session.context(), network, task, training)
            .stopping(settings.stopping())
            .train(new ExampleTable(examples, VALUES, KEY), listener, Optional.of(states));
    ModelDescription description =
        new ModelDescription(
                settings.network(), task, table.descriptor(), origin(settings, provenance))
            .withElements(elements(settings.views(), table));
    TrainedWeights weights = CrystalModel.finish(description, training, trained).weights();
    weights.save(files);
    return new FilesRun.Made(
        weights.description(),
        Map.of("in", train, "out", 1L, "batches", (long) training.batches()));
  }

  /** Atomic numbers of all that is learned from; none where the table does not tell. */
  private List<Integer> elements(CompleteRun views, DescriptorTable table) throws IOException {
    if (table.elements().isEmpty()) {
      return List.of();
    }
    return Frames.read(session, views, table.schema())
        .select(functions.explode(table.elements().get()).as("element"))
        .distinct()
        .orderBy("element")
        .as(Encoders.INT())
        .collectAsList();
  }

  private List<String> ids(CompleteRun views, DescriptorTable table) throws IOException {
    return Frames.read(session, views, table.schema())
        .select("structure_id")
        .distinct()
        .orderBy("structure_id")
        .as(Encoders.STRING())
        .collectAsList();
  }

  private Dataset<Row> learned(CompleteRun views, DescriptorTable table) throws IOException {
    return Frames.read(session, views, table.schema()).withColumn("split", lit(Splits.TRAIN));
  }

  private Dataset<Row> watched(TrainSettings settings) throws IOException {
    Dataset<Row> pristine =
        Frames.describedWithSplit(session, settings.pristine(), settings.splits(), settings.split())
            .filter(col("split").isin(Splits.TEST, Splits.VALIDATION))
            .filter(col("defect").equalTo(DefectKind.PRISTINE.label()));
    return settings.targets().isEmpty() ? pristine.filter(col("label").isNotNull()) : pristine;
  }

  private static Dataset<Row> columns(Dataset<Row> rows, DescriptorTable table, Task task) {
    Stream<String> names =
        Stream.concat(
            Stream.of("structure_id", "replicate", "label", "split"),
            task.numberColumns().stream());
    return rows.select(
        Stream.concat(names.map(functions::col), Stream.of(table.values().as(VALUES)))
            .toArray(Column[]::new));
  }

  private static Map<String, String> origin(TrainSettings settings, Provenance provenance) {
    Map<String, String> origin = new TreeMap<>(provenance.versions());
    provenance.inputs().forEach((name, hash) -> origin.put("input." + name, hash));
    origin.put("code", provenance.code());
    origin.put("split", settings.split());
    origin.put("native", FastConvolution.describe());
    return origin;
  }
}
