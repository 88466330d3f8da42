package org.laue.learning.convnet;

import java.util.ArrayList;
import java.util.List;
import org.laue.learning.training.ParameterList;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where each weight stands in the flat list of parameters: for every convolution the biases
 * [filters], then the weights [filters][channels][7][7]; dense weights [2048][128] in column order
 * and biases; batch normalisation gamma, beta, mean, variance [128]; output weights [128][classes]
 * in column order and biases. The 2048 inputs of the dense layer run over row, column, filter.
 */
public final class ParameterLayout {
  private final List<INDArray> convolutionWeights = new ArrayList<>();
  private final List<INDArray> convolutionBiases = new ArrayList<>();
  private final INDArray denseWeights;
  private final INDArray denseBias;
  private final INDArray[] batchNorm = new INDArray[4];
  private final INDArray outputWeights;
  private final INDArray outputBias;
  private final int firstMean;

  ParameterLayout(float[] parameters, int classes) {
    ParameterList list = new ParameterList(parameters);
    int kernel = ConvNetLayers.KERNEL;
    for (ConvNetLayers.Stage stage : ConvNetLayers.STAGES) {
      convolutionBiases.add(list.take('c', stage.filters()));
      convolutionWeights.add(list.take('c', stage.filters(), stage.channels(), kernel, kernel));
    }
    denseWeights = list.take('f', ConvNetLayers.FLAT, ConvNet.FEATURES);
    denseBias = list.take('c', ConvNet.FEATURES);
    firstMean = list.position() + 2 * ConvNet.FEATURES;
    for (int i = 0; i < batchNorm.length; i++) {
      batchNorm[i] = list.take('c', ConvNet.FEATURES);
    }
    outputWeights = list.take('f', ConvNet.FEATURES, classes);
    outputBias = list.take('c', classes);
    list.requireEnd(classes);
  }

  List<INDArray> convolutionWeights() {
    return List.copyOf(convolutionWeights);
  }

  List<INDArray> convolutionBiases() {
    return List.copyOf(convolutionBiases);
  }

  INDArray denseWeights() {
    return denseWeights;
  }

  INDArray denseBias() {
    return denseBias;
  }

  /** gamma / sqrt(variance + epsilon). */
  INDArray batchNormScale() {
    float[] gamma = batchNorm[0].toFloatVector();
    float[] variance = batchNorm[3].toFloatVector();
    for (int i = 0; i < gamma.length; i++) {
      gamma[i] /= (float) Math.sqrt(variance[i] + ConvNet.BATCH_NORM_EPSILON);
    }
    return Nd4j.createFromArray(gamma);
  }

  /** beta - mean scale, as a row. */
  INDArray batchNormShift(INDArray scale) {
    return batchNorm[1].sub(batchNorm[2].mul(scale)).reshape(1, ConvNet.FEATURES);
  }

  /** Place of the first running mean; the variances follow the means. */
  int firstMean() {
    return firstMean;
  }

  INDArray outputWeights() {
    return outputWeights;
  }

  INDArray outputBias() {
    return outputBias.reshape(1, outputBias.length());
  }
}
