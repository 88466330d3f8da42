package org.laue.spark;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.spark.api.TrainingHook;
import org.laue.Kernel;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** Counts the training steps of a worker as the network's time. */
final class TimedSteps implements TrainingHook {
  private static final long serialVersionUID = 1L;

  @Override
  public void preUpdate(DataSet batch, Model network) {
    Kernel.NETWORK.begin();
  }

  @Override
  public void postUpdate(DataSet batch, Model network) {
    Kernel.NETWORK.end();
  }

  @Override
  public void preUpdate(MultiDataSet batch, Model network) {
    Kernel.NETWORK.begin();
  }

  @Override
  public void postUpdate(MultiDataSet batch, Model network) {
    Kernel.NETWORK.end();
  }
}
