package org.laue.learning.convnet;

import static org.bytedeco.dnnl.memory.format_tag.any;
import static org.bytedeco.dnnl.memory.format_tag.oihw;
import static org.bytedeco.dnnl.memory.format_tag.x;

import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gradients of a convolution's weights and bias alone. libnd4j's operation always computes the
 * gradient of the images as well, which nobody needs in front of the first layer.
 */
final class WeightGradients {
  private static final PerThread<ConvolutionShape, WeightGradients> PREPARED =
      new PerThread<>(WeightGradients::new);

  private final OneDnnTask gradients;
  private final OneDnnTask copy;

  private WeightGradients(ConvolutionShape shape) {
    convolution_backward_weights.primitive_desc chosen = description(shape);
    memory ordered = new memory(chosen.diff_weights_desc(), OneDnnTask.CPU);
    this.gradients =
        new OneDnnTask(new convolution_backward_weights(chosen), chosen)
            .given(dnnl.DNNL_ARG_SRC, chosen.src_desc())
            .given(dnnl.DNNL_ARG_DIFF_DST, chosen.diff_dst_desc())
            .own(dnnl.DNNL_ARG_DIFF_WEIGHTS, ordered)
            .given(dnnl.DNNL_ARG_DIFF_BIAS, chosen.diff_bias_desc());
    this.copy =
        OneDnnTask.reordering(chosen.diff_weights_desc(), ForwardConvolution.filters(oihw, shape))
            .own(dnnl.DNNL_ARG_SRC, ordered);
  }

  static convolution_backward_weights.primitive_desc description(ConvolutionShape shape) {
    long[] step = {1, 1};
    long[] padding = {shape.padding(), shape.padding()};
    return new convolution_backward_weights.primitive_desc(
        new convolution_backward_weights.desc(
            dnnl.algorithm.convolution_direct,
            ForwardConvolution.maps(shape, shape.channels()),
            ForwardConvolution.filters(any, shape),
            OneDnnTask.floats(x, shape.filters()),
            ForwardConvolution.maps(shape, shape.filters()),
            step,
            padding,
            padding),
        OneDnnTask.attributes(),
        OneDnnTask.CPU,
        ForwardConvolution.description(shape, OneDnnTask.attributes()));
  }

  /**
   * @param images [images][row][column][channel]
   * @param resultGradient [images][row][column][filter]
   * @param weightGradient [filter][channel][kernel][kernel], overwritten
   * @param biasGradient [filter], overwritten
   */
  static void compute(
      INDArray images, INDArray resultGradient, INDArray weightGradient, INDArray biasGradient) {
    PREPARED
        .get(ConvolutionShape.of(images, weightGradient))
        .run(images, resultGradient, weightGradient, biasGradient);
  }

  private void run(INDArray images, INDArray given, INDArray weights, INDArray bias) {
    gradients
        .with(dnnl.DNNL_ARG_SRC, images)
        .with(dnnl.DNNL_ARG_DIFF_DST, given)
        .with(dnnl.DNNL_ARG_DIFF_BIAS, bias)
        .run();
    copy.with(dnnl.DNNL_ARG_DST, weights).run();
  }
}
