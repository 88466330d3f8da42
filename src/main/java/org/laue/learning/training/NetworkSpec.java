package org.laue.learning.training;

import java.io.Serializable;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;

/** A kind of network, as the training needs to know it. */
public interface NetworkSpec extends Serializable {

  /** A network with freshly drawn weights; the same settings give the same weights, bit by bit. */
  MultiLayerNetwork create(TrainingSettings settings);

  /** What one update learns from: examples as arrays, with what their seeds draw. */
  DataSet batch(List<Example> examples);

  /**
   * What a network of these parameters answers, nothing dropped.
   *
   * @return [examples][outputs of the task]
   */
  float[][] answers(float[] parameters, List<Example> examples);

  /** All parameters of a network as one list. */
  static float[] parameters(MultiLayerNetwork network) {
    return network.params().reshape(-1).toFloatVector();
  }
}
