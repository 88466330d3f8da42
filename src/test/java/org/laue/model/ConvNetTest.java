package org.laue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

class ConvNetTest {
  private final MultiLayerNetwork network = ConvNet.create(ConvNetSettings.paper(1, 7));

  @Test
  void hasTheParametersOfThePaper() {
    assertThat(network.numParams()).isEqualTo(365_719);
    assertThat(Arrays.stream(network.getLayers()).mapToLong(Layer::numParams))
        .containsExactly(
            4736L, 50208L, 0L, 25104L, 12560L, 0L, 6280L, 3144L, 262272L, 512L, 903L);
  }

  @Test
  void settingsThatDifferFromTheLibraryDefaultAreThePapers() {
    BatchNormalization norm = (BatchNormalization) network.getLayer(9).conf().getLayer();
    assertThat(norm.getDecay()).isEqualTo(0.99);
    assertThat(norm.getEps()).isEqualTo(1e-3);
    DenseLayer dense = (DenseLayer) network.getLayer(8).conf().getLayer();
    assertThat(dense.getIDropout()).isEqualTo(new SeededDropout(1, 0.25));
  }

  @Test
  void convolutionsStartOrthogonalWithGain() {
    float[] values = InitialWeights.orthogonal(16, 784, new SplittableRandom(3));
    for (int a = 0; a < 16; a++) {
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        for (int i = 0; i < 784; i++) {
          dot += (double) values[a * 784 + i] * values[b * 784 + i];
        }
        assertThat(dot).isCloseTo(a == b ? 1.21 : 0, within(1e-5));
      }
    }
  }

  @Test
  void sameSeedGivesSameWeights() {
    assertThat(ConvNet.parameters(ConvNet.create(ConvNetSettings.paper(1, 7))))
        .isEqualTo(ConvNet.parameters(network));
    assertThat(ConvNet.parameters(ConvNet.create(ConvNetSettings.paper(2, 7))))
        .isNotEqualTo(ConvNet.parameters(network));
  }

  @Test
  void configurationSurvivesJson() {
    MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
    assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
  }

  @Test
  void gradientAgreesWithFiniteDifference() {
    MultiLayerNetwork plain =
        ConvNet.create(new ConvNetSettings(1, 3, 1e-3, 1e-3, 1, 0));
    ImageSet set = SyntheticImages.of(4, 3, 5);
    DataSet batch = ImageBatch.labelled(set.images(), set.labels(), 3);
    plain.setInput(batch.getFeatures());
    plain.setLabels(batch.getLabels());
    plain.computeGradientAndScore();
    INDArray gradient = plain.getFlattenedGradients().dup();
    // One bias and one weight of the first three convolutions.
    for (int index : new int[] {5, 700, 4736 + 3, 4736 + 32 + 999, 54944 + 2, 54944 + 16 + 333}) {
      assertThat(slope(plain, batch, index))
          .as("parameter %d", index)
          .isCloseTo(gradient.getDouble(index), within(2e-3));
    }
  }

  private static double slope(MultiLayerNetwork network, DataSet batch, int index) {
    double step = 2e-3;
    double value = network.params().getDouble(index);
    network.params().putScalar(index, value + step);
    double above = network.score(batch, true);
    network.params().putScalar(index, value - step);
    double below = network.score(batch, true);
    network.params().putScalar(index, value);
    return (above - below) / (2 * step);
  }
}
