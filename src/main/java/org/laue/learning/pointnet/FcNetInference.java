package org.laue.learning.pointnet;

import java.util.List;
import org.laue.Kernel;
import org.laue.learning.training.Answers;
import org.laue.learning.training.Example;
import org.laue.learning.training.ParameterList;
import org.laue.learning.training.Scratch;
import org.laue.learning.training.TrainedNetwork;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The trained {@link FcNet} for prediction. Immutable and safe to share between threads. */
final class FcNetInference implements TrainedNetwork {
  private final List<Linear> layers;
  private final Linear last;
  private final FcNet network;

  FcNetInference(float[] parameters, FcNet network) {
    this.network = network;
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      ParameterList list = new ParameterList(parameters);
      int values = network.showing().given() * network.points();
      layers = NormalisedLinear.folded(list, 'f', values, FcNet.WIDTHS);
      last = Linear.next(list, 'f', FcNet.WIDTHS[FcNet.WIDTHS.length - 1], network.outputs());
      list.requireEnd(network.outputs());
    }
  }

  @Override
  public Answers answer(List<Example> things) {
    return Answers.oneByOne(things, thing -> Kernel.NETWORK.time(() -> answer(thing)));
  }

  private Answers answer(Example thing) {
    try (MemoryWorkspace scratch = Scratch.enter()) {
      INDArray features = Linear.through(layers, network.lists(List.of(thing)));
      return new Answers(
          network.head().answers(last.of(features).toFloatMatrix()), features.toFloatMatrix());
    }
  }
}
