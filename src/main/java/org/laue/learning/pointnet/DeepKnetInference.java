package org.laue.learning.pointnet;

import java.util.List;
import java.util.Optional;
import org.laue.Kernel;
import org.laue.learning.training.Answers;
import org.laue.learning.training.Example;
import org.laue.learning.training.ParameterList;
import org.laue.learning.training.Scratch;
import org.laue.learning.training.TrainedNetwork;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The trained {@link DeepKnet} for prediction: dropout gone, each batch normalisation folded into
 * the linear layer before it, clouds answered one by one. Immutable and safe to share between
 * threads.
 */
final class DeepKnetInference implements TrainedNetwork {
  private final Optional<SpatialTransformer.Trained> transformer;
  private final List<Linear> ofPoints;
  private final List<Attention> blocks;
  private final List<Linear> ofClouds;
  private final Linear last;
  private final DeepKnet network;

  DeepKnetInference(float[] parameters, DeepKnet network) {
    this.network = network;
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      ParameterList list = new ParameterList(parameters);
      transformer =
          network.transforming()
              ? Optional.of(SpatialTransformer.Trained.next(list))
              : Optional.empty();
      ofPoints =
          NormalisedLinear.folded(list, 'f', network.showing().given(), DeepKnet.POINT_WIDTHS);
      blocks = Attention.next(list, DeepKnet.BLOCKS, DeepKnet.WIDTH);
      ofClouds = NormalisedLinear.folded(list, 'f', DeepKnet.WIDTH, DeepKnet.CLOUD_WIDTHS);
      last = Linear.next(list, 'f', DeepKnet.CLOUD_WIDTHS[0], network.outputs());
      list.requireEnd(network.outputs());
    }
  }

  @Override
  public Answers answer(List<Example> things) {
    return Answers.oneByOne(things, thing -> Kernel.NETWORK.time(() -> answer(thing)));
  }

  private Answers answer(Example thing) {
    try (MemoryWorkspace scratch = Scratch.enter()) {
      INDArray cloud = network.showing().shown(thing);
      INDArray turned = transformer.isPresent() ? transformer.get().of(cloud) : cloud;
      INDArray origin = DeepKnet.origin(blocks, Linear.through(ofPoints, turned));
      INDArray features = Linear.through(ofClouds, origin);
      return new Answers(
          network.head().answers(last.of(features).toFloatMatrix()), features.toFloatMatrix());
    }
  }
}
