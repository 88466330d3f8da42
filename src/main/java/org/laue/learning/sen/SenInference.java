package org.laue.learning.sen;

import java.util.List;
import org.laue.Kernel;
import org.laue.descriptors.graph.CrystalGraph;
import org.laue.learning.graphs.GraphParameters;
import org.laue.learning.training.Answers;
import org.laue.learning.training.Example;
import org.laue.learning.training.TrainedNetwork;

/**
 * The trained network for prediction: nothing dropped, no noise. Crystals are answered one by one,
 * so the same graph gives the same bits in any company; of the variant whose crystals attend to
 * each other, in batches of {@value #BATCH} as they come. Immutable and safe to share between
 * threads.
 */
public final class SenInference implements TrainedNetwork {
  /** Crystals that attend to each other, where they do. */
  static final int BATCH = 64;

  private final GraphParameters parameters;
  private final SenProgram program;
  private final Sen network;

  SenInference(float[] parameters, Sen network) {
    this.network = network;
    this.program = network.program();
    this.parameters =
        GraphParameters.of(
            parameters, network.name(), program.size(), SenProgram.FEATURES, network.outputs());
  }

  @Override
  public Answers answer(List<Example> things) {
    int together = program.isMixing() ? BATCH : 1;
    float[][] sums = new float[things.size()][];
    float[][] features = new float[things.size()][];
    for (int first = 0; first < sums.length; first += together) {
      List<Example> some = things.subList(first, Math.min(first + together, sums.length));
      float[][] seen = Kernel.NETWORK.time(() -> features(some));
      for (int i = 0; i < seen.length; i++) {
        features[first + i] = seen[i];
        sums[first + i] = parameters.sums(seen[i]);
      }
    }
    return new Answers(network.head().answers(sums), features);
  }

  /** What lies behind the answer to a crystal, asked about alone. */
  public CrystalVectors vectors(Example crystal) {
    SenProgram.Inside inside = inside(List.of(crystal));
    return new CrystalVectors(
        inside.vector() == null ? null : inside.vector().value,
        inside.pose() == null ? null : inside.pose().value,
        inside.described().value);
  }

  private float[][] features(List<Example> things) {
    return inside(things).features().toRows();
  }

  private SenProgram.Inside inside(List<Example> things) {
    List<CrystalGraph> graphs =
        things.stream().map(thing -> CrystalGraph.ofValues(thing.values())).toList();
    return program.inside(new Tape(parameters.own(), false), new GraphBatch(graphs), null);
  }
}
