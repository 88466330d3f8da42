package org.laue.learning.pointnet;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.laue.UserException;
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
 * The first network of Wang et al. (arXiv 2101.01773v1, 2021): each point goes through linear,
 * batch normalisation and rectifier (4 to 128, 512), then through four blocks of self-attention
 * with two heads, in which the points see each other; the features of the origin 000, which stands
 * for the cloud, go on through linear, batch normalisation, rectifier (128) and dropout to the
 * answers. 5,397,127 learned parameters at seven classes. Optionally the coordinates are turned
 * before by a matrix that a small network of the cloud gives ({@link SpatialTransformer}, further
 * 143,113).
 *
 * @param points of a cloud, the origin first
 * @param showing what is drawn for each
 * @param transforming whether the coordinates are turned by what the cloud says
 */
public record DeepKnet(int points, int outputs, Head head, Showing showing, boolean transforming)
    implements NetworkSpec {
  private static final long serialVersionUID = 1L;

  /** In models and study files. */
  public static final String NAME = "deepknet";

  /** With the spatial transformer. */
  public static final String TRANSFORMING = "deepknet-stn";

  static final int[] POINT_WIDTHS = {128, 512};
  static final int BLOCKS = 4;
  static final int WIDTH = 512;
  static final int[] CLOUD_WIDTHS = {128};

  /** Points of the only cloud that has no origin. */
  private static final int WITHOUT_ORIGIN = 3;

  /**
   * @param descriptor what it looks at
   * @throws UserException if that is no cloud of points with their intensities, or has no origin
   */
  public static DeepKnet of(Task task, Descriptor descriptor, boolean transforming) {
    int points = Showing.points(NAME, descriptor);
    if (points <= WITHOUT_ORIGIN) {
      throw new UserException(
          "Network %s looks at a cloud from its origin, and one of %d points has none; take another max-miller than 0, or network %s"
              .formatted(NAME, points, PointNet.NAME));
    }
    return new DeepKnet(
        points, task.outputs(), Head.of(task), Showing.of(descriptor, true), transforming);
  }

  @Override
  public String name() {
    return transforming ? TRANSFORMING : NAME;
  }

  @Override
  public MultiLayerNetwork create(TrainingSettings settings) {
    return create(settings, DataType.FLOAT);
  }

  MultiLayerNetwork create(TrainingSettings settings, DataType type) {
    NeuralNetConfiguration.ListBuilder layers = Layers.none(settings, type);
    layers.inputPreProcessor(0, new RnnToFeedForwardPreProcessor());
    if (transforming) {
      layers.layer(new SpatialTransformer(points, showing.given()));
    }
    int width = Layers.ofPoints(layers, showing.given(), POINT_WIDTHS);
    for (int block = 0; block < BLOCKS; block++) {
      layers.layer(new AttentionBlock(points, width));
    }
    layers.layer(new FirstPoint(points, width));
    for (int next : CLOUD_WIDTHS) {
      layers
          .layer(Layers.linear(width, next))
          .layer(Layers.norm(next))
          .layer(Layers.rectifier())
          .layer(Layers.dropout(settings, next));
      width = next;
    }
    return Layers.network(layers.layer(Layers.output(width, outputs, head)), settings);
  }

  /** Clouds as they are shown, [clouds][values][points]. */
  @Override
  public DataSet batch(List<Example> examples) {
    return showing.batch(examples);
  }

  @Override
  public DeepKnetInference trained(float[] parameters) {
    return new DeepKnetInference(parameters, this);
  }

  @Override
  public float[] settled(float[] parameters, List<Example> sample) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      return settled(new Settling(parameters), sample.stream().map(showing::shown).toList());
    }
  }

  private float[] settled(Settling settling, List<INDArray> clouds) {
    List<INDArray> turned = transforming ? SpatialTransformer.settled(settling, clouds) : clouds;
    List<Linear> ofPoints = settling.ofPoints('f', showing.given(), POINT_WIDTHS, turned);
    List<Attention> blocks = Attention.next(settling.list(), BLOCKS, WIDTH);
    INDArray features =
        Settling.rows(turned, cloud -> origin(blocks, Linear.through(ofPoints, cloud)));
    settling.ofClouds('f', CLOUD_WIDTHS, features);
    return settling.settled();
  }

  /**
   * What the origin knows of its cloud after the blocks, [1][{@link #WIDTH}].
   *
   * @param points [points][{@link #WIDTH}]
   */
  static INDArray origin(List<Attention> blocks, INDArray points) {
    INDArray current = points;
    for (Attention block : blocks) {
      current = block.of(current);
    }
    return current.getRow(0, true);
  }
}
