package org.laue.learning.pointnet;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Of the features of every point of a batch those of each cloud's first point. */
public final class FirstPoint extends SameDiffLambdaLayer {
  private static final long serialVersionUID = 1L;

  @JsonProperty("points")
  private int points;

  @JsonProperty("width")
  private int width;

  /** For the reader of stored configurations. */
  public FirstPoint() {}

  FirstPoint(int points, int width) {
    this.points = points;
    this.width = width;
  }

  /** From [points * clouds][width], all first points before all second ones. */
  @Override
  public SDVariable defineLayer(SameDiff graph, SDVariable input) {
    return input
        .reshape(points, -1, width)
        .get(SDIndex.point(0), SDIndex.all(), SDIndex.all())
        .reshape(-1, width);
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
}
