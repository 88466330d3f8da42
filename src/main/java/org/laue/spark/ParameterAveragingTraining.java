package org.laue.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.laue.learning.CrystalModel;
import org.laue.learning.ImageSet;
import org.laue.learning.LearningCurve;
import org.laue.learning.ModelDescription;
import org.laue.learning.Monitor;
import org.laue.learning.TrainingSettings;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.convnet.ImageBatch;
import org.nd4j.linalg.dataset.DataSet;
import scala.Function1;

/**
 * Trains the network on a table of fingerprints: in each round every worker takes a copy, makes
 * some updates on its own batches, and the copies are averaged. The batches depend on the seed and
 * the rows' keys, not on partitions or executors.
 */
public final class ParameterAveragingTraining {
  private final JavaSparkContext context;
  private final ModelDescription description;
  private final TrainingSettings settings;
  private final List<String> keyColumns;

  /**
   * @param keyColumns that together name a row of the table, for instance structure_id,
   *     defect_kind, level, replicate
   */
  public ParameterAveragingTraining(
      JavaSparkContext context,
      ModelDescription description,
      TrainingSettings settings,
      List<String> keyColumns) {
    this.context = context;
    this.description = description;
    this.settings = settings;
    this.keyColumns = List.copyOf(keyColumns);
  }

  /**
   * @param fingerprints rows with split "train" are learned, those with "test" only watched;
   *     columns pixels (array of float), label, split and the key columns
   * @param listener called on the driver about a dozen times, at the end of a round
   */
  public CrystalModel train(Dataset<Row> fingerprints, Consumer<LearningCurve.Point> listener) {
    TrainingImages train = images(fingerprints, "train");
    ImageSet sample = train.sample(CrystalModel.CALIBRATION_IMAGES);
    ImageSet test = images(fingerprints, "test").sample(Monitor.SAMPLE);
    Monitor monitor = new Monitor(settings, description.labels().size(), sample, test, listener);
    float[] parameters = rounds(train, monitor);
    return CrystalModel.finish(
        description, settings, parameters, sample, train.keys().size(), monitor.curve());
  }

  private float[] rounds(TrainingImages train, Monitor monitor) {
    MultiLayerNetwork network = ConvNet.create(settings.network(description.labels().size()));
    RoundMaster master = new RoundMaster(settings);
    SparkDl4jMultiLayer distributed = new SparkDl4jMultiLayer(context, network, master);
    RoundPlan plan = new RoundPlan(settings, train.keys());
    int workers = settings.workers();
    for (int first = 0; first < settings.rounds(); first += plan.windowRounds()) {
      int rounds = Math.min(plan.windowRounds(), settings.rounds() - first);
      JavaRDD<PlacedImage> placed =
          train.distribute(context, plan.window(first, rounds), rounds * workers);
      for (int round = 0; round < rounds; round++) {
        master.round(distributed, batches(placed, round * workers));
        monitor.afterRound(
            (first + round + 1) * settings.batchesPerRound(),
            distributed.getScore(),
            () -> ConvNet.parameters(network));
      }
    }
    return ConvNet.parameters(network);
  }

  private TrainingImages images(Dataset<Row> fingerprints, String split) {
    return new TrainingImages(fingerprints, split, keyColumns, description.labels());
  }

  /** The batches of one round, one partition per worker. */
  private JavaRDD<DataSet> batches(JavaRDD<PlacedImage> placed, int firstPartition) {
    int workers = settings.workers();
    int batchSize = settings.batchSize();
    int classes = description.labels().size();
    Function1<Object, Object> ofThisRound =
        (Function1<Object, Object> & Serializable)
            p -> (Integer) p >= firstPartition && (Integer) p < firstPartition + workers;
    return PartitionPruningRDD.create(placed.rdd(), ofThisRound)
        .toJavaRDD()
        .mapPartitions(images -> batches(images, batchSize, classes));
  }

  private static Iterator<DataSet> batches(
      Iterator<PlacedImage> images, int batchSize, int classes) {
    List<PlacedImage> sorted = new ArrayList<>();
    images.forEachRemaining(sorted::add);
    sorted.sort(Comparator.comparingInt(PlacedImage::place));
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < sorted.size();
      }

      @Override
      public DataSet next() {
        List<PlacedImage> batch = sorted.subList(next, Math.min(next + batchSize, sorted.size()));
        next += batch.size();
        return ImageBatch.labelled(
            batch.stream().map(PlacedImage::pixels).toArray(float[][]::new),
            batch.stream().mapToInt(PlacedImage::label).toArray(),
            classes);
      }
    };
  }
}
