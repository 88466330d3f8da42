package org.laue.learning.convnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.laue.learning.ImageSet;
import org.laue.learning.SyntheticImages;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.SeededDropout;
import org.laue.learning.training.TrainingSettings;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;

class ConvNetTest {
  private final MultiLayerNetwork network = new ConvNet(7).create(TrainingSettings.paper(1));

  @Test
  void hasTheParametersOfThePaper() {
    assertThat(network.numParams()).isEqualTo(365_719);
    assertThat(Arrays.stream(network.getLayers()).mapToLong(Layer::numParams))
        .containsExactly(4736L, 50208L, 0L, 25104L, 12560L, 0L, 6280L, 3144L, 262272L, 512L, 903L);
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
    assertThat(NetworkSpec.parameters(new ConvNet(7).create(TrainingSettings.paper(1))))
        .isEqualTo(NetworkSpec.parameters(network));
    assertThat(NetworkSpec.parameters(new ConvNet(7).create(TrainingSettings.paper(2))))
        .isNotEqualTo(NetworkSpec.parameters(network));
  }

  @Test
  void configurationSurvivesJson() {
    MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
    assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
  }

  @Test
  void gradientsAreThoseOfTheLibrarysOwnLayers() {
    TrainingSettings settings = new TrainingSettings(1, 1, 3, 1e-3, 1e-3, 0, 1, 1);
    ConvNet spec = new ConvNet(3);
    MultiLayerNetwork ours = spec.create(settings);
    MultiLayerNetwork theirs =
        new MultiLayerNetwork(withLibraryLayers(spec.configuration(settings)));
    theirs.init(ours.params().dup(), true);
    ImageSet set = SyntheticImages.of(3, 3, 5);
    DataSet batch = spec.batch(SyntheticImages.examples(set, 3));
    float[] expected = gradient(theirs, batch);
    float[] actual = gradient(ours, batch);
    for (int i = 0; i < expected.length; i += 101) {
      assertThat(actual[i])
          .as("parameter %d", i)
          .isCloseTo(expected[i], within(1e-4f + 1e-3f * Math.abs(expected[i])));
    }
    assertThat(ours.score()).isCloseTo(theirs.score(), within(1e-5));
  }

  private static float[] gradient(MultiLayerNetwork network, DataSet batch) {
    network.setInput(batch.getFeatures());
    network.setLabels(batch.getLabels());
    network.computeGradientAndScore();
    return network.getFlattenedGradients().reshape(-1).toFloatVector();
  }

  private static MultiLayerConfiguration withLibraryLayers(MultiLayerConfiguration configuration) {
    for (NeuralNetConfiguration layer : configuration.getConfs()) {
      if (layer.getLayer() instanceof Convolution own) {
        ConvolutionLayer library =
            new ConvolutionLayer.Builder(7, 7)
                .nIn(own.getNIn())
                .nOut(own.getNOut())
                .convolutionMode(ConvolutionMode.Same)
                .dataFormat(CNN2DFormat.NHWC)
                .activation(Activation.RELU)
                .weightInit(WeightInit.XAVIER)
                .build();
        library.setIUpdater(own.getIUpdater());
        library.setLayerName(own.getLayerName());
        layer.setLayer(library);
      }
    }
    return configuration;
  }
}
