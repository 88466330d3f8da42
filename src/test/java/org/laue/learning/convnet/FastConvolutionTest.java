package org.laue.learning.convnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.learning.training.TrainingSettings;

/** Notices when the fast convolution path, 25 times faster than the library's own, is lost. */
class FastConvolutionTest {

  @Test
  void everyConvolutionAndPoolingUsesOurKernels() {
    MultiLayerNetwork network = new ConvNet(7).create(TrainingSettings.paper(1));
    assertKernels(network);
    MultiLayerNetwork restored =
        new MultiLayerNetwork(
            MultiLayerConfiguration.fromJson(network.getLayerWiseConfigurations().toJson()));
    restored.init();
    assertKernels(restored);
  }

  @Test
  void theNativeLibraryIsTheOneWithOneDnn() {
    assertThat(FastConvolution.available()).as(FastConvolution.describe()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"64,3,32", "64,32,32", "32,32,16", "32,16,16", "16,16,8", "16,8,8"})
  void oneDnnHasGeneratedCodeForEveryConvolution(int size, int channels, int filters) {
    ConvolutionShape shape = new ConvolutionShape(32, size, size, channels, filters, 7);
    assertThat(
            ForwardConvolution.description(shape, OneDnnTask.rectifying())
                .impl_info_str()
                .getString())
        .matches("(brgconv|jit):.*");
    assertThat(WeightGradients.description(shape).impl_info_str().getString()).startsWith("jit:");
  }

  private static void assertKernels(MultiLayerNetwork network) {
    assertThat(Arrays.stream(network.getLayers()).filter(ConvolutionKernel.class::isInstance))
        .hasSize(6);
    assertThat(Arrays.stream(network.getLayers()).filter(MaxPoolingKernel.class::isInstance))
        .hasSize(2);
  }
}
