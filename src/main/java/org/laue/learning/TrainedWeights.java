package org.laue.learning;

import java.io.IOException;
import org.laue.learning.training.LearningCurve;

/**
 * What training leaves: weights with what they are about and how they were learned. Without a
 * novelty gate it is no {@link CrystalModel} yet, and its files do not load as one.
 *
 * @param parameters all weights in the order of {@link org.laue.learning.convnet.ParameterLayout};
 *     not copied, not changed
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

  /**
   * The model with these weights and a gate that knows these images.
   *
   * @param trainingImages images it learned from
   * @param brokenImages defective variants that shall count as known; may be empty
   */
  public CrystalModel calibratedOn(float[][] trainingImages, float[][] brokenImages) {
    return CrystalModel.calibrated(this, trainingImages, brokenImages);
  }
}
