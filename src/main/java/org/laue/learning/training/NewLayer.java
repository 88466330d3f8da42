package org.laue.learning.training;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer of ours at its place in a network. */
public record NewLayer(
    NeuralNetConfiguration conf,
    Collection<TrainingListener> listeners,
    int index,
    INDArray parameters) {

  /** Tells the layer what DL4J expects every layer to know. */
  public Layer with(Layer layer, Map<String, INDArray> parameterTable) {
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(parameterTable);
    layer.setConf(conf);
    return layer;
  }
}
