package org.laue.learning.graphs;

import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.laue.StableRandom;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.descriptors.graph.GraphSettings;
import org.laue.learning.training.Example;
import org.laue.learning.training.NetworkSpec;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** Graphs of random crystals with a number that follows from formula and distances. */
public final class RandomGraphs {
  public static final GraphGenerator DESCRIPTOR =
      new GraphGenerator(GraphSettings.defaults().withNearest(4));

  private RandomGraphs() {}

  public static List<Example> of(int count) {
    return IntStream.range(0, count).mapToObj(RandomGraphs::example).toList();
  }

  private static Example example(int number) {
    Crystal crystal = crystal(new StableRandom(number));
    float[] values = DESCRIPTOR.of(crystal).values();
    float truth = 0;
    for (int z : crystal.atomicNumbers()) {
      truth += (z % 8 - 3.5f) / crystal.atomCount();
    }
    float[] target = {0.3f * truth + values[values.length - 1] - 3};
    return new Example(values, target, (long) number << 45);
  }

  public static Crystal crystal(StableRandom random) {
    int atoms = 1 + random.nextInt(4);
    int[] elements = new int[atoms];
    double[] fractional = new double[3 * atoms];
    for (int i = 0; i < atoms; i++) {
      elements[i] = 1 + random.nextInt(30);
      for (int axis = 0; axis < 3; axis++) {
        fractional[3 * i + axis] = random.nextDouble();
      }
    }
    double edge = random.nextDouble(2.5, 4);
    return Crystal.of(
        Lattice.ofParameters(edge, edge, random.nextDouble(3, 5), 80, 95, 100),
        elements,
        fractional);
  }

  /** Mean absolute error of a network's first answers. */
  public static double error(NetworkSpec spec, MultiLayerNetwork network, List<Example> crystals) {
    float[][] answers = spec.trained(NetworkSpec.parameters(network)).answer(crystals).outputs();
    double sum = 0;
    for (int i = 0; i < answers.length; i++) {
      sum += Math.abs(answers[i][0] - crystals.get(i).target()[0]);
    }
    return sum / answers.length;
  }
}
