package org.laue.learning.convnet;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.laue.learning.training.Example;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.TrainingSettings;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The network of Ziletti et al. (2018), Table 2, as their program builds it: six 7x7 convolutions
 * (32, 32, pool, 16, 16, pool, 8, 8), dropout on the flattened maps, a dense layer of 128, batch
 * normalisation, softmax. 365,719 parameters for seven classes, 256 of them running statistics. The
 * layers stand in {@link ConvNetLayers}, the order of the weights in {@link ParameterLayout}.
 *
 * <p>Inside, maps are channels last, which the convolution kernels prefer; images outside stay
 * channels first and {@link ImageBatch} turns them.
 */
public record ConvNet(int classes) implements NetworkSpec {
  private static final long serialVersionUID = 1L;

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
  public float[][] answers(float[] parameters, List<Example> examples) {
    return new Inference(parameters, classes).answer(values(examples)).probabilities();
  }

  private static float[][] values(List<Example> examples) {
    return examples.stream().map(Example::values).toArray(float[][]::new);
  }

  MultiLayerConfiguration configuration(TrainingSettings settings) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder().seed(settings.seed()).updater(adam(settings)).list();
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
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .build())
        .setInputType(InputType.convolutional(PIXELS, PIXELS, CHANNELS, CNN2DFormat.NHWC))
        .build();
  }

  private static Adam adam(TrainingSettings settings) {
    LinearDecay rate =
        new LinearDecay(
            settings.learningRate(), settings.finalLearningRate(), settings.updatesPerWorker());
    return Adam.builder().learningRateSchedule(rate).beta1(0.9).beta2(0.999).epsilon(1e-8).build();
  }
}
