package org.laue.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laue.UserException;
import org.laue.learning.convnet.BatchNormStatistics;
import org.laue.learning.convnet.Inference;
import org.laue.learning.convnet.ParameterLayout;

/**
 * A trained classifier: weights, labels, the parameters of the fingerprints it was trained on,
 * where it comes from, how it learned and what it knows. Immutable; threads may share one.
 */
public final class CrystalModel {
  /** Training images that set the statistics of batch normalisation and the novelty gate. */
  public static final int CALIBRATION_IMAGES = 2048;

  private final ModelDescription description;
  private final float[] parameters;
  private final LearningCurve learningCurve;
  private final Novelty novelty;
  private final Inference inference;

  public CrystalModel(
      ModelDescription description,
      float[] parameters,
      LearningCurve learningCurve,
      Novelty novelty) {
    this.description = description;
    this.parameters = parameters;
    this.learningCurve = learningCurve;
    this.novelty = novelty;
    this.inference = new Inference(parameters, description.labels().size());
  }

  /**
   * Makes a model of trained parameters: batch normalisation measured anew, novelty gate
   * calibrated, both on a sample of the training images.
   *
   * @param sample of the training images
   * @param trainingImages how many there were
   */
  public static CrystalModel finish(
      ModelDescription description,
      TrainingSettings settings,
      float[] parameters,
      ImageSet sample,
      int trainingImages,
      LearningCurve curve) {
    float[][] images = sample.sample(CALIBRATION_IMAGES).images();
    int classes = description.labels().size();
    float[] corrected = BatchNormStatistics.recompute(parameters, classes, images);
    float[][] features = new Inference(corrected, classes).answer(images).features();
    Map<String, String> provenance = new TreeMap<>(settings.toMap());
    provenance.put("training.images", Integer.toString(trainingImages));
    return new CrystalModel(
        description.withProvenance(provenance),
        corrected,
        curve,
        NoveltyCalibration.calibrate(features, new float[0][]));
  }

  /** The same model with a gate that counts these defective variants as known. */
  public CrystalModel withNoveltyCalibratedOn(float[][] trainingImages, float[][] brokenImages) {
    Novelty gate =
        NoveltyCalibration.calibrate(
            inference.answer(trainingImages).features(), inference.answer(brokenImages).features());
    return new CrystalModel(description, parameters, learningCurve, gate);
  }

  public static CrystalModel load(Path directory) throws IOException {
    return load(ModelFiles.directory(directory));
  }

  /**
   * @throws UserException if a file is missing, damaged or of a later version
   */
  public static CrystalModel load(ModelFiles files) throws IOException {
    return ModelFormat.read(files);
  }

  public void save(Path directory) throws IOException {
    save(ModelFiles.directory(directory));
  }

  public void save(ModelFiles files) throws IOException {
    ModelFormat.write(this, files);
  }

  /** Classes in the order of the probabilities. */
  public List<String> labels() {
    return description.labels();
  }

  public Map<String, String> fingerprintParameters() {
    return description.fingerprint();
  }

  public ModelDescription description() {
    return description;
  }

  public LearningCurve learningCurve() {
    return learningCurve;
  }

  public Novelty novelty() {
    return novelty;
  }

  /** All weights in the order of {@link ParameterLayout}; a copy. */
  public float[] parameters() {
    return parameters.clone();
  }

  /**
   * @throws UserException naming the parameter that differs and both its values
   */
  public void requireFingerprints(Map<String, String> fingerprintParameters) {
    description.requireSameFingerprint(fingerprintParameters);
  }

  /**
   * @param images each [3][64][64] flattened, channels first
   * @return [images][classes], rows sum to 1
   */
  public float[][] probabilities(float[][] images) {
    return inference.answer(images).probabilities();
  }

  /** Probabilities and the features that the novelty gate takes, in one pass. */
  public Answers answer(float[][] images) {
    return inference.answer(images);
  }

  /** Share of images classified as labelled, in [0, 1]; NaN for an empty set. */
  public double accuracy(ImageSet set) {
    return inference.accuracy(set);
  }

  public Inference inference() {
    return inference;
  }
}
