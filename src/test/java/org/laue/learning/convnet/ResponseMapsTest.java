package org.laue.learning.convnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import org.laue.learning.CrystalModel;
import org.laue.learning.ModelDescription;
import org.laue.learning.Novelty;
import org.laue.learning.SyntheticImages;
import org.laue.learning.TrainedWeights;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.TrainingSettings;
import org.laue.structure.ClassScheme;
import org.nd4j.linalg.api.ndarray.INDArray;

class ResponseMapsTest {
  private static final float[] IMAGE = SyntheticImages.of(1, 3, 8).images()[0];
  private final CrystalModel model = freshModel();
  private final Inference network = (Inference) model.network();
  private final ResponseMaps maps = new ResponseMaps(network);

  private static CrystalModel freshModel() {
    ModelDescription description =
        new ModelDescription(
            ConvNet.NAME,
            new ClassTask(ClassScheme.ofLabels("letters", List.of("a", "b", "c"))),
            new Imaging(FingerprintParameters.defaults(), false),
            Map.of());
    TrainedWeights weights =
        new TrainedWeights(
            description,
            NetworkSpec.parameters(new ConvNet(3).create(TrainingSettings.paper(6))),
            new LearningCurve(List.of()));
    float[] features = new float[ConvNet.FEATURES];
    return new CrystalModel(weights, new Novelty(1, 1, features, new float[][] {features}));
  }

  @Test
  void ofTheFirstConvolutionTheAnswerIsItsKernelAtThePeak() {
    ResponseMaps.Response strongest = maps.of(IMAGE, 0, 4).get(0);
    INDArray activation = network.maps(IMAGE).get(0);
    INDArray weights = network.convolutionWeights().get(0);
    int row = -1;
    int column = -1;
    double peak = 0;
    for (int pixel = 0; pixel < 4096; pixel++) {
      double value = activation.getDouble(0, pixel / 64, pixel % 64, strongest.filter());
      if (value > peak) {
        peak = value;
        row = pixel / 64;
        column = pixel % 64;
      }
    }
    // Pixel (row + 1, column - 2) of channel 1 sees the weight that looks at it from the peak.
    double expected = peak * weights.getDouble(strongest.filter(), 1, 3 + 1, 3 - 2);
    assertThat(strongest.map()[4096 + (row + 1) * 64 + column - 2])
        .isCloseTo((float) expected, within(1e-6f));
  }

  @Test
  void answersReachNoFartherThanTheReceptiveField() {
    int[] fields = {7, 13, 26, 38, 64};
    for (int layer = 0; layer < fields.length; layer++) {
      for (ResponseMaps.Response response : maps.of(IMAGE, layer, 2)) {
        assertThat(extent(response.map())).isBetween(1, fields[layer]);
      }
    }
  }

  @Test
  void filtersAreRankedBySummedActivation() {
    INDArray sums = network.maps(IMAGE).get(5).sum(0, 1, 2);
    List<ResponseMaps.Response> responses = maps.of(IMAGE, 5, 4);
    assertThat(responses).hasSize(4);
    for (int i = 1; i < 4; i++) {
      assertThat(sums.getDouble(responses.get(i).filter()))
          .isLessThanOrEqualTo(sums.getDouble(responses.get(i - 1).filter()));
    }
  }

  @Test
  void theSumIsPlain() {
    List<ResponseMaps.Response> two = maps.of(IMAGE, 1, 2);
    float[] sum = maps.sum(IMAGE, 1, 2);
    for (int i = 0; i < sum.length; i += 97) {
      assertThat(sum[i]).isEqualTo(two.get(0).map()[i] + two.get(1).map()[i]);
    }
  }

  /** Rows from the first to the last that differ from zero in any channel. */
  private static int extent(float[] map) {
    int first = 64;
    int last = -1;
    for (int i = 0; i < map.length; i++) {
      if (map[i] != 0) {
        int row = i % 4096 / 64;
        first = Math.min(first, row);
        last = Math.max(last, row);
      }
    }
    return last - first + 1;
  }
}
