package org.laue.model;

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
 * kept.
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
    NativeOps.convolve(input, weights(), bias(), maps);
    NativeOps.rectify(maps);
    output = training ? maps : null;
    return maps;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    INDArray passed =
        workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, dataType, output.shape(), 'c');
    NativeOps.passWherePositive(output, epsilon, passed);
    INDArray weightGradient = gradientViews.get(ConvolutionParamInitializer.WEIGHT_KEY);
    INDArray biasGradient = gradientViews.get(ConvolutionParamInitializer.BIAS_KEY);
    INDArray inputGradient =
        workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
    NativeOps.convolutionGradients(
        input, weights(), bias(), passed, inputGradient, weightGradient, biasGradient.reshape(-1));
    Gradient gradient = new DefaultGradient();
    gradient.setGradientFor(ConvolutionParamInitializer.BIAS_KEY, biasGradient);
    gradient.setGradientFor(ConvolutionParamInitializer.WEIGHT_KEY, weightGradient, 'c');
    return new Pair<>(gradient, inputGradient);
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
