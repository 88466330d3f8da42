package org.laue.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laue.UserException;
import org.laue.learning.training.Answers;
import org.laue.learning.training.Example;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.Trained;
import org.laue.learning.training.TrainedNetwork;
import org.laue.learning.training.TrainingSettings;

/**
 * A trained network: its weights, what it answers and what it looks at, where it comes from, how it
 * learned and what it knows. Immutable; threads may share one.
 */
public final class CrystalModel {
  private final TrainedWeights weights;
  private final Novelty novelty;
  private final TrainedNetwork network;

  public CrystalModel(TrainedWeights weights, Novelty novelty) {
    this(weights, novelty, weights.network());
  }

  private CrystalModel(TrainedWeights weights, Novelty novelty, TrainedNetwork network) {
    this.weights = weights;
    this.novelty = novelty;
    this.network = network;
  }

  /**
   * Makes a model of trained parameters, settled and with a novelty gate, both by a sample of what
   * was learned.
   */
  public static CrystalModel finish(
      ModelDescription description, TrainingSettings settings, Trained trained) {
    NetworkSpec spec = description.spec();
    Map<String, String> provenance = new TreeMap<>(settings.toMap());
    provenance.put("training.images", Integer.toString(trained.examples()));
    provenance.putAll(trained.found());
    TrainedWeights weights =
        new TrainedWeights(
            description.withProvenance(provenance),
            spec.settled(trained.parameters(), trained.sample()),
            trained.curve());
    return calibrated(weights, trained.sample(), List.of());
  }

  static CrystalModel calibrated(
      TrainedWeights weights, List<Example> training, List<Example> broken) {
    TrainedNetwork network = weights.network();
    Novelty gate =
        NoveltyCalibration.calibrate(
            Novelty.meanLimit(weights.description().descriptor()),
            network.answer(training).features(),
            network.answer(broken).features());
    return new CrystalModel(weights, gate, network);
  }

  public static CrystalModel load(Path directory) throws IOException {
    return load(ModelFiles.directory(directory));
  }

  /**
   * @throws UserException if a file is missing, damaged or of a later version, or this program does
   *     not know the model's network or descriptor
   */
  public static CrystalModel load(ModelFiles files) throws IOException {
    return ModelFormat.read(files);
  }

  public void save(Path directory) throws IOException {
    save(ModelFiles.directory(directory));
  }

  public void save(ModelFiles files) throws IOException {
    save(files, "");
  }

  /** The same with more on its card, in Markdown. */
  public void save(ModelFiles files, String note) throws IOException {
    ModelFormat.write(this, note, files);
  }

  /** The same without the gate. */
  public TrainedWeights weights() {
    return weights;
  }

  /**
   * Classes in the order of the probabilities.
   *
   * @throws UserException if it answers numbers
   */
  public List<String> labels() {
    return weights.description().labels();
  }

  /** Settings of the descriptor that it looks at. */
  public Map<String, String> fingerprintParameters() {
    return weights.description().descriptor().settings();
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

  /** All weights in the network's own order; a copy. */
  public float[] parameters() {
    return weights.parameters().clone();
  }

  /**
   * @param values of the descriptor, [things][values]; an image is [3][64][64] flattened, channels
   *     first
   * @return [things][classes], rows sum to 1
   */
  public float[][] probabilities(float[][] values) {
    return answer(values).outputs();
  }

  /** Outputs and the features that the novelty gate takes, in one pass. */
  public Answers answer(List<Example> things) {
    return network.answer(things);
  }

  /** The same of values alone; what the network draws at a showing is drawn from them. */
  public Answers answer(float[][] values) {
    return answer(Arrays.stream(values).map(v -> Example.shown(v, Arrays.hashCode(v))).toList());
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

  public TrainedNetwork network() {
    return network;
  }
}
