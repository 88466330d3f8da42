package org.laue.learning.convnet;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.laue.UserException;
import org.laue.learning.training.Example;
import org.laue.learning.training.Head;
import org.laue.learning.training.LinearDecay;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.SeededDropout;
import org.laue.learning.training.Task;
import org.laue.learning.training.TrainingSettings;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The network of Ziletti et al. (2018), Table 2, as their program builds it: six 7x7 convolutions
 * (32, 32, pool, 16, 16, pool, 8, 8), dropout on the flattened maps, a dense layer of 128, batch
 * normalisation, softmax; for numbers the sums as they are. 365,719 parameters for seven classes,
 * 256 of them running statistics. The layers stand in {@link ConvNetLayers}, the order of the
 * weights in {@link ParameterLayout}.
 *
 * <p>Inside, maps are channels last, which the convolution kernels prefer; images outside stay
 * channels first and {@link ImageBatch} turns them.
 */
public record ConvNet(int outputs, Head head) implements NetworkSpec {
  private static final long serialVersionUID = 1L;

  /** In models and study files. */
  public static final String NAME = "convnet";

  /** Edge of an image in pixels. */
  public static final int PIXELS = 64;

  /** Channels of an image: rotations about x, y and z. */
  public static final int CHANNELS = 3;

  /** Values of one image, 3 x 64 x 64. */
  public static final int IMAGE_LENGTH = CHANNELS * PIXELS * PIXELS;

  /** Units of the dense layer, whose activations serve as features. */
  public static final int FEATURES = 128;

  static final double BATCH_NORM_EPSILON = 1e-3;
  static final double BATCH_NORM_DECAY = 0.99;

  /** The paper's, for classes. */
  public ConvNet(int classes) {
    this(classes, Head.SOFTMAX);
  }

  /**
   * @param shape of what it looks at
   * @throws UserException if that is no image of 3 x 64 x 64
   */
  public static ConvNet of(Task task, int[] shape) {
    if (!Arrays.equals(shape, new int[] {CHANNELS, PIXELS, PIXELS})) {
      throw new UserException(
          "Network %s looks at images of 3 x 64 x 64, the descriptor makes %s"
              .formatted(NAME, Arrays.toString(shape)));
    }
    return new ConvNet(task.outputs(), Head.of(task));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public MultiLayerNetwork create(TrainingSettings settings) {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration(settings));
    network.init();
    InitialWeights.draw(network, settings.seed());
    return network;
  }

  @Override
  public DataSet batch(List<Example> examples) {
    float[][] targets = examples.stream().map(Example::target).toArray(float[][]::new);
    return new DataSet(ImageBatch.of(values(examples)), Nd4j.createFromArray(targets));
  }

  @Override
  public Inference trained(float[] parameters) {
    return new Inference(parameters, outputs, head);
  }

  @Override
  public float[] settled(float[] parameters, List<Example> sample) {
    return BatchNormStatistics.recompute(parameters, outputs, values(sample));
  }

  static float[][] values(List<Example> examples) {
    return examples.stream().map(Example::values).toArray(float[][]::new);
  }

  MultiLayerConfiguration configuration(TrainingSettings settings) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(settings.seed())
            .updater(LinearDecay.adam(settings))
            .list();
    for (ConvNetLayers.Stage stage : ConvNetLayers.STAGES) {
      layers.layer(new Convolution(stage.filters(), ConvNetLayers.KERNEL));
      if (stage.pooled()) {
        layers.layer(new MaxPooling());
      }
    }
    return layers
        .layer(
            new DenseLayer.Builder()
                .nOut(FEATURES)
                .activation(Activation.RELU)
                .dropOut(new SeededDropout(settings.seed(), settings.dropout()))
                .build())
        .layer(
            new BatchNormalization.Builder()
                .decay(BATCH_NORM_DECAY)
                .eps(BATCH_NORM_EPSILON)
                .useLogStd(false)
                .build())
        .layer(
            new OutputLayer.Builder(head.loss())
                .nOut(outputs)
                .activation(head.activation())
                .build())
        .setInputType(InputType.convolutional(PIXELS, PIXELS, CHANNELS, CNN2DFormat.NHWC))
        .build();
  }
}
