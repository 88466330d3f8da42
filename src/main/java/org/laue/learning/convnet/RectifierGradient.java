package org.laue.learning.convnet;

import static org.bytedeco.dnnl.memory.format_tag.x;

import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradient of ReLU, in place. */
final class RectifierGradient {
  private static final PerThread<Long, RectifierGradient> PREPARED =
      new PerThread<>(RectifierGradient::new);

  private final OneDnnTask task;

  private RectifierGradient(long length) {
    memory.desc values = OneDnnTask.floats(x, length);
    dnnl.algorithm relu = dnnl.algorithm.eltwise_relu_use_dst_for_bwd;
    eltwise_forward.primitive_desc forward =
        new eltwise_forward.primitive_desc(
            new eltwise_forward.desc(dnnl.prop_kind.forward_training, relu, values, 0f, 0f),
            OneDnnTask.attributes(),
            OneDnnTask.CPU);
    eltwise_backward.primitive_desc backward =
        new eltwise_backward.primitive_desc(
            new eltwise_backward.desc(relu, values, values, 0f, 0f),
            OneDnnTask.attributes(),
            OneDnnTask.CPU,
            forward);
    this.task =
        new OneDnnTask(new eltwise_backward(backward), backward)
            .given(dnnl.DNNL_ARG_DST, values)
            .given(dnnl.DNNL_ARG_DIFF_DST, values)
            .given(dnnl.DNNL_ARG_DIFF_SRC, values);
  }

  /** Sets the gradient to zero where the rectified values are. */
  static void pass(INDArray rectified, INDArray gradient) {
    PREPARED
        .get(rectified.length())
        .task
        .with(dnnl.DNNL_ARG_DST, rectified)
        .with(dnnl.DNNL_ARG_DIFF_DST, gradient)
        .with(dnnl.DNNL_ARG_DIFF_SRC, gradient)
        .run();
  }
}
