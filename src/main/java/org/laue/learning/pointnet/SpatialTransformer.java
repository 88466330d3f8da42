package org.laue.learning.pointnet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.laue.learning.training.ParameterList;
import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Turns the coordinates of a cloud by a 3 x 3 matrix that the cloud itself tells (STN3d of Qi et
 * al., arXiv 1612.00593): each point through linear, batch normalisation, rectifier (3 to 64, 128,
 * 512), the largest over the points through the same (128) and a linear layer to nine numbers, to
 * which the identity is added. In training every batch is normalised by its own statistics; those
 * for prediction are measured after it and here only have their place.
 */
public final class SpatialTransformer extends SameDiffLayer {
  private static final long serialVersionUID = 1L;

  private static final int AXES = 3;
  private static final int[] POINT_WIDTHS = {64, 128, 512};
  private static final int[] CLOUD_WIDTHS = {128};
  private static final int MATRIX = AXES * AXES;

  @JsonProperty("points")
  private int points;

  /** Of a point. */
  @JsonProperty("values")
  private int values;

  /** For the reader of stored configurations. */
  public SpatialTransformer() {}

  SpatialTransformer(int points, int values) {
    this.points = points;
    this.values = values;
  }

  @Override
  public void defineParameters(SDLayerParams params) {
    params.clear();
    int number = 0;
    int width = AXES;
    for (int[] widths : List.of(POINT_WIDTHS, CLOUD_WIDTHS)) {
      for (int next : widths) {
        Layers.linear(params, number, width, next);
        for (String name : List.of("gain", "shift", "mean", "variance")) {
          params.addWeightParam(name + number, 1, next);
        }
        width = next;
        number++;
      }
    }
    Layers.linear(params, number, width, MATRIX);
  }

  /** Gains and variances of 1; {@link Layers} draws the linear layers. */
  @Override
  public void initializeParameters(Map<String, INDArray> params) {
    params.forEach(
        (name, values) ->
            values.assign(name.startsWith("gain") || name.startsWith("variance") ? 1 : 0));
  }

  /** From and to [points * clouds][values], all first points before all second ones. */
  @Override
  public SDVariable defineLayer(
      SameDiff graph, SDVariable input, Map<String, SDVariable> params, SDVariable mask) {
    SDVariable coordinates = input.get(SDIndex.all(), SDIndex.interval(0, AXES));
    SDVariable intensities = input.get(SDIndex.all(), SDIndex.interval(AXES, values));
    SDVariable current = coordinates;
    int number = 0;
    for (int i = 0; i < POINT_WIDTHS.length; i++) {
      current = rectified(graph, current, params, number++);
    }
    current = current.reshape(points, -1, POINT_WIDTHS[POINT_WIDTHS.length - 1]).max(0);
    for (int i = 0; i < CLOUD_WIDTHS.length; i++) {
      current = rectified(graph, current, params, number++);
    }
    SDVariable matrix =
        Layers.linear(current, params, number)
            .add(graph.constant(identity().castTo(input.dataType())))
            .reshape(-1, AXES, AXES);
    SDVariable turned =
        coordinates.reshape(points, -1, AXES).permute(1, 0, 2).mmul(matrix).permute(1, 0, 2);
    return graph.concat(1, turned.reshape(-1, AXES), intensities);
  }

  private static SDVariable rectified(
      SameDiff graph, SDVariable input, Map<String, SDVariable> params, int number) {
    SDVariable sums = Layers.linear(input, params, number);
    SDVariable centred = sums.sub(sums.mean(true, 0));
    SDVariable variance = centred.mul(centred).mean(true, 0);
    // Times 0: DL4J asks for the slope of every parameter, and these are not learned.
    SDVariable unlearned = params.get("mean" + number).add(params.get("variance" + number)).mul(0);
    SDVariable normalised =
        centred
            .div(graph.math().sqrt(variance.add(NormalisedLinear.EPSILON)))
            .mul(params.get("gain" + number))
            .add(params.get("shift" + number))
            .add(unlearned);
    return graph.nn().relu(normalised, 0);
  }

  private static INDArray identity() {
    return Nd4j.eye(AXES).reshape(1, MATRIX);
  }

  @Override
  public InputType getOutputType(int layer, InputType input) {
    return input;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType type) {
    return GraphLayer.of(conf, listeners, index, parameters, initialise, type);
  }

  /** The trained one, which answers for one cloud. */
  record Trained(List<Linear> ofPoints, List<Linear> ofClouds, Linear matrix) {
    static Trained next(ParameterList list) {
      List<Linear> ofPoints = NormalisedLinear.folded(list, 'c', AXES, POINT_WIDTHS);
      int pooled = POINT_WIDTHS[POINT_WIDTHS.length - 1];
      List<Linear> ofClouds = NormalisedLinear.folded(list, 'c', pooled, CLOUD_WIDTHS);
      return new Trained(ofPoints, ofClouds, Linear.next(list, 'c', CLOUD_WIDTHS[0], MATRIX));
    }

    /** The cloud turned, [points][values]. */
    INDArray of(INDArray cloud) {
      INDArray pooled = Linear.through(ofPoints, coordinates(cloud)).max(true, 0);
      return turned(cloud, matrix.of(Linear.through(ofClouds, pooled)));
    }
  }

  private static INDArray coordinates(INDArray cloud) {
    return cloud.get(NDArrayIndex.all(), NDArrayIndex.interval(0, AXES)).dup('c');
  }

  /**
   * @param matrix [1][9] without the identity
   */
  private static INDArray turned(INDArray cloud, INDArray matrix) {
    INDArray turn = matrix.add(identity()).reshape('c', AXES, AXES);
    INDArray intensities =
        cloud.get(NDArrayIndex.all(), NDArrayIndex.interval(AXES, cloud.columns())).dup('c');
    return Nd4j.concat(1, coordinates(cloud).mmul(turn), intensities);
  }

  /** Measures the batch normalisations of the next of a list; gives the clouds as it turns them. */
  static List<INDArray> settled(Settling settling, List<INDArray> clouds) {
    List<INDArray> coordinates = clouds.stream().map(SpatialTransformer::coordinates).toList();
    List<Linear> ofPoints = settling.ofPoints('c', AXES, POINT_WIDTHS, coordinates);
    INDArray pooled =
        Settling.rows(coordinates, cloud -> Linear.through(ofPoints, cloud).max(true, 0));
    INDArray features = settling.ofClouds('c', CLOUD_WIDTHS, pooled);
    INDArray matrices = Linear.next(settling.list(), 'c', CLOUD_WIDTHS[0], MATRIX).of(features);
    return IntStream.range(0, clouds.size())
        .mapToObj(i -> turned(clouds.get(i), matrices.getRow(i, true)))
        .toList();
  }
}
