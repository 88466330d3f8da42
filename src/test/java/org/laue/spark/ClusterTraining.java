package org.laue.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import org.laue.learning.CrystalModel;
import org.laue.learning.ModelDescription;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.Trained;
import org.laue.learning.training.TrainingSettings;
import org.laue.structure.ClassScheme;

/** Driver of {@link StandaloneClusterIT}: trains on a table and saves the model. */
public final class ClusterTraining {
  static final List<String> LABELS = List.of("two", "three", "four");

  private static final ClassTask TASK = new ClassTask(ClassScheme.ofLabels("folds", LABELS));

  private ClusterTraining() {}

  /**
   * @param arguments table of fingerprints, directory of the model
   */
  public static void main(String[] arguments) throws Exception {
    try (SparkSession session = SparkSession.builder().appName("training").getOrCreate()) {
      train(session, arguments[0]).save(Path.of(arguments[1]));
    }
  }

  static CrystalModel train(SparkSession session, String table) {
    TrainingSettings settings = new TrainingSettings(5, 32, 8, 1e-3, 1e-4, 0.25, 2, 4);
    Trained trained =
        new ParameterAveragingTraining(
                new JavaSparkContext(session.sparkContext()),
                new ConvNet(LABELS.size()),
                TASK,
                settings)
            .train(
                new ExampleTable(session.read().parquet(table), "pixels", List.of("id")),
                point -> {});
    return CrystalModel.finish(
        new ModelDescription(
            ConvNet.NAME, TASK, new Imaging(FingerprintParameters.defaults(), false), Map.of()),
        settings,
        trained);
  }
}
