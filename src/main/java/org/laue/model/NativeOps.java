package org.laue.model;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** The few libnd4j operations the network is made of; all arrays are channels last. */
final class NativeOps {
  private static final int SAME_PADDING = 1;
  private static final int CHANNELS_LAST = 1;
  private static final int FILTERS_FIRST = 1;

  private NativeOps() {}

  /**
   * @param weights [filters][channels][kernel][kernel]
   * @param result [images][row][column][filters], overwritten
   */
  static void convolve(INDArray images, INDArray weights, INDArray bias, INDArray result) {
    Nd4j.exec(
        DynamicCustomOp.builder("conv2d")
            .addInputs(images, weights, bias)
            .addOutputs(result)
            .addIntegerArguments(convolutionArguments(weights))
            .build());
  }

  static void convolutionGradients(
      INDArray images,
      INDArray weights,
      INDArray bias,
      INDArray resultGradient,
      INDArray imageGradient,
      INDArray weightGradient,
      INDArray biasGradient) {
    Nd4j.exec(
        DynamicCustomOp.builder("conv2d_bp")
            .addInputs(images, weights, bias, resultGradient)
            .addOutputs(imageGradient, weightGradient, biasGradient)
            .addIntegerArguments(convolutionArguments(weights))
            .build());
  }

  /** Sets negative values to zero, in place. */
  static void rectify(INDArray values) {
    Nd4j.exec(
        DynamicCustomOp.builder("relu")
            .addInputs(values)
            .addOutputs(values)
            .addFloatingPointArguments(0.0)
            .build());
  }

  /** {@code result = gradient} where {@code rectified > 0}, else 0. */
  static void passWherePositive(INDArray rectified, INDArray gradient, INDArray result) {
    Nd4j.exec(
        DynamicCustomOp.builder("relu_bp")
            .addInputs(rectified, gradient)
            .addOutputs(result)
            .addFloatingPointArguments(0.0)
            .build());
  }

  /** Largest of each 2 x 2 block. */
  static void maxPool(INDArray maps, INDArray result) {
    Nd4j.exec(
        DynamicCustomOp.builder("maxpool2d")
            .addInputs(maps)
            .addOutputs(result)
            .addIntegerArguments(2, 2, 2, 2, 0, 0, 1, 1, 0, 1, CHANNELS_LAST)
            .build());
  }

  static void maxPoolGradient(INDArray maps, INDArray resultGradient, INDArray mapGradient) {
    Nd4j.exec(
        DynamicCustomOp.builder("maxpool2d_bp")
            .addInputs(maps, resultGradient)
            .addOutputs(mapGradient)
            .addIntegerArguments(2, 2, 2, 2, 0, 0, 1, 1, 0, 1, CHANNELS_LAST)
            .build());
  }

  private static int[] convolutionArguments(INDArray weights) {
    int kernel = (int) weights.size(2);
    return new int[] {kernel, kernel, 1, 1, 0, 0, 1, 1, SAME_PADDING, CHANNELS_LAST, FILTERS_FIRST};
  }
}
