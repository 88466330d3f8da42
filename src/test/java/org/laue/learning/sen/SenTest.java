package org.laue.learning.sen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laue.StableRandom;
import org.laue.UserException;
import org.laue.descriptors.graph.CrystalGraph;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.descriptors.pointcloud.PointCloudSettings;
import org.laue.learning.Networks;
import org.laue.learning.graphs.FiniteDifferences;
import org.laue.learning.graphs.RandomGraphs;
import org.laue.learning.sen.SenProgram.Variant;
import org.laue.learning.training.Example;
import org.laue.learning.training.Head;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.ScalarTask;
import org.laue.learning.training.TrainingSettings;
import org.laue.structure.Crystal;
import org.nd4j.linalg.api.ndarray.INDArray;

class SenTest {
  private static final SenSettings SMALL = new SenSettings(4, 6, 2, 8, 4);
  private static final TrainingSettings TRAINING =
      new TrainingSettings(5, 100, 8, 3e-3, 1e-4, 0, 1, 1);

  private static Sen sen(Variant variant) {
    return new Sen(variant, SMALL, 1, Head.numbers(1));
  }

  private static GraphBatch batch(List<Example> examples) {
    return new GraphBatch(examples.stream().map(e -> CrystalGraph.ofValues(e.values())).toList());
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void gradientsAreThoseOfFiniteDifferences(Variant variant) {
    SenProgram program = new SenProgram(variant, SMALL);
    // Drawn so that none of the units, whose slopes jump at 0, is within a step of it, and the
    // function is not so steep that a step is below what float rounds.
    float[] parameters = program.draw(variant == Variant.BATCH_ATTENTION ? 7 : 6);
    GraphBatch batch = batch(RandomGraphs.of(3));
    Draws draws = new Draws(new long[] {1, 2, 3}, 0.2);
    float[] slope = new float[3 * SenProgram.FEATURES];
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < slope.length; i++) {
      slope[i] = random.nextInt(2) - 0.5f;
    }
    Tape tape = new Tape(parameters, true);
    float[] gradient = tape.back(program.of(tape, batch, draws), slope);
    FiniteDifferences.hold(
        parameters,
        gradient,
        moved ->
            FiniteDifferences.dot(program.of(new Tape(moved, false), batch, draws).value, slope));
  }

  @ParameterizedTest
  @EnumSource(value = Variant.class, names = "BATCH_ATTENTION", mode = EnumSource.Mode.EXCLUDE)
  void anAnswerDependsOnNoNeighbourInTheBatch(Variant variant) {
    Sen spec = sen(variant);
    MultiLayerNetwork network = spec.create(TRAINING);
    List<Example> crystals = RandomGraphs.of(7);
    network.fit(spec.batch(crystals));
    INDArray together = network.output(spec.batch(crystals).getFeatures());
    List<Example> reversed = new ArrayList<>(crystals);
    Collections.reverse(reversed);
    float[][] alone = spec.trained(NetworkSpec.parameters(network)).answer(crystals).outputs();
    float[][] others = spec.trained(NetworkSpec.parameters(network)).answer(reversed).outputs();
    for (int i = 0; i < crystals.size(); i++) {
      assertThat(alone[i][0]).isCloseTo(together.getFloat(i, 0), within(2e-5f));
      assertThat(others[crystals.size() - 1 - i]).isEqualTo(alone[i]);
    }
  }

  @Test
  void withAttentionOverTheBatchAnAnswerDependsOnItsNeighbours() {
    Sen spec = sen(Variant.BATCH_ATTENTION);
    MultiLayerNetwork network = spec.create(TRAINING);
    List<Example> crystals = RandomGraphs.of(SenInference.BATCH + 1);
    SenInference trained = spec.trained(NetworkSpec.parameters(network));
    float[][] together = trained.answer(crystals).outputs();
    float[][] first = trained.answer(crystals.subList(0, 2)).outputs();
    float[][] alone = trained.answer(crystals.subList(0, 1)).outputs();
    assertThat(together[0]).isNotEqualTo(alone[0]);
    assertThat(first[0]).isNotEqualTo(alone[0]).isNotEqualTo(together[0]);
    // After the others of its batch comes one that has a batch of its own.
    List<Example> last = crystals.subList(SenInference.BATCH, crystals.size());
    assertThat(together[SenInference.BATCH]).isEqualTo(trained.answer(last).outputs()[0]);
  }

  @Test
  void attentionIsTheSoftmaxOfScalarProductsOverTheRootOfTheWidth() {
    Matrix queries = new Matrix(2, 4, new float[] {2, 0, 0, 0, 0, 0, 0, 0});
    Matrix keys = new Matrix(4, 4);
    keys.value[4] = (float) Math.log(3);
    Matrix values = new Matrix(4, 1, new float[] {8, 4, 1, 2});
    // Of two groups with a query and two members each.
    float[] heard = Attention.of(new Tape(new float[0], false), queries, keys, values, 2).value;
    assertThat(heard).containsExactly(new float[] {8 / 4f + 4 * 3 / 4f, 1.5f}, within(1e-6f));
  }

  @Test
  void theLargestOfEachColumnOfEachGroup() {
    Matrix x = new Matrix(4, 2, new float[] {1, 9, 3, -2, -7, -5, -6, -8});
    Matrix largest = new Tape(new float[0], false).largest(x, 2);
    assertThat(largest.value).containsExactly(3, 9, -6, -5);
  }

  @Test
  void aNetworkIsFoundByTheNameThatItGivesItself() {
    ScalarTask task = new ScalarTask(List.of(new ScalarTask.Scalar("gap", "eV")));
    for (String name : Sen.NAMES) {
      assertThat(Networks.named(name, task, RandomGraphs.DESCRIPTOR).name()).isEqualTo(name);
    }
    assertThat(Sen.NAMES).contains("sen", "sen-transformer", "sen-batch-attention").hasSize(5);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void theCellInWhichACrystalIsGivenDoesNotMatter(Variant variant) {
    SenInference network =
        sen(variant).trained(NetworkSpec.parameters(sen(variant).create(TRAINING)));
    for (int seed = 0; seed < 5; seed++) {
      Crystal crystal = RandomGraphs.crystal(new StableRandom(seed));
      float[] once = answer(network, crystal);
      assertThat(answer(network, crystal.supercell(2, 1, 3))).containsExactly(once, within(2e-5f));
    }
  }

  private static float[] answer(SenInference network, Crystal crystal) {
    float[] values = RandomGraphs.DESCRIPTOR.of(crystal).values();
    return network.answer(List.of(Example.shown(values, 1))).outputs()[0];
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void learnsWhatItIsShown(Variant variant) {
    Sen spec = sen(variant);
    MultiLayerNetwork network = spec.create(TRAINING);
    List<Example> crystals = RandomGraphs.of(8);
    double before = RandomGraphs.error(spec, network, crystals);
    for (int i = 0; i < 100; i++) {
      network.fit(spec.batch(crystals));
    }
    assertThat(RandomGraphs.error(spec, network, crystals)).isLessThan(0.5 * before);
  }

  @Test
  void whatIsNormalisedHasMeanZeroAndVarianceOneInEachRow() {
    float[] values = {1, 2, 3, 6, -40, 0, 20, 500};
    float[] rows = new Tape(new float[0], false).normalised(new Matrix(2, 4, values)).value;
    for (int row = 0; row < 2; row++) {
      double sum = 0;
      double squares = 0;
      for (int i = 4 * row; i < 4 * row + 4; i++) {
        sum += rows[i];
        squares += rows[i] * rows[i];
      }
      assertThat(sum).isCloseTo(0, within(1e-5));
      assertThat(squares / 4).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  void sameSeedGivesSameWeights() {
    float[] weights = NetworkSpec.parameters(sen(Variant.CODE).create(TRAINING));
    assertThat(NetworkSpec.parameters(sen(Variant.CODE).create(TRAINING))).isEqualTo(weights);
    TrainingSettings other = new TrainingSettings(6, 40, 8, 3e-3, 1e-4, 0, 1, 1);
    assertThat(NetworkSpec.parameters(sen(Variant.CODE).create(other))).isNotEqualTo(weights);
  }

  @Test
  void whatIsDrawnFollowsFromTheSeedOfTheShowing() {
    SenProgram program = new SenProgram(Variant.CODE, SMALL);
    float[] parameters = program.draw(1);
    GraphBatch batch = batch(RandomGraphs.of(1));
    float[] first = drawn(program, parameters, batch, 1);
    assertThat(drawn(program, parameters, batch, 1)).isEqualTo(first);
    assertThat(drawn(program, parameters, batch, 2)).isNotEqualTo(first);
  }

  private static float[] drawn(SenProgram program, float[] weights, GraphBatch batch, long seed) {
    Draws draws = new Draws(new long[] {seed}, 0);
    return program.of(new Tape(weights, false), batch, draws).value;
  }

  @Test
  void compositionLooksAtTheFormulaAlone() {
    SenInference network =
        sen(Variant.COMPOSITION)
            .trained(NetworkSpec.parameters(sen(Variant.COMPOSITION).create(TRAINING)));
    float[] values = RandomGraphs.of(1).get(0).values();
    float[] longer = values.clone();
    Arrays.fill(longer, longer.length - 3, longer.length, 4.2f);
    assertThat(network.answer(List.of(Example.shown(longer, 1))).outputs()[0])
        .isEqualTo(network.answer(List.of(Example.shown(values, 1))).outputs()[0]);
  }

  @Test
  void refusesWhatIsNoGraph() {
    ScalarTask task = new ScalarTask(List.of(new ScalarTask.Scalar("gap", "eV")));
    PointCloudGenerator clouds = new PointCloudGenerator(PointCloudSettings.defaults());
    assertThatThrownBy(() -> Sen.of("sen", task, clouds))
        .isInstanceOf(UserException.class)
        .hasMessage("Network sen looks at graphs, the descriptor makes pointclouds");
    assertThat(Sen.of("sen-composition", task, RandomGraphs.DESCRIPTOR).name())
        .isEqualTo("sen-composition");
    assertThatThrownBy(() -> sen(Variant.CODE).trained(new float[10]))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("there are 10");
  }
}
