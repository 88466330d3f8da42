package org.laue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.laue.UserException;
import org.laue.defects.DefectKind;
import org.laue.learning.CrystalModel;
import org.laue.learning.ModelDescription;
import org.laue.learning.ModelFiles;
import org.laue.learning.TrainedWeights;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.convnet.FastConvolution;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.Trained;
import org.laue.learning.training.TrainingSettings;
import org.laue.tables.rows.Splits;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.StepSummary;

/** Trains the network on images of pristine crystals and keeps its weights. */
public final class TrainStep {
  private static final String NAME = "train";
  private static final String FINGERPRINT = "fingerprint.";

  /** Columns that together name an image. */
  private static final List<String> KEY = List.of("structure_id", "replicate");

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
          "%s holds no image of a crystal on the training side of split %s"
              .formatted(settings.views().shownPath(), settings.split()));
    }
    Provenance provenance =
        Versions.provenance(
            session,
            NAME,
            settings.toMap(),
            Map.of(
                "views", settings.views().contentHash(),
                "fingerprints", settings.fingerprints().contentHash(),
                "splits", settings.splits().contentHash()));
    return new FilesRun(session, settings.output(), FilesRun.WEIGHTS, provenance)
        .reading(List.of(settings.views(), settings.fingerprints(), settings.splits()))
        .run(files -> train(settings, describe(settings, provenance), listener, files));
  }

  private FilesRun.Made train(
      TrainSettings settings,
      ModelDescription description,
      Consumer<LearningCurve.Point> listener,
      ModelFiles files)
      throws IOException {
    long train = settings.views().manifest().rows();
    Dataset<Row> images =
        columns(learned(settings.views())).unionByName(columns(watched(settings)));
    TrainingSettings training = settings.training(Math.toIntExact(train));
    ClassTask task = new ClassTask(settings.classes().labels());
    Trained trained =
        new ParameterAveragingTraining(
                session.context(), new ConvNet(task.outputs()), task, training)
            .train(new ExampleTable(images, "pixels", KEY), listener);
    TrainedWeights weights = CrystalModel.finish(description, training, trained).weights();
    weights.save(files);
    return new FilesRun.Made(
        weights.description(),
        Map.of("in", train, "out", 1L, "batches", (long) training.batches()));
  }

  private Dataset<Row> learned(CompleteRun views) throws IOException {
    return Frames.read(session, views, TableSchemas.FINGERPRINTS)
        .withColumn("split", lit(Splits.TRAIN));
  }

  private Dataset<Row> watched(TrainSettings settings) throws IOException {
    return Frames.fingerprintsWithSplit(
            session, settings.fingerprints(), settings.splits(), settings.split())
        .filter(col("split").equalTo(Splits.TEST))
        .filter(col("defect").equalTo(DefectKind.PRISTINE.label()))
        .filter(col("label").isNotNull());
  }

  private static Dataset<Row> columns(Dataset<Row> images) {
    return images.select("structure_id", "replicate", "label", "split", "pixels");
  }

  private static ModelDescription describe(TrainSettings settings, Provenance provenance) {
    Map<String, String> origin = new TreeMap<>(provenance.versions());
    provenance.inputs().forEach((name, hash) -> origin.put("input." + name, hash));
    origin.put("code", provenance.code());
    origin.put("split", settings.split());
    origin.put("native", FastConvolution.describe());
    return new ModelDescription(
        settings.classes(), fingerprintParameters(settings.views()), origin);
  }

  /** The parameters that a run of fingerprints was made with, as its manifest tells. */
  static Map<String, String> fingerprintParameters(CompleteRun images) {
    Map<String, String> parameters = new HashMap<>();
    images
        .manifest()
        .provenance()
        .configuration()
        .forEach(
            (key, value) -> {
              if (key.startsWith(FINGERPRINT)) {
                parameters.put(key.substring(FINGERPRINT.length()), value);
              }
            });
    return parameters;
  }
}
