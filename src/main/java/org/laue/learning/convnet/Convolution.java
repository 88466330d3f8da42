package org.laue.learning.convnet;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.laue.learning.training.NewLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a square convolution with stride 1, zero padding to the same size, bias and
 * ReLU. It makes a {@link ConvolutionKernel}, which calls oneDNN itself: DL4J's own layer is 25
 * times slower as it comes, because its helper switch is off by default and the look-up behind the
 * switch is broken in 1.0.0-M2.1.
 */
public final class Convolution extends ConvolutionLayer {
  private static final long serialVersionUID = 1L;

  /** For the reader of stored configurations. */
  public Convolution() {}

  public Convolution(int filters, int kernel) {
    super(
        new ConvolutionLayer.Builder(kernel, kernel)
            .nOut(filters)
            .stride(1, 1)
            .convolutionMode(ConvolutionMode.Same)
            .dataFormat(CNN2DFormat.NHWC)
            .activation(Activation.RELU));
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int layerIndex,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    return new NewLayer(conf, listeners, layerIndex, parameters)
        .with(
            new ConvolutionKernel(conf, dataType),
            initializer().init(conf, parameters, initialise));
  }

  @Override
  public Convolution clone() {
    return (Convolution) super.clone();
  }

  @Override
  protected boolean canEqual(Object other) {
    return other instanceof Convolution;
  }
}
