package org.laue.spark;

import org.apache.spark.api.java.JavaRDD;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.laue.learning.training.TrainingSettings;
import org.nd4j.linalg.dataset.DataSet;

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

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
