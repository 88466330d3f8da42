package org.laue.learning.convnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.laue.UserException;
import org.laue.learning.ImageSet;
import org.laue.learning.SyntheticImages;
import org.laue.learning.training.Example;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.TrainingSettings;
import org.nd4j.linalg.api.ndarray.INDArray;

class InferenceTest {
  private static final ImageSet SET = SyntheticImages.of(20, 7, 11);
  private static MultiLayerNetwork network;
  private static Inference inference;

  @BeforeAll
  static void trainALittle() {
    ConvNet spec = new ConvNet(7);
    network = spec.create(TrainingSettings.paper(4));
    network.fit(spec.batch(SyntheticImages.examples(SET, 7)));
    inference = new Inference(NetworkSpec.parameters(network), 7);
  }

  @Test
  void foldedNetworkAgreesWithTheTrainedOne() {
    float[][] expected = network.output(ImageBatch.of(SET.images())).toFloatMatrix();
    float[][] actual = inference.answer(SET.images()).outputs();
    for (int i = 0; i < SET.size(); i++) {
      for (int c = 0; c < 7; c++) {
        assertThat(actual[i][c]).isCloseTo(expected[i][c], within(2e-6f));
      }
    }
  }

  @Test
  void featuresAreTheActivationsOfTheDenseLayer() {
    INDArray dense = network.feedForward(ImageBatch.of(SET.images()), false).get(9);
    float[][] features = inference.answer(SET.images()).features();
    assertThat(features[3]).hasSize(ConvNet.FEATURES).containsAnyOf(0f);
    assertThat(features[3][7]).isCloseTo(dense.getFloat(3, 7), within(1e-5f));
  }

  @Test
  void anImageGetsTheSameAnswerInAnyBatch() {
    float[] alone = inference.answer(SET.images()[17]).outputs()[0];
    assertThat(inference.answer(SET.images()).outputs()[17]).isEqualTo(alone);
  }

  /** Each pass drops others, the mean of many is near the answer, and one draw gives one result. */
  @Test
  void dropoutSpreadsTheAnswers() {
    Example thing = Example.shown(SET.images()[3], 5);
    float[][] passes = inference.withDropout(thing, 0.25, 400);
    assertThat(passes).hasDimensions(400, 7);
    assertThat(passes[0]).isNotEqualTo(passes[1]);
    assertThat(inference.withDropout(thing, 0.25, 400)).isDeepEqualTo(passes);
    assertThat(inference.withDropout(Example.shown(SET.images()[3], 6), 0.25, 400)[0])
        .isNotEqualTo(passes[0]);
    float[] whole = inference.answer(SET.images()[3]).outputs()[0];
    for (int c = 0; c < 7; c++) {
      int at = c;
      double mean = Arrays.stream(passes).mapToDouble(pass -> pass[at]).average().orElseThrow();
      assertThat(mean).isCloseTo(whole[c], within(0.05));
    }
  }

  /** What is dropped with a share of nothing is nothing. */
  @Test
  void withoutDropoutEveryPassIsTheAnswer() {
    float[][] passes = inference.withDropout(Example.shown(SET.images()[3], 5), 0, 2);
    float[] whole = inference.answer(SET.images()[3]).outputs()[0];
    for (int c = 0; c < 7; c++) {
      assertThat(passes[1][c]).isCloseTo(whole[c], within(2e-6f));
    }
  }

  @Test
  void noImageGivesNoAnswer() {
    assertThat(inference.answer().outputs()).isEmpty();
    assertThat(new ConvNet(7).trained(NetworkSpec.parameters(network)).answer(List.of()).outputs())
        .isEmpty();
  }

  @Test
  void unusableImagesAreRefused() {
    assertThatThrownBy(() -> inference.answer(new float[5]))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("12288")
        .hasMessageContaining("5");
    float[] broken = SET.images()[0].clone();
    broken[9] = Float.NaN;
    assertThatThrownBy(() -> inference.answer(broken))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("not finite");
  }
}
