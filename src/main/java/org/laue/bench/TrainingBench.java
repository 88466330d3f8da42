package org.laue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.laue.CpuTime;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import org.laue.learning.CrystalModel;
import org.laue.learning.ImageSet;
import org.laue.learning.ModelDescription;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.Trained;
import org.laue.learning.training.TrainingSettings;
import org.laue.prototypes.PrototypePlan;
import org.laue.prototypes.PrototypeSettings;
import org.laue.prototypes.Prototypes;
import org.laue.spark.ExampleTable;
import org.laue.spark.LaueSession;
import org.laue.spark.ParameterAveragingTraining;
import org.laue.structure.ClassScheme;

/**
 * Two workers against one on Spark: the same images, batches and epochs, images per second of the
 * clock, and the accuracy of both networks on crystals that neither has seen.
 */
final class TrainingBench {
  private static final StructType COLUMNS =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("label", DataTypes.StringType)
          .add("split", DataTypes.StringType)
          .add("pixels", DataTypes.createArrayType(DataTypes.FloatType, false));

  private static final int CRYSTALS = 2744;

  /** Every eighth crystal is for the test. */
  private static final int TEST = 8;

  /** Gradient steps summed over the workers, a good four epochs. */
  private static final int BATCHES = 320;

  private static final int BATCH = 32;
  private static final double LEARNING_RATE = 1e-3;
  private static final double DROPOUT = 0.25;

  private final int averagingFrequency;

  /**
   * @param averagingFrequency batches of each worker between two averages
   */
  TrainingBench(int averagingFrequency) {
    this.averagingFrequency = averagingFrequency;
  }

  private record Run(double imagesPerSecond, double accuracy, double cpuSeconds) {}

  void run(BenchTable table) throws IOException {
    Path directory = Files.createTempDirectory("laue-bench-training");
    try {
      String images = directory.resolve("images").toString();
      List<Row> rows = rows();
      ImageSet test = test(rows);
      try (LaueSession session = session(2)) {
        session.spark().createDataFrame(rows, COLUMNS).repartition(8).write().parquet(images);
        train(session, images, settings(2, 2, 1), test);
      }
      Run one = timed(images, 1, test);
      Run two = timed(images, 2, test);
      table.rate(
          "training on Spark",
          "two workers averaged every %d batches, peer: one".formatted(averagingFrequency),
          two.imagesPerSecond(),
          one.imagesPerSecond(),
          "images per s",
          2 * one.imagesPerSecond(),
          note(one, two));
    } finally {
      FileUtils.deleteDirectory(directory.toFile());
    }
  }

  private Run timed(String images, int workers, ImageSet test) {
    try (LaueSession session = session(workers)) {
      return train(session, images, settings(workers, BATCHES, averagingFrequency), test);
    }
  }

  private Run train(LaueSession session, String images, TrainingSettings settings, ImageSet test) {
    Dataset<Row> table = session.spark().read().parquet(images);
    ClassTask task = new ClassTask(ClassScheme.paper());
    ModelDescription description =
        new ModelDescription(
            ConvNet.NAME, task, new Imaging(FingerprintParameters.defaults(), false), Map.of());
    List<LearningCurve.Point> points = new ArrayList<>();
    CpuTime before = CpuTime.ofProcess();
    Trained trained =
        new ParameterAveragingTraining(
                session.context(), new ConvNet(task.outputs()), task, settings)
            .train(new ExampleTable(table, "pixels", List.of("id")), points::add);
    CrystalModel model = CrystalModel.finish(description, settings, trained);
    CpuTime spent = CpuTime.ofProcess().since(before);
    LearningCurve.Point last = points.get(points.size() - 1);
    return new Run(last.images() / last.seconds(), model.accuracy(test), spent.seconds());
  }

  private static TrainingSettings settings(int workers, int batches, int averagingFrequency) {
    return new TrainingSettings(
        1,
        batches,
        BATCH,
        LEARNING_RATE,
        LEARNING_RATE / 100,
        DROPOUT,
        workers,
        averagingFrequency);
  }

  private static LaueSession session(int cores) {
    return LaueSession.builder().master("local[" + cores + "]").withoutProgress().open();
  }

  private static String note(Run one, Run two) {
    return String.format(
        Locale.ROOT,
        "right on %d test images: one worker %.2f %%, two %.2f %%; CPU s %.0f, %.0f",
        CRYSTALS / TEST,
        100 * one.accuracy(),
        100 * two.accuracy(),
        one.cpuSeconds(),
        two.cpuSeconds());
  }

  private static List<Row> rows() {
    Imaging imaging = new Imaging(FingerprintParameters.defaults(), false);
    List<Row> rows = new ArrayList<>();
    for (PrototypePlan plan : Prototypes.plan(PrototypeSettings.balanced(CRYSTALS, 1))) {
      rows.add(
          RowFactory.create(
              "crystal-%05d".formatted(plan.index()),
              plan.label(),
              plan.index() % TEST == 0 ? "test" : "train",
              imaging.of(plan.build().crystal()).fingerprint().pixels()));
    }
    return rows;
  }

  private static ImageSet test(List<Row> rows) {
    List<String> labels = ClassScheme.paper().labels();
    List<Row> chosen = rows.stream().filter(row -> row.getString(2).equals("test")).toList();
    return new ImageSet(
        chosen.stream().map(row -> (float[]) row.get(3)).toArray(float[][]::new),
        chosen.stream().mapToInt(row -> labels.indexOf(row.getString(1))).toArray());
  }
}
