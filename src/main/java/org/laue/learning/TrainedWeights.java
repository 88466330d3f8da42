package org.laue.learning;

import java.io.IOException;
import java.util.List;
import org.laue.learning.training.Example;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.TrainedNetwork;

/**
 * What training leaves: weights with what they are about and how they were learned. Without a
 * novelty gate it is no {@link CrystalModel} yet, and its files do not load as one.
 *
 * @param parameters all weights in the network's own order, for the ConvNet that of {@link
 *     org.laue.learning.convnet.ParameterLayout}; not copied, not changed
 */
public record TrainedWeights(
    ModelDescription description, float[] parameters, LearningCurve curve) {

  /**
   * @throws org.laue.UserException if a file is missing, damaged or of another version
   */
  public static TrainedWeights load(ModelFiles files) throws IOException {
    return ModelFormat.readWeights(files);
  }

  public void save(ModelFiles files) throws IOException {
    ModelFormat.writeWeights(this, files);
  }

  /** The network with these weights. */
  TrainedNetwork network() {
    return description.spec().trained(parameters);
  }

  /**
   * The model with these weights and a gate that knows these things.
   *
   * @param training what it learned from
   * @param broken defective variants that shall count as known; may be empty
   */
  public CrystalModel calibratedOn(List<Example> training, List<Example> broken) {
    return CrystalModel.calibrated(this, training, broken);
  }
}
