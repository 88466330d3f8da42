package org.laue.learning.pointnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;

/** Gradients of a network in double precision against finite differences of its loss. */
final class GradientChecks {
  private GradientChecks() {}

  /**
   * @param each parameters of each layer that are looked at, evenly spread
   * @param step so short that hardly a rectifier or a maximum changes within it
   */
  static void hold(MultiLayerNetwork network, DataSet batch, int each, double step) {
    network.setInput(batch.getFeatures().castTo(DataType.DOUBLE));
    network.setLabels(batch.getLabels().castTo(DataType.DOUBLE));
    network.computeGradientAndScore();
    double[] gradient = network.getFlattenedGradients().reshape(-1).toDoubleVector();
    double examples = batch.numExamples();
    for (int parameter : someOfEachLayer(network, each)) {
      double slope =
          (score(network, parameter, step) - score(network, parameter, -step)) / (2 * step);
      assertThat(gradient[parameter] / examples)
          .as("parameter %d", parameter)
          .isCloseTo(slope, within(1e-6 + 1e-5 * Math.abs(slope)));
    }
  }

  /** Learned parameters of each layer that has any. */
  private static Set<Integer> someOfEachLayer(MultiLayerNetwork network, int each) {
    Set<Integer> chosen = new HashSet<>();
    int first = 0;
    for (Layer layer : network.getLayers()) {
      int all = Math.toIntExact(layer.numParams());
      int learned = layer.conf().getLayer() instanceof BatchNormalization ? all / 2 : all;
      for (int i = 0; i < each && learned > 0; i++) {
        chosen.add(first + (int) ((long) i * (learned - 1) / (each - 1)));
      }
      first += all;
    }
    return chosen;
  }

  private static double score(MultiLayerNetwork network, int parameter, double step) {
    double before = network.params().getDouble(parameter);
    network.params().putScalar(parameter, before + step);
    network.computeGradientAndScore();
    network.params().putScalar(parameter, before);
    return network.score();
  }
}
