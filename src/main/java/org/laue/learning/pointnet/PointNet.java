package org.laue.learning.pointnet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
 * The network of Wang et al., Phys. Rev. Research 4, 023029 (2022): each point of a cloud goes
 * through the same small network (linear, batch normalisation, rectifier; 4 to 128, 256, 512), the
 * largest of each feature over the points goes on through linear, dropout, batch normalisation and
 * rectifier (256, 128) to the answers. The order of the points cannot matter; so that orientation
 * does not, every cloud is turned at random whenever it is shown, in training and when it is asked
 * about alike (see {@link Showing}). The paper's program leaves the widths open; these are ours.
 *
 * @param points of a cloud
 * @param showing what is drawn for each
 */
public record PointNet(int points, int outputs, Head head, Showing showing) implements NetworkSpec {
  private static final long serialVersionUID = 1L;

  /** In models and study files. */
  public static final String NAME = "pointnet";

  /** It and its kin, whose points are told more: as {@link Told} has it. */
  public static final List<String> NAMES =
      Arrays.stream(Told.values()).map(told -> NAME + told.suffix).toList();

  /** Features of a point after each layer. */
  static final int[] POINT_WIDTHS = {128, 256, 512};

  /** Features of a cloud after each layer; the last serve as features of the novelty gate. */
  static final int[] CLOUD_WIDTHS = {256, 128};

  /** For whole clouds. */
  PointNet(int points, int outputs, Head head) {
    this(points, outputs, head, Showing.PLAIN);
  }

  /**
   * @param name one of {@link #NAMES}
   * @param descriptor what it looks at
   * @throws org.laue.UserException if that is no cloud of points with their intensities
   */
  public static PointNet of(String name, Task task, Descriptor descriptor) {
    return new PointNet(
        Showing.points(name, descriptor),
        task.outputs(),
        Head.of(task),
        Showing.of(descriptor, false).telling(Told.values()[NAMES.indexOf(name)]));
  }

  /** The same network, its points told more. */
  PointNet telling(Told told) {
    return new PointNet(points, outputs, head, showing.telling(told));
  }

  @Override
  public String name() {
    return NAME + showing.told().suffix;
  }

  @Override
  public MultiLayerNetwork create(TrainingSettings settings) {
    NeuralNetConfiguration.ListBuilder layers =
        Layers.none(settings, DataType.FLOAT).layer(new PointLayer(showing.width()));
    int pooled = POINT_WIDTHS[POINT_WIDTHS.length - 1];
    int width = Layers.ofClouds(layers, settings, pooled, CLOUD_WIDTHS);
    return Layers.network(layers.layer(Layers.output(width, outputs, head)), settings);
  }

  /** Points and widths in words: {@code points 343 128 256 512 max 256 128}. */
  public String layers() {
    return "points %d %s max %s".formatted(points, words(POINT_WIDTHS), words(CLOUD_WIDTHS));
  }

  private static String words(int[] widths) {
    return Arrays.stream(widths).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }

  /** Multiplications and additions of the matrix products of a forward pass. */
  public double operations() {
    double operations = 0;
    int width = showing.width();
    for (int next : POINT_WIDTHS) {
      operations += 2.0 * points * width * next;
      width = next;
    }
    for (int next : CLOUD_WIDTHS) {
      operations += 2.0 * width * next;
      width = next;
    }
    return operations + 2.0 * width * outputs;
  }

  /** Clouds as they are shown, [clouds][values][points]. */
  @Override
  public DataSet batch(List<Example> examples) {
    return showing.batch(examples);
  }

  @Override
  public PointNetInference trained(float[] parameters) {
    return new PointNetInference(parameters, this);
  }

  @Override
  public float[] settled(float[] parameters, List<Example> sample) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      List<INDArray> clouds = sample.stream().map(showing::shown).toList();
      Settling settling = new Settling(parameters);
      List<Linear> ofPoints = settling.ofPoints('f', showing.width(), POINT_WIDTHS, clouds);
      INDArray pooled = Settling.rows(clouds, cloud -> pooled(ofPoints, cloud));
      settling.ofClouds('f', CLOUD_WIDTHS, pooled);
      return settling.settled();
    }
  }

  /** The largest of each feature over the points, [1][features]. */
  static INDArray pooled(List<Linear> ofPoints, INDArray cloud) {
    return Linear.through(ofPoints, cloud).max(true, 0);
  }
}
