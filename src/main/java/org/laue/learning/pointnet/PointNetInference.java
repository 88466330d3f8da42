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

/**
 * The trained network for prediction: dropout gone, each batch normalisation folded into the linear
 * layer before it. Clouds are turned as their seeds say, and answered one by one: the same cloud
 * and seed give the same bits in any company. Immutable and safe to share between threads.
 */
final class PointNetInference implements TrainedNetwork {
  private final List<Linear> ofPoints;
  private final List<Linear> ofClouds;
  private final Linear last;
  private final PointNet network;

  PointNetInference(float[] parameters, PointNet network) {
    this.network = network;
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      ParameterList list = new ParameterList(parameters);
      ofPoints =
          NormalisedLinear.folded(list, 'f', network.showing().width(), PointNet.POINT_WIDTHS);
      int pooled = PointNet.POINT_WIDTHS[PointNet.POINT_WIDTHS.length - 1];
      ofClouds = NormalisedLinear.folded(list, 'f', pooled, PointNet.CLOUD_WIDTHS);
      int width = PointNet.CLOUD_WIDTHS[PointNet.CLOUD_WIDTHS.length - 1];
      last = Linear.next(list, 'f', width, network.outputs());
      list.requireEnd(network.outputs());
    }
  }

  @Override
  public Answers answer(List<Example> things) {
    return Answers.oneByOne(things, thing -> Kernel.NETWORK.time(() -> answer(thing)));
  }

  /** In the order of the given points. */
  @Override
  public int[] deciding(Example cloud) {
    float[] values = network.showing().ordered(cloud);
    int width = network.showing().width();
    int[] deciding = new int[values.length / width];
    try (MemoryWorkspace scratch = Scratch.enter()) {
      INDArray points = Nd4j.create(values, new long[] {deciding.length, width}, 'c');
      float[][] features = Linear.through(ofPoints, points).toFloatMatrix();
      for (int feature = 0; feature < features[0].length; feature++) {
        int largest = 0;
        for (int point = 1; point < features.length; point++) {
          largest = features[point][feature] > features[largest][feature] ? point : largest;
        }
        // Where no point has the feature none decides.
        deciding[largest] += features[largest][feature] > 0 ? 1 : 0;
      }
    }
    return deciding;
  }

  private Answers answer(Example thing) {
    try (MemoryWorkspace scratch = Scratch.enter()) {
      INDArray pooled = PointNet.pooled(ofPoints, network.showing().shown(thing));
      INDArray features = Linear.through(ofClouds, pooled);
      return new Answers(
          network.head().answers(last.of(features).toFloatMatrix()), features.toFloatMatrix());
    }
  }
}
