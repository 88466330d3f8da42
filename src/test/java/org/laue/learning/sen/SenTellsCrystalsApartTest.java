package org.laue.learning.sen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.descriptors.graph.GraphSettings;
import org.laue.learning.sen.SenProgram.Variant;
import org.laue.learning.training.BatchOrder;
import org.laue.learning.training.Example;
import org.laue.learning.training.Head;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.TrainingSettings;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/**
 * In training no part of the network saturates: 30 simple cubic crystals of five elements and six
 * lengths get an answer each, which follows the number that they were given.
 */
class SenTellsCrystalsApartTest {
  private static final int[] ELEMENTS = {12, 13, 26, 29, 79};
  private static final int LENGTHS = 6;
  private static final int BATCH = 10;
  private static final int EPOCHS = 30;
  private static final List<Example> CRYSTALS = crystals();

  private static List<Example> crystals() {
    GraphGenerator graphs = new GraphGenerator(GraphSettings.defaults().withNearest(12));
    List<Example> crystals = new ArrayList<>();
    for (int element = 0; element < ELEMENTS.length; element++) {
      for (int length = 0; length < LENGTHS; length++) {
        double edge = 2.4 + 0.3 * length;
        Crystal cell =
            Crystal.of(
                Lattice.ofParameters(edge, edge, edge, 90, 90, 90),
                new int[] {ELEMENTS[element]},
                new double[3]);
        float[] target = {0.6f * (length - 2.5f) + 0.7f * (element - 2)};
        crystals.add(new Example(graphs.of(cell).values(), target, 0));
      }
    }
    return crystals;
  }

  private static float[] answersAfterTraining(Variant variant, long seed, int epochs) {
    int batches = epochs * CRYSTALS.size() / BATCH;
    Sen spec = new Sen(variant, SenSettings.DEFAULT, 1, Head.numbers(1));
    MultiLayerNetwork network =
        spec.create(new TrainingSettings(seed, batches, BATCH, 1e-3, 1e-5, 0.1, 1, 1));
    BatchOrder order = new BatchOrder(seed, CRYSTALS.size(), BATCH);
    for (int i = 0; i < batches; i++) {
      List<Example> batch = new ArrayList<>();
      for (int position : order.batch(i)) {
        Example crystal = CRYSTALS.get(position);
        long draw = (i * 1000L + position) * 0x9E3779B97F4A7C15L;
        batch.add(new Example(crystal.values(), crystal.target(), draw));
      }
      network.fit(spec.batch(batch));
    }
    return answers(spec, network);
  }

  private static float[] answers(Sen spec, MultiLayerNetwork network) {
    float[][] outputs = spec.trained(NetworkSpec.parameters(network)).answer(CRYSTALS).outputs();
    float[] answers = new float[outputs.length];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = outputs[i][0];
    }
    return answers;
  }

  /** Mean absolute error. */
  private static double error(float[] answers) {
    double sum = 0;
    for (int i = 0; i < answers.length; i++) {
      sum += Math.abs(answers[i] - CRYSTALS.get(i).target()[0]);
    }
    return sum / answers.length;
  }

  /** That of 0, the mean and the median of the targets. */
  private static double constant() {
    return error(new float[CRYSTALS.size()]);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void lengthsAndElementsAreToldApartWhateverTheSeed(long seed) {
    holds(answersAfterTraining(Variant.CODE, seed, EPOCHS));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void soTheyAreWithoutCapsules(long seed) {
    holds(answersAfterTraining(Variant.NO_CAPSULE, seed, EPOCHS));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void soTheyAreBySetTransformerThoughItTakesThreeTimesTheUpdates(long seed) {
    holds(answersAfterTraining(Variant.TRANSFORMER, seed, 3 * EPOCHS));
  }

  private static void holds(float[] answers) {
    assertThat(error(answers)).isLessThan(0.25 * constant());
    // Longer cells of one element have larger numbers, and get larger answers.
    for (int element = 0; element < ELEMENTS.length; element++) {
      float[] own = Arrays.copyOfRange(answers, element * LENGTHS, (element + 1) * LENGTHS);
      assertThat(own).isSorted();
    }
  }

  @Test
  void theFirstAnswersAreNearTheTypicalValue() {
    for (Variant variant : Variant.values()) {
      Sen spec = new Sen(variant, SenSettings.DEFAULT, 1, Head.numbers(1));
      MultiLayerNetwork network = spec.create(TrainingSettings.paper(3));
      assertThat(error(answers(spec, network))).isLessThan(1.3 * constant());
    }
  }
}
