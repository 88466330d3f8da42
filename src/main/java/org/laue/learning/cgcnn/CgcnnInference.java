package org.laue.learning.cgcnn;

import java.util.List;
import org.laue.Kernel;
import org.laue.descriptors.graph.CrystalGraph;
import org.laue.learning.graphs.GraphParameters;
import org.laue.learning.training.Answers;
import org.laue.learning.training.Example;
import org.laue.learning.training.TrainedNetwork;

/**
 * The trained network for prediction. Crystals are answered one by one, so the same graph gives the
 * same bits in any company. Immutable and safe to share between threads.
 */
public final class CgcnnInference implements TrainedNetwork {
  private final GraphParameters parameters;
  private final CgcnnProgram program;
  private final Cgcnn network;

  CgcnnInference(float[] parameters, Cgcnn network) {
    this.network = network;
    this.program = network.program();
    this.parameters =
        GraphParameters.of(
            parameters,
            network.name(),
            program.size(),
            network.settings().hidden(),
            network.outputs());
  }

  @Override
  public Answers answer(List<Example> things) {
    CgcnnComputation computation = new CgcnnComputation(program, 0).with(parameters.own());
    float[][] features = new float[things.size()][];
    float[][] sums = new float[things.size()][];
    for (int i = 0; i < sums.length; i++) {
      CrystalGraph graph = CrystalGraph.ofValues(things.get(i).values());
      float[] seen = Kernel.NETWORK.time(() -> computation.of(graph));
      features[i] = seen;
      sums[i] = parameters.sums(seen);
    }
    return new Answers(network.head().answers(sums), features);
  }
}
