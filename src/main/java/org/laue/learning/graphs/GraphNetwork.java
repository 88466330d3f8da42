package org.laue.learning.graphs;

import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.laue.UserException;
import org.laue.descriptors.Descriptor;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.learning.training.Example;
import org.laue.learning.training.Head;
import org.laue.learning.training.LinearDecay;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.TrainingSettings;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** A network of one layer from graphs to features, and a linear one from features to answers. */
public interface GraphNetwork extends NetworkSpec {
  /** Spread of the first answers: near the typical value, not as far off as the data reach. */
  double FIRST = 0.1;

  /** Numbers that it answers. */
  int outputs();

  Head head();

  /**
   * The layer from graphs to features.
   *
   * @param dropped share of the features that a showing does without
   */
  GraphLayer layer(double dropped);

  /** First values of the layer's learned numbers; equal for equal seeds. */
  float[] draw(long seed);

  /**
   * @throws UserException if the descriptor makes no graphs
   */
  static void requireGraphs(String network, Descriptor descriptor) {
    if (!descriptor.name().equals(GraphGenerator.NAME)) {
      throw new UserException(
          "Network %s looks at graphs, the descriptor makes %s"
              .formatted(network, descriptor.table()));
    }
  }

  @Override
  default DataSet batch(List<Example> examples) {
    return GraphRows.batch(examples);
  }

  @Override
  default MultiLayerNetwork create(TrainingSettings training) {
    GraphLayer layer = layer(training.dropout());
    int features = layer.features();
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(training.seed())
                .dataType(DataType.FLOAT)
                .updater(LinearDecay.adam(training))
                .list()
                .layer(layer)
                .layer(last(features, outputs(), head()))
                .build());
    network.init();
    set(network, 0, draw(training.seed()));
    SplittableRandom random = new SplittableRandom(~training.seed());
    float[] last = new float[features * outputs()];
    for (int i = 0; i < last.length; i++) {
      last[i] = (float) random.nextGaussian(0, FIRST / Math.sqrt(features));
    }
    set(network, 1, last);
    return network;
  }

  private static OutputLayer last(int features, int outputs, Head head) {
    return new OutputLayer.Builder(head.loss())
        .nIn(features)
        .nOut(outputs)
        .activation(head.activation())
        .build();
  }

  private static void set(MultiLayerNetwork network, int layer, float[] values) {
    INDArray weights = network.getLayer(layer).paramTable().get(DefaultParamInitializer.WEIGHT_KEY);
    weights.assign(Nd4j.create(values, weights.shape(), 'c'));
  }
}
