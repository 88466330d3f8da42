package org.laue.learning.convnet;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The network of Ziletti et al. (2018), Table 2, as their program builds it: six 7x7 convolutions
 * (32, 32, pool, 16, 16, pool, 8, 8), dropout on the flattened maps, a dense layer of 128, batch
 * normalisation, softmax. 365,719 parameters for seven classes, 256 of them running statistics.
 *
 * <p>Inside, maps are channels last, which the convolution kernels prefer; images outside stay
 * channels first and {@link ImageBatch} turns them.
 */
public final class ConvNet {
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

  private ConvNet() {}

  /** A network with freshly drawn weights; the same settings give the same weights, bit by bit. */
  public static MultiLayerNetwork create(ConvNetSettings settings) {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration(settings));
    network.init();
    InitialWeights.draw(network, settings.seed());
    return network;
  }

  /** All parameters as one list, in the order of {@link ParameterLayout}. */
  public static float[] parameters(MultiLayerNetwork network) {
    return network.params().reshape(-1).toFloatVector();
  }

  static MultiLayerConfiguration configuration(ConvNetSettings settings) {
    return new NeuralNetConfiguration.Builder()
        .seed(settings.seed())
        .updater(adam(settings))
        .list()
        .layer(new Convolution(32, 7))
        .layer(new Convolution(32, 7))
        .layer(new MaxPooling())
        .layer(new Convolution(16, 7))
        .layer(new Convolution(16, 7))
        .layer(new MaxPooling())
        .layer(new Convolution(8, 7))
        .layer(new Convolution(8, 7))
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
                .nOut(settings.classes())
                .activation(Activation.SOFTMAX)
                .build())
        .setInputType(InputType.convolutional(PIXELS, PIXELS, CHANNELS, CNN2DFormat.NHWC))
        .build();
  }

  private static Adam adam(ConvNetSettings settings) {
    LinearDecay rate =
        new LinearDecay(settings.learningRate(), settings.finalLearningRate(), settings.updates());
    return Adam.builder().learningRateSchedule(rate).beta1(0.9).beta2(0.999).epsilon(1e-8).build();
  }
}
