package org.laue.learning.convnet;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** The libnd4j operations that the network calls by name; all arrays are channels last. */
final class NativeOps {
  private static final int CHANNELS_LAST = 1;

  private NativeOps() {}

  /** Sets negative values to zero, in place. */
  static void rectify(INDArray values) {
    Nd4j.exec(
        DynamicCustomOp.builder("relu")
            .addInputs(values)
            .addOutputs(values)
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
}
