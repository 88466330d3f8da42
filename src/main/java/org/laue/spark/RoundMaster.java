package org.laue.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingResult;
import org.laue.learning.training.TrainingSettings;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import scala.Tuple2;

/**
 * DL4J's parameter averaging, driven round by round: we decide which batch goes to which worker, it
 * trains the copies and averages parameters and Adam's moments. Its own way of cutting the data
 * draws random splits and counts the rows anew for each of them.
 */
final class RoundMaster extends ParameterAveragingTrainingMaster {
  private static final long serialVersionUID = 1L;

  RoundMaster(TrainingSettings settings) {
    super(
        new ParameterAveragingTrainingMaster.Builder(settings.workers(), settings.batchSize())
            .batchSizePerWorker(settings.batchSize())
            .averagingFrequency(settings.averagingFrequency())
            .rddTrainingApproach(RDDTrainingApproach.Direct)
            .repartionData(Repartition.Never)
            .workerPrefetchNumBatches(0)
            .saveUpdater(true)
            .trainingHooks(new TimedSteps())
            .storageLevel(null)
            .rngSeed(settings.seed()));
  }

  /**
   * Trains one copy of the network per partition and averages them.
   *
   * @param batches as many partitions as workers, each with the batches of one worker
   */
  void round(SparkDl4jMultiLayer network, JavaRDD<DataSet> batches) {
    doIteration(network, batches, 1, 1);
  }

  /**
   * Sums the copies in the order of their partitions. As they arrive, more than two would be
   * rounded otherwise from run to run.
   */
  @Override
  protected void processResults(
      SparkDl4jMultiLayer network,
      SparkComputationGraph graph,
      JavaRDD<ParameterAveragingTrainingResult> results,
      int split,
      int splits) {
    boolean anyOrder = results.getNumPartitions() <= 2;
    super.processResults(network, graph, anyOrder ? results : inOrder(results), split, splits);
  }

  private static JavaRDD<ParameterAveragingTrainingResult> inOrder(
      JavaRDD<ParameterAveragingTrainingResult> results) {
    return results
        .mapPartitionsWithIndex(RoundMaster::numbered, false)
        .mapToPair(copy -> new Tuple2<>(copy.partition(), copy))
        .partitionBy(new HashPartitioner(1))
        .values()
        .mapPartitions(RoundMaster::sorted);
  }

  private static Iterator<Copy> numbered(
      int partition, Iterator<ParameterAveragingTrainingResult> results) {
    List<Copy> copies = new ArrayList<>();
    results.forEachRemaining(
        r -> copies.add(new Copy(partition, r.getParameters(), r.getUpdaterState(), r.getScore())));
    return copies.iterator();
  }

  private static Iterator<ParameterAveragingTrainingResult> sorted(Iterator<Copy> copies) {
    List<Copy> all = new ArrayList<>();
    copies.forEachRemaining(all::add);
    all.sort(Comparator.comparingInt(Copy::partition));
    return all.stream().map(Copy::result).iterator();
  }

  /** What a worker gives back, in a form that may travel. */
  private record Copy(int partition, INDArray parameters, INDArray updaterState, double score)
      implements Serializable {
    ParameterAveragingTrainingResult result() {
      // DL4J adds those of the other workers to these lists.
      return new ParameterAveragingTrainingResult(
          parameters, updaterState, score, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
