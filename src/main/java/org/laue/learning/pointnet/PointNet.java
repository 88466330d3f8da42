package org.laue.learning.pointnet;

import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.laue.descriptors.Descriptor;
import org.laue.learning.training.Example;
import org.laue.learning.training.Head;
import org.laue.learning.training.LinearDecay;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.SeededDropout;
import org.laue.learning.training.Task;
import org.laue.learning.training.TrainingSettings;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
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

  /** Features of a point after each layer. */
  static final int[] POINT_WIDTHS = {128, 256, 512};

  /** Features of a cloud after each layer; the last serve as features of the novelty gate. */
  static final int[] CLOUD_WIDTHS = {256, 128};

  static final double BATCH_NORM_DECAY = 0.9;

  /** For whole clouds. */
  PointNet(int points, int outputs, Head head) {
    this(points, outputs, head, Showing.PLAIN);
  }

  /**
   * @param descriptor what it looks at
   * @throws org.laue.UserException if that is no cloud of points with four values each
   */
  public static PointNet of(Task task, Descriptor descriptor) {
    return new PointNet(
        Showing.points(NAME, descriptor),
        task.outputs(),
        Head.of(task),
        Showing.of(descriptor, false));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public MultiLayerNetwork create(TrainingSettings settings) {
    return create(settings, DataType.FLOAT);
  }

  MultiLayerNetwork create(TrainingSettings settings, DataType type) {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration(settings, type));
    network.init();
    draw(network, new SplittableRandom(settings.seed()));
    return network;
  }

  /** Clouds as they are shown, [clouds][4][points]. */
  @Override
  public DataSet batch(List<Example> examples) {
    float[] values = new float[examples.size() * points * Showing.WIDTH];
    int at = 0;
    for (Example example : examples) {
      float[] shown = showing.of(example);
      for (int channel = 0; channel < Showing.WIDTH; channel++) {
        for (int point = 0; point < points; point++) {
          values[at++] = shown[Showing.WIDTH * point + channel];
        }
      }
    }
    INDArray clouds = Nd4j.create(values, new long[] {examples.size(), Showing.WIDTH, points}, 'c');
    float[][] targets = examples.stream().map(Example::target).toArray(float[][]::new);
    return new DataSet(clouds, Nd4j.createFromArray(targets));
  }

  @Override
  public PointNetInference trained(float[] parameters) {
    return new PointNetInference(parameters, this);
  }

  @Override
  public float[] settled(float[] parameters, List<Example> sample) {
    return PointNetStatistics.recompute(parameters, this, sample);
  }

  /** A cloud as it is shown when it is asked about, [points][4]. */
  INDArray shown(Example thing) {
    return Nd4j.create(showing.sorted(thing), new long[] {points, Showing.WIDTH}, 'c');
  }

  private MultiLayerConfiguration configuration(TrainingSettings settings, DataType type) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(settings.seed())
            .dataType(type)
            .updater(LinearDecay.adam(settings))
            .list();
    layers.inputPreProcessor(0, new RnnToFeedForwardPreProcessor());
    int width = Showing.WIDTH;
    int count = 0;
    for (int next : POINT_WIDTHS) {
      layers.layer(linear(width, next)).layer(norm(next)).layer(rectifier());
      width = next;
      count += 3;
    }
    layers
        .inputPreProcessor(count, new FeedForwardToRnnPreProcessor())
        .layer(new GlobalPoolingLayer.Builder(PoolingType.MAX).build());
    for (int next : CLOUD_WIDTHS) {
      layers
          .layer(linear(width, next))
          .layer(new DropoutLayer(new SeededDropout(settings.seed() + next, settings.dropout())))
          .layer(norm(next))
          .layer(rectifier());
      width = next;
    }
    return layers
        .layer(
            new OutputLayer.Builder(head.loss())
                .nIn(width)
                .nOut(outputs)
                .activation(head.activation())
                .build())
        .build();
  }

  private static DenseLayer linear(int in, int out) {
    return new DenseLayer.Builder().nIn(in).nOut(out).activation(Activation.IDENTITY).build();
  }

  private static BatchNormalization norm(int width) {
    return new BatchNormalization.Builder()
        .nIn(width)
        .nOut(width)
        .decay(BATCH_NORM_DECAY)
        .eps(NormalisedLinear.EPSILON)
        .useLogStd(false)
        .build();
  }

  private static ActivationLayer rectifier() {
    return new ActivationLayer.Builder().activation(Activation.RELU).build();
  }

  /** As PyTorch draws linear layers: weights and biases uniform within 1 / sqrt(inputs). */
  private static void draw(MultiLayerNetwork network, SplittableRandom random) {
    for (Layer layer : network.getLayers()) {
      INDArray weights = layer.paramTable().get(DefaultParamInitializer.WEIGHT_KEY);
      if (weights != null) {
        double limit = 1 / Math.sqrt((double) weights.size(0));
        fill(weights, limit, random.split());
        fill(layer.paramTable().get(DefaultParamInitializer.BIAS_KEY), limit, random.split());
      }
    }
  }

  private static void fill(INDArray array, double limit, SplittableRandom random) {
    float[] values = new float[Math.toIntExact(array.length())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-limit, limit);
    }
    array.assign(Nd4j.create(values, array.shape(), 'c').castTo(array.dataType()));
  }
}
