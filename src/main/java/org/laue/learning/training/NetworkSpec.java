package org.laue.learning.training;

import java.io.Serializable;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;

/** A kind of network, as the training and the models need to know it. */
public interface NetworkSpec extends Serializable {

  /** In models and study files: {@code convnet}. */
  String name();

  /** A network with freshly drawn weights; the same settings give the same weights, bit by bit. */
  MultiLayerNetwork create(TrainingSettings settings);

  /** What one update learns from: examples as arrays, with what their seeds draw. */
  DataSet batch(List<Example> examples);

  /**
   * The network with these weights, for prediction.
   *
   * @throws org.laue.UserException if there are more or fewer than it has
   */
  TrainedNetwork trained(float[] parameters);

  /**
   * The parameters as they are used after the training, for instance with batch normalisation
   * measured anew.
   *
   * @param sample of what was learned
   */
  default float[] settled(float[] parameters, List<Example> sample) {
    return parameters;
  }

  /** All parameters of a network as one list. */
  static float[] parameters(MultiLayerNetwork network) {
    return Floats.of(network.params());
  }
}
