package org.laue.learning.pointnet;

import java.util.List;
import java.util.stream.IntStream;
import org.laue.learning.training.ParameterList;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A trained {@link AttentionBlock}, which answers for one cloud. */
record Attention(
    Linear queries,
    Linear keys,
    Linear values,
    Linear output,
    LayerNorm afterAttention,
    Linear narrow,
    Linear wide,
    LayerNorm afterAll) {

  /**
   * @param gain [1][width], as shift
   */
  record LayerNorm(INDArray gain, INDArray shift) {
    static LayerNorm next(ParameterList list, int width) {
      return new LayerNorm(list.take('c', 1, width), list.take('c', 1, width));
    }

    INDArray of(INDArray rows) {
      INDArray centred = rows.subColumnVector(rows.mean(true, 1));
      INDArray variance = centred.mul(centred).mean(true, 1);
      INDArray spread = Transforms.sqrt(variance.addi(AttentionBlock.LAYER_NORM_EPSILON), false);
      return centred.diviColumnVector(spread).muliRowVector(gain).addiRowVector(shift);
    }
  }

  /** The next blocks of a list. */
  static List<Attention> next(ParameterList list, int blocks, int width) {
    return IntStream.range(0, blocks).mapToObj(block -> next(list, width)).toList();
  }

  private static Attention next(ParameterList list, int width) {
    return new Attention(
        Linear.next(list, 'c', width, width),
        Linear.next(list, 'c', width, width),
        Linear.next(list, 'c', width, width),
        Linear.next(list, 'c', width, width),
        LayerNorm.next(list, width),
        Linear.next(list, 'c', width, width / 2),
        Linear.next(list, 'c', width / 2, width),
        LayerNorm.next(list, width));
  }

  /**
   * @param points [points][width]
   */
  INDArray of(INDArray points) {
    INDArray middle = afterAttention.of(output.of(attended(points)).addi(points));
    return afterAll.of(wide.of(narrow.rectified(middle)).addi(middle));
  }

  private INDArray attended(INDArray points) {
    INDArray asked = queries.of(points);
    INDArray known = keys.of(points);
    INDArray told = values.of(points);
    INDArray[] heads = new INDArray[AttentionBlock.HEADS];
    long width = points.size(1) / heads.length;
    for (int head = 0; head < heads.length; head++) {
      INDArray scores = columns(asked, head, width).mmul(columns(known, head, width).transpose());
      heads[head] =
          Transforms.softmax(scores.divi(Math.sqrt((double) width)))
              .mmul(columns(told, head, width));
    }
    return Nd4j.concat(1, heads);
  }

  private static INDArray columns(INDArray rows, int head, long width) {
    return rows.get(NDArrayIndex.all(), NDArrayIndex.interval(head * width, (head + 1) * width));
  }
}
