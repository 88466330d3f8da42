package org.laue.learning.convnet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Attentive response maps (Kumar et al., arXiv 1604.00906; Ziletti et al. 2018, Fig. 5): what in an
 * image made the strongest filters of a convolution respond. As the paper's program does it: the
 * filters are ranked by their summed activation, of each only the largest pixel is kept, and that
 * signal goes down through the transposed convolutions, without biases, blocked where the forward
 * activation was zero; pooling is undone by repeating each value 2 x 2 times.
 */
public final class ResponseMaps {
  private final Inference network;

  public ResponseMaps(Inference network) {
    this.network = network;
  }

  /**
   * One filter's answer.
   *
   * @param layer convolution, 0 to 5
   * @param filter index within the layer
   * @param map [3][64][64] flattened, channels first; may be negative
   */
  public record Response(int layer, int filter, float[] map) {}

  /** The answers of the strongest filters of one convolution, the strongest first. */
  public List<Response> of(float[] image, int layer, int filters) {
    List<INDArray> maps = network.maps(image);
    INDArray top = maps.get(layer);
    INDArray sums = top.sum(0, 1, 2);
    List<Response> responses = new ArrayList<>();
    for (int filter : strongest(sums, filters)) {
      responses.add(new Response(layer, filter, down(peak(top, filter), maps, layer)));
    }
    return responses;
  }

  /** Plain sum of the answers of the strongest filters, [3][64][64]. */
  public float[] sum(float[] image, int layer, int filters) {
    float[] sum = new float[ConvNet.IMAGE_LENGTH];
    for (Response response : of(image, layer, filters)) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += response.map()[i];
      }
    }
    return sum;
  }

  private static int[] strongest(INDArray sums, int filters) {
    return IntStream.range(0, (int) sums.length())
        .boxed()
        .sorted(Comparator.comparingDouble(f -> -sums.getDouble(f)))
        .mapToInt(Integer::intValue)
        .limit(filters)
        .toArray();
  }

  /** Zero but for the largest pixel of one filter. */
  private static INDArray peak(INDArray maps, int filter) {
    int size = (int) maps.size(1);
    int best = 0;
    for (int pixel = 1; pixel < size * size; pixel++) {
      best = value(maps, pixel, filter) > value(maps, best, filter) ? pixel : best;
    }
    INDArray signal = Nd4j.zeros(maps.dataType(), maps.shape());
    signal.putScalar(new long[] {0, best / size, best % size, filter}, value(maps, best, filter));
    return signal;
  }

  private static double value(INDArray maps, int pixel, int filter) {
    long size = maps.size(1);
    return maps.getDouble(0, pixel / size, pixel % size, filter);
  }

  private float[] down(INDArray signal, List<INDArray> maps, int top) {
    INDArray current = signal;
    for (int layer = top; layer >= 0; layer--) {
      RectifierGradient.pass(maps.get(layer), current);
      NativeOps.rectify(current);
      current = transposed(current, network.convolutionWeights().get(layer));
      current =
          layer > 0 && ConvNetLayers.STAGES.get(layer - 1).pooled() ? repeated(current) : current;
    }
    return ImageBatch.channelsFirst(current);
  }

  private static INDArray transposed(INDArray signal, INDArray weights) {
    INDArray result =
        Nd4j.createUninitialized(
            signal.dataType(), 1, signal.size(1), signal.size(2), weights.size(1));
    ForwardConvolution.imageGradient(weights, signal, result);
    return result;
  }

  /** Each pixel becomes 2 x 2 equal ones. */
  private static INDArray repeated(INDArray maps) {
    int size = (int) maps.size(1);
    int channels = (int) maps.size(3);
    float[] given = maps.reshape(-1).toFloatVector();
    float[] repeated = new float[4 * given.length];
    for (int pixel = 0; pixel < 4 * size * size; pixel++) {
      int source = pixel / (2 * size) / 2 * size + pixel % (2 * size) / 2;
      System.arraycopy(given, source * channels, repeated, pixel * channels, channels);
    }
    return Nd4j.create(repeated, new long[] {1, 2L * size, 2L * size, channels}, 'c');
  }
}
