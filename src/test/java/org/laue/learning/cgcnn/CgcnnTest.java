package org.laue.learning.cgcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.laue.StableRandom;
import org.laue.UserException;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.descriptors.graph.GraphSettings;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.descriptors.pointcloud.PointCloudSettings;
import org.laue.learning.Networks;
import org.laue.learning.graphs.FiniteDifferences;
import org.laue.learning.graphs.GraphRows;
import org.laue.learning.graphs.RandomGraphs;
import org.laue.learning.training.Example;
import org.laue.learning.training.Floats;
import org.laue.learning.training.Head;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.ScalarTask;
import org.laue.learning.training.TrainingSettings;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.nd4j.linalg.api.ndarray.INDArray;

class CgcnnTest {
  private static final CgcnnSettings SMALL = new CgcnnSettings(8, 2, 12, 16);
  private static final TrainingSettings TRAINING =
      new TrainingSettings(5, 100, 8, 3e-3, 1e-4, 0, 1, 1);
  private static final Cgcnn SPEC = new Cgcnn(SMALL, 1, Head.numbers(1));
  private static final ScalarTask GAP = new ScalarTask(List.of(new ScalarTask.Scalar("gap", "eV")));

  private static GraphRows rows(List<Example> examples) {
    INDArray rows = GraphRows.batch(examples).getFeatures();
    return new GraphRows(Floats.of(rows), rows.rows(), rows.columns());
  }

  private static float[][] answers(NetworkSpec spec, MultiLayerNetwork network, List<Example> all) {
    return spec.trained(NetworkSpec.parameters(network)).answer(all).outputs();
  }

  @Test
  void gradientsAreThoseOfFiniteDifferences() {
    CgcnnProgram program = new CgcnnProgram(SMALL);
    float[] parameters = program.draw(6);
    // So many bonds that they are computed in several parts.
    List<Example> examples = RandomGraphs.of(150);
    GraphRows rows = rows(examples);
    assertThat(examples.stream().mapToInt(e -> (int) e.values()[1]).sum()).isGreaterThan(1500);
    SplittableRandom random = new SplittableRandom(8);
    float[] slope = new float[rows.crystals() * SMALL.hidden()];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = (random.nextInt(2) - 0.5f) / 10;
    }
    CgcnnComputation computation = new CgcnnComputation(program, 0.2);
    computation.forward(parameters, rows, true);
    float[] gradient = computation.back(slope).clone();
    FiniteDifferences.hold(
        parameters,
        gradient,
        moved -> FiniteDifferences.dot(computation.forward(moved, rows, true), slope));
    // What stands in the arrays from batch to batch moves nothing.
    computation.forward(parameters, rows(examples.subList(0, 5)), true);
    computation.back(new float[5 * SMALL.hidden()]);
    computation.forward(parameters, rows, true);
    assertThat(computation.back(slope)).isEqualTo(gradient);
  }

  @Test
  void anAnswerDependsOnNoNeighbourInTheBatch() {
    MultiLayerNetwork network = SPEC.create(TRAINING);
    List<Example> crystals = RandomGraphs.of(7);
    network.fit(SPEC.batch(crystals));
    INDArray together = network.output(SPEC.batch(crystals).getFeatures());
    List<Example> reversed = new ArrayList<>(crystals);
    Collections.reverse(reversed);
    float[][] alone = answers(SPEC, network, crystals);
    float[][] others = answers(SPEC, network, reversed);
    for (int i = 0; i < crystals.size(); i++) {
      assertThat(alone[i][0]).isCloseTo(together.getFloat(i, 0), within(2e-5f));
      assertThat(others[crystals.size() - 1 - i]).isEqualTo(alone[i]);
    }
  }

  @Test
  void theWayInWhichACrystalIsGivenDoesNotMatter() {
    CgcnnInference network = SPEC.trained(NetworkSpec.parameters(SPEC.create(TRAINING)));
    for (int seed = 0; seed < 20; seed++) {
      Crystal crystal = RandomGraphs.crystal(new StableRandom(seed));
      float[] once = answer(network, crystal);
      assertThat(answer(network, crystal.supercell(2, 1, 3))).containsExactly(once, within(2e-5f));
      assertThat(answer(network, reversed(crystal))).containsExactly(once, within(2e-5f));
    }
  }

  /** The same atoms, listed from the last to the first, seen from elsewhere. */
  private static Crystal reversed(Crystal crystal) {
    int atoms = crystal.atomCount();
    int[] elements = new int[atoms];
    double[] fractional = new double[3 * atoms];
    for (int i = 0; i < atoms; i++) {
      int from = atoms - 1 - i;
      elements[i] = crystal.atomicNumbers()[from];
      for (int axis = 0; axis < 3; axis++) {
        fractional[3 * i + axis] = crystal.fractional()[3 * from + axis] + 0.3 * axis;
      }
    }
    return Crystal.of(crystal.lattice(), elements, fractional);
  }

  private static float[] answer(CgcnnInference network, Crystal crystal) {
    float[] values = RandomGraphs.DESCRIPTOR.of(crystal).values();
    return network.answer(List.of(Example.shown(values, 1))).outputs()[0];
  }

  @Test
  void learnsWhatItIsShown() {
    MultiLayerNetwork network = SPEC.create(TRAINING);
    List<Example> crystals = RandomGraphs.of(8);
    double before = RandomGraphs.error(SPEC, network, crystals);
    for (int i = 0; i < 100; i++) {
      network.fit(SPEC.batch(crystals));
    }
    assertThat(RandomGraphs.error(SPEC, network, crystals)).isLessThan(0.5 * before);
  }

  @Test
  void lengthsAreToldApartWhereTheFormulaIsTheSame() {
    GraphGenerator graphs = new GraphGenerator(GraphSettings.defaults().withNearest(12));
    List<Example> crystals = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      double edge = 2.6 + 0.15 * i;
      Crystal cell =
          Crystal.of(
              Lattice.ofParameters(edge, edge, edge, 90, 90, 90), new int[] {29}, new double[3]);
      float[] target = {i % 2 - 0.5f};
      crystals.add(new Example(graphs.of(cell).values(), target, 0));
    }
    Cgcnn spec = new Cgcnn(CgcnnSettings.DEFAULT, 1, Head.numbers(1));
    MultiLayerNetwork network = spec.create(TRAINING.withBatches(200));
    for (int i = 0; i < 200; i++) {
      network.fit(spec.batch(crystals));
    }
    assertThat(RandomGraphs.error(spec, network, crystals)).isLessThan(0.1);
  }

  @Test
  void sameSeedGivesSameWeights() {
    float[] weights = NetworkSpec.parameters(SPEC.create(TRAINING));
    assertThat(NetworkSpec.parameters(SPEC.create(TRAINING))).isEqualTo(weights);
    TrainingSettings other = new TrainingSettings(6, 40, 8, 3e-3, 1e-4, 0, 1, 1);
    assertThat(NetworkSpec.parameters(SPEC.create(other))).isNotEqualTo(weights);
  }

  @Test
  void whatIsDroppedFollowsFromTheSeedOfTheShowing() {
    float[] mask = new float[4000];
    new Dropping(new long[] {3, 4}, 0.25).write(mask, 2, 2000);
    float[] again = new float[2000];
    new Dropping(new long[] {4}, 0.25).write(again, 1, 2000);
    double sum = 0;
    for (int i = 0; i < 2000; i++) {
      assertThat(again[i]).isEqualTo(mask[2000 + i]).isIn(0f, 4 / 3f);
      sum += again[i] / 2000;
    }
    assertThat(sum).isCloseTo(1, within(0.05));
    Dropping.NONE.write(again, 1, 2000);
    assertThat(again).containsOnly(1);
  }

  @Test
  void isFoundByItsNameAndRefusesWhatIsNoGraph() {
    assertThat(Networks.named("cgcnn", GAP, RandomGraphs.DESCRIPTOR).name()).isEqualTo("cgcnn");
    PointCloudGenerator clouds = new PointCloudGenerator(PointCloudSettings.defaults());
    assertThatThrownBy(() -> Networks.named("cgcnn", GAP, clouds))
        .isInstanceOf(UserException.class)
        .hasMessage("Network cgcnn looks at graphs, the descriptor makes pointclouds");
    assertThatThrownBy(() -> SPEC.trained(new float[10]))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("there are 10");
  }
}
