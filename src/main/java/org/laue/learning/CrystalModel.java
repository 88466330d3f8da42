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
import org.laue.learning.training.Answers;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.Trained;
import org.laue.learning.training.TrainingSettings;

/**
 * A trained classifier: weights, labels, the parameters of the fingerprints it was trained on,
 * where it comes from, how it learned and what it knows. Immutable; threads may share one.
 */
public final class CrystalModel {
  private final TrainedWeights weights;
  private final Novelty novelty;
  private final Inference inference;

  public CrystalModel(TrainedWeights weights, Novelty novelty) {
    this(
        weights,
        novelty,
        new Inference(weights.parameters(), weights.description().labels().size()));
  }

  private CrystalModel(TrainedWeights weights, Novelty novelty, Inference inference) {
    this.weights = weights;
    this.novelty = novelty;
    this.inference = inference;
  }

  /**
   * Makes a model of trained parameters: batch normalisation measured anew, novelty gate
   * calibrated, both on a sample of the training images.
   *
   * @param trained what the training left, a sample of its images among it
   */
  public static CrystalModel finish(
      ModelDescription description, TrainingSettings settings, Trained trained) {
    float[][] images = trained.sampleValues();
    int classes = description.labels().size();
    float[] corrected = BatchNormStatistics.recompute(trained.parameters(), classes, images);
    float[][] features = new Inference(corrected, classes).answer(images).features();
    Map<String, String> provenance = new TreeMap<>(settings.toMap());
    provenance.put("training.images", Integer.toString(trained.examples()));
    TrainedWeights weights =
        new TrainedWeights(description.withProvenance(provenance), corrected, trained.curve());
    return new CrystalModel(weights, NoveltyCalibration.calibrate(features, new float[0][]));
  }

  static CrystalModel calibrated(
      TrainedWeights weights, float[][] trainingImages, float[][] brokenImages) {
    Inference inference =
        new Inference(weights.parameters(), weights.description().labels().size());
    Novelty gate =
        NoveltyCalibration.calibrate(
            inference.answer(trainingImages).features(), inference.answer(brokenImages).features());
    return new CrystalModel(weights, gate, inference);
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

  /** The same without the gate. */
  public TrainedWeights weights() {
    return weights;
  }

  /** Classes in the order of the probabilities. */
  public List<String> labels() {
    return weights.description().labels();
  }

  public Map<String, String> fingerprintParameters() {
    return weights.description().fingerprint();
  }

  public ModelDescription description() {
    return weights.description();
  }

  public LearningCurve learningCurve() {
    return weights.curve();
  }

  public Novelty novelty() {
    return novelty;
  }

  /** All weights in the order of {@link ParameterLayout}; a copy. */
  public float[] parameters() {
    return weights.parameters().clone();
  }

  /**
   * @throws UserException naming the parameter that differs and both its values
   */
  public void requireFingerprints(Map<String, String> fingerprintParameters) {
    weights.description().requireSameFingerprint(fingerprintParameters);
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
    float[][] probabilities = probabilities(set.images());
    int right = 0;
    for (int i = 0; i < set.size(); i++) {
      right += Answers.mostProbable(probabilities[i]) == set.labels()[i] ? 1 : 0;
    }
    return set.size() == 0 ? Double.NaN : (double) right / set.size();
  }

  public Inference inference() {
    return inference;
  }
}
