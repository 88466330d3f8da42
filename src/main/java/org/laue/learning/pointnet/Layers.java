package org.laue.learning.pointnet;

import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.laue.learning.training.Head;
import org.laue.learning.training.LinearDecay;
import org.laue.learning.training.SeededDropout;
import org.laue.learning.training.TrainingSettings;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The layers that the networks of this room are built of, and their first weights. */
final class Layers {
  static final double BATCH_NORM_DECAY = 0.9;

  private Layers() {}

  /** A network without layers yet. */
  static NeuralNetConfiguration.ListBuilder none(TrainingSettings settings, DataType type) {
    return new NeuralNetConfiguration.Builder()
        .seed(settings.seed())
        .dataType(type)
        .updater(LinearDecay.adam(settings))
        .list();
  }

  static DenseLayer linear(int in, int out) {
    return new DenseLayer.Builder().nIn(in).nOut(out).activation(Activation.IDENTITY).build();
  }

  static BatchNormalization norm(int width) {
    return new BatchNormalization.Builder()
        .nIn(width)
        .nOut(width)
        .decay(BATCH_NORM_DECAY)
        .eps(NormalisedLinear.EPSILON)
        .useLogStd(false)
        .build();
  }

  static ActivationLayer rectifier() {
    return new ActivationLayer.Builder().activation(Activation.RELU).build();
  }

  /**
   * @param place that tells the masks of two such layers apart
   */
  static DropoutLayer dropout(TrainingSettings settings, int place) {
    return new DropoutLayer(new SeededDropout(settings.seed() + place, settings.dropout()));
  }

  /**
   * Linear, batch normalisation, rectifier for each width.
   *
   * @return the last width
   */
  static int ofPoints(NeuralNetConfiguration.ListBuilder layers, int in, int... widths) {
    int width = in;
    for (int next : widths) {
      layers.layer(linear(width, next)).layer(norm(next)).layer(rectifier());
      width = next;
    }
    return width;
  }

  /**
   * Linear, dropout, batch normalisation, rectifier for each width.
   *
   * @return the last width
   */
  static int ofClouds(
      NeuralNetConfiguration.ListBuilder layers, TrainingSettings settings, int in, int... widths) {
    int width = in;
    for (int next : widths) {
      layers
          .layer(linear(width, next))
          .layer(dropout(settings, next))
          .layer(norm(next))
          .layer(rectifier());
      width = next;
    }
    return width;
  }

  /**
   * Weights and biases of a linear layer within a graph; all as weights, whose order DL4J keeps.
   */
  static void linear(SDLayerParams params, int number, int in, int out) {
    params.addWeightParam(DefaultParamInitializer.WEIGHT_KEY + number, in, out);
    params.addWeightParam(DefaultParamInitializer.BIAS_KEY + number, 1, out);
  }

  /** What that layer makes of its input, [rows][out]. */
  static SDVariable linear(SDVariable input, Map<String, SDVariable> params, int number) {
    return input
        .mmul(params.get(DefaultParamInitializer.WEIGHT_KEY + number))
        .add(params.get(DefaultParamInitializer.BIAS_KEY + number));
  }

  static OutputLayer output(int in, int out, Head head) {
    return new OutputLayer.Builder(head.loss())
        .nIn(in)
        .nOut(out)
        .activation(head.activation())
        .build();
  }

  /**
   * Of these layers, with its first weights: as PyTorch draws linear layers, weights and biases
   * uniform within 1 / sqrt(inputs).
   */
  static MultiLayerNetwork network(
      NeuralNetConfiguration.ListBuilder layers, TrainingSettings settings) {
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    SplittableRandom random = new SplittableRandom(settings.seed());
    for (Layer layer : network.getLayers()) {
      for (var entry : layer.paramTable().entrySet()) {
        String key = entry.getKey();
        if (key.startsWith(DefaultParamInitializer.WEIGHT_KEY)) {
          String number = key.substring(DefaultParamInitializer.WEIGHT_KEY.length());
          INDArray bias = layer.paramTable().get(DefaultParamInitializer.BIAS_KEY + number);
          // A bias for each output: what is left of the weights' size are the inputs.
          double inputs = entry.getValue().length() / bias.length();
          double limit = 1 / Math.sqrt(inputs);
          fill(entry.getValue(), limit, random.split());
          fill(bias, limit, random.split());
        }
      }
    }
    return network;
  }

  private static void fill(INDArray array, double limit, SplittableRandom random) {
    float[] values = new float[Math.toIntExact(array.length())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-limit, limit);
    }
    array.assign(Nd4j.create(values, array.shape(), 'c').castTo(array.dataType()));
  }
}
