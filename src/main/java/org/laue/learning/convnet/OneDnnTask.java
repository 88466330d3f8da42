package org.laue.learning.convnet;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One prepared computation of oneDNN and its arguments: arrays of ours, whose memory it uses where
 * it lies, and buffers of its own in the order it likes best. For one thread at a time.
 */
final class OneDnnTask {
  static final engine CPU = new engine(engine.kind.cpu, 0);

  private final primitive primitive;
  private final stream stream = new stream(CPU);
  private final IntMemoryMap arguments = new IntMemoryMap();
  private final Map<Integer, memory> memories = new HashMap<>();

  /** Native code knows only addresses: what it works on must not be collected before it ends. */
  private final Map<Integer, INDArray> working = new HashMap<>();

  OneDnnTask(primitive primitive, primitive_desc_base description) {
    this.primitive = primitive;
    own(dnnl.DNNL_ARG_SCRATCHPAD, new memory(description.scratchpad_desc(), CPU));
  }

  /** Copies from one order into another. */
  static OneDnnTask reordering(memory.desc from, memory.desc to) {
    reorder.primitive_desc description =
        new reorder.primitive_desc(CPU, from, CPU, to, attributes(), false);
    return new OneDnnTask(new reorder(description), description)
        .given(dnnl.DNNL_ARG_SRC, from)
        .given(dnnl.DNNL_ARG_DST, to);
  }

  /** Attributes of every task: the scratch memory is the task's, not the creating thread's. */
  static primitive_attr attributes() {
    primitive_attr attributes = new primitive_attr();
    attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
    return attributes;
  }

  /** Attributes that set negative results to zero. */
  static primitive_attr rectifying() {
    post_ops after = new post_ops();
    after.append_eltwise(1f, dnnl.algorithm.eltwise_relu, 0f, 0f);
    primitive_attr attributes = attributes();
    attributes.set_post_ops(after);
    return attributes;
  }

  static memory.desc floats(memory.format_tag order, long... sizes) {
    return new memory.desc(sizes, memory.data_type.f32, order);
  }

  /** An argument that is set by {@link #with} before each run. */
  OneDnnTask given(int argument, memory.desc description) {
    return own(argument, new memory(description, CPU, (Pointer) null));
  }

  /** An argument that stays in this buffer. */
  OneDnnTask own(int argument, memory buffer) {
    memories.put(argument, buffer);
    arguments.put(argument, buffer);
    return this;
  }

  /**
   * @param array float32 in c order, read or written in place
   */
  OneDnnTask with(int argument, INDArray array) {
    if (!isWithoutGaps(array)) {
      throw new IllegalArgumentException("Array with gaps: " + array.shapeInfoToString());
    }
    working.put(argument, array);
    memories.get(argument).set_data_handle(array.data().addressPointer());
    return this;
  }

  /** True if the values lie in c order, one after the other. */
  static boolean isWithoutGaps(INDArray array) {
    long stride = 1;
    for (int axis = array.rank() - 1; axis >= 0; axis--) {
      if (array.size(axis) > 1 && array.stride(axis) != stride) {
        return false;
      }
      stride *= array.size(axis);
    }
    return true;
  }

  void run() {
    primitive.execute(stream, arguments);
    stream._wait();
    working.clear();
  }
}
