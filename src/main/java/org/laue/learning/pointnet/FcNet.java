package org.laue.learning.pointnet;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.laue.descriptors.Descriptor;
import org.laue.learning.training.Example;
import org.laue.learning.training.Head;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.Task;
import org.laue.learning.training.TrainingSettings;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A plain network on the list of a cloud's points, x, y, z and intensity of each, to show what is
 * lost where the order of the points counts: linear, dropout, batch normalisation, rectifier (1024,
 * 256, 64), answers. The program of Wang et al. (Phys. Rev. Research 4, 023029, 2022) names such a
 * network and does not hold it; its widths are ours. It sees the clouds that {@link PointNet} sees,
 * turned alike.
 *
 * @param points of a cloud
 * @param showing what is drawn for each
 * @param permuted whether the points come in another order whenever a cloud is shown; else in that
 *     of the descriptor, by h, k, l
 */
public record FcNet(int points, int outputs, Head head, Showing showing, boolean permuted)
    implements NetworkSpec {
  private static final long serialVersionUID = 1L;

  /** In models and study files: points in a fixed order. */
  public static final String NAME = "fcnet";

  /** Points in random order. */
  public static final String PERMUTED = "fcnet-permuted";

  /** Features of a cloud after each layer. */
  static final int[] WIDTHS = {1024, 256, 64};

  /**
   * @param descriptor what it looks at
   * @throws org.laue.UserException if that is no cloud of points with their intensities
   */
  public static FcNet of(Task task, Descriptor descriptor, boolean permuted) {
    return new FcNet(
        Showing.points(NAME, descriptor),
        task.outputs(),
        Head.of(task),
        Showing.of(descriptor, false),
        permuted);
  }

  @Override
  public String name() {
    return permuted ? PERMUTED : NAME;
  }

  @Override
  public MultiLayerNetwork create(TrainingSettings settings) {
    return create(settings, DataType.FLOAT);
  }

  MultiLayerNetwork create(TrainingSettings settings, DataType type) {
    NeuralNetConfiguration.ListBuilder layers = Layers.none(settings, type);
    int width = Layers.ofClouds(layers, settings, showing.given() * points, WIDTHS);
    return Layers.network(layers.layer(Layers.output(width, outputs, head)), settings);
  }

  /** Clouds as they are shown, [clouds][values of all points]. */
  @Override
  public DataSet batch(List<Example> examples) {
    float[][] targets = examples.stream().map(Example::target).toArray(float[][]::new);
    return new DataSet(lists(examples), Nd4j.createFromArray(targets));
  }

  INDArray lists(List<Example> examples) {
    return Nd4j.createFromArray(
        examples.stream()
            .map(example -> permuted ? showing.of(example) : showing.ordered(example))
            .toArray(float[][]::new));
  }

  @Override
  public FcNetInference trained(float[] parameters) {
    return new FcNetInference(parameters, this);
  }

  @Override
  public float[] settled(float[] parameters, List<Example> sample) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      Settling settling = new Settling(parameters);
      settling.ofClouds('f', WIDTHS, lists(sample));
      return settling.settled();
    }
  }
}
