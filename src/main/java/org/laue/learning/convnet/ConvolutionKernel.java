package org.laue.learning.convnet;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution and ReLU in one layer. Activations are float32 [images][row][column][filter]. The
 * rectified map itself tells where the gradient passes, so no copy of the values before ReLU is
 * kept. The first layer computes no gradient of its input.
 */
final class ConvolutionKernel extends ConvolutionLayer {
  private static final long serialVersionUID = 1L;

  private transient INDArray output;

  ConvolutionKernel(NeuralNetConfiguration conf, DataType dataType) {
    super(conf, dataType);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray maps =
        workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, outputShape(), 'c');
    ForwardConvolution.rectified(withoutGaps(input), weights(), bias(), maps);
    output = training ? maps : null;
    return maps;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    INDArray passed = withoutGaps(epsilon);
    RectifierGradient.pass(output, passed);
    INDArray weightGradient = gradientViews.get(ConvolutionParamInitializer.WEIGHT_KEY);
    INDArray biasGradient = gradientViews.get(ConvolutionParamInitializer.BIAS_KEY);
    WeightGradients.compute(withoutGaps(input), passed, weightGradient, biasGradient.reshape(-1));
    Gradient gradient = new DefaultGradient();
    gradient.setGradientFor(ConvolutionParamInitializer.BIAS_KEY, biasGradient);
    gradient.setGradientFor(ConvolutionParamInitializer.WEIGHT_KEY, weightGradient, 'c');
    return new Pair<>(gradient, getIndex() == 0 ? null : inputGradient(passed, workspaces));
  }

  private INDArray inputGradient(INDArray passed, LayerWorkspaceMgr workspaces) {
    INDArray gradient =
        workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
    ForwardConvolution.imageGradient(weights(), passed, gradient);
    return gradient;
  }

  private static INDArray withoutGaps(INDArray array) {
    return OneDnnTask.isWithoutGaps(array) ? array : array.dup('c');
  }

  @Override
  public void clear() {
    super.clear();
    output = null;
  }

  private INDArray weights() {
    return getParam(ConvolutionParamInitializer.WEIGHT_KEY);
  }

  private INDArray bias() {
    return getParam(ConvolutionParamInitializer.BIAS_KEY).reshape(-1);
  }

  private long[] outputShape() {
    return new long[] {input.size(0), input.size(1), input.size(2), weights().size(0)};
  }
}
