package org.laue.learning.sen;

import java.util.Arrays;
import java.util.List;
import org.laue.Kernel;
import org.laue.UserException;
import org.laue.descriptors.graph.CrystalGraph;
import org.laue.learning.training.Answers;
import org.laue.learning.training.Example;
import org.laue.learning.training.TrainedNetwork;

/**
 * The trained network for prediction: nothing dropped, no noise. Crystals are answered one by one,
 * so the same graph gives the same bits in any company. Immutable and safe to share between
 * threads.
 */
final class SenInference implements TrainedNetwork {
  private final float[] own;
  private final float[] last;
  private final SenProgram program;
  private final Sen network;

  SenInference(float[] parameters, Sen network) {
    this.network = network;
    this.program = network.program();
    int expected = program.size() + (SenProgram.FEATURES + 1) * network.outputs();
    if (parameters.length != expected) {
      throw new UserException(
          "Network %s with %d answers has %d parameters, there are %d"
              .formatted(network.name(), network.outputs(), expected, parameters.length));
    }
    this.own = Arrays.copyOf(parameters, program.size());
    this.last = Arrays.copyOfRange(parameters, program.size(), expected);
  }

  @Override
  public Answers answer(List<Example> things) {
    return Answers.oneByOne(things, thing -> Kernel.NETWORK.time(() -> answer(thing)));
  }

  private Answers answer(Example thing) {
    GraphBatch alone = new GraphBatch(List.of(CrystalGraph.ofValues(thing.values())));
    float[] features = program.of(new Tape(own, false), alone, null).value;
    float[] sums = new float[network.outputs()];
    int bias = SenProgram.FEATURES * sums.length;
    for (int output = 0; output < sums.length; output++) {
      double sum = last[bias + output];
      // DL4J keeps the weights of its own layers column by column.
      int column = output * SenProgram.FEATURES;
      for (int i = 0; i < features.length; i++) {
        sum += features[i] * last[column + i];
      }
      sums[output] = (float) sum;
    }
    return new Answers(network.head().answers(new float[][] {sums}), new float[][] {features});
  }
}
