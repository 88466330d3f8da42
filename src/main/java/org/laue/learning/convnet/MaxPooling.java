package org.laue.learning.convnet;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.laue.learning.training.NewLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Configuration of a 2 x 2 max pooling with stride 2, made into a {@link MaxPoolingKernel}. */
public final class MaxPooling extends SubsamplingLayer {
  private static final long serialVersionUID = 1L;

  public MaxPooling() {
    super(
        new SubsamplingLayer.Builder(PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
            .dataFormat(CNN2DFormat.NHWC));
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
            new MaxPoolingKernel(conf, dataType), initializer().init(conf, parameters, initialise));
  }

  @Override
  public MaxPooling clone() {
    return (MaxPooling) super.clone();
  }

  @Override
  protected boolean canEqual(Object other) {
    return other instanceof MaxPooling;
  }
}
