package org.laue.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

class LimitedAbsoluteErrorTest {
  private static final ScalarTask.Scalar GAP =
      new ScalarTask.Scalar("gap", "eV").scaled(0.5, 2).notBelow(0);
  private static final ScalarTask.Scalar ENERGY = new ScalarTask.Scalar("energy", "eV/atom");
  private static final ScalarTask TASK = new ScalarTask(List.of(GAP, ENERGY));

  private static INDArray targets(float[][] numbers) {
    float[][] targets = new float[numbers.length][];
    for (int i = 0; i < numbers.length; i++) {
      targets[i] = TASK.target("", numbers[i]);
    }
    return Nd4j.createFromArray(targets);
  }

  @Test
  void anAnswerBelowTheLimitIsNoErrorWhereTheTruthIsTheLimit() {
    // Gaps -3.5, 1.5, -3.5 and 0.5 eV, energies of the same size.
    INDArray answers = Nd4j.createFromArray(new float[][] {{-2, -2}, {0.5f, 0}, {-2, 3}, {0, 0}});
    INDArray truths = targets(new float[][] {{0, 0}, {0, 1}, {2.5f, 1}, {3, -1}});
    ILossFunction loss = Head.of(TASK).loss();
    INDArray slopes = loss.computeGradient(truths, answers, new ActivationIdentity(), null);
    assertThat(slopes.toFloatMatrix())
        .isDeepEqualTo(new float[][] {{0, -0.5f}, {0.5f, -0.5f}, {-0.5f, 0.5f}, {-0.5f, 0.5f}});
    double[] expected = {(0 + 2) / 2.0, (0.75 + 1) / 2, (3 + 2) / 2.0, (1.25 + 1) / 2};
    assertThat(loss.computeScore(truths, answers, new ActivationIdentity(), null, true))
        .isCloseTo((expected[0] + expected[1] + expected[2] + expected[3]) / 4, within(1e-6));
    assertThat(
            loss.computeGradientAndScore(truths, answers, new ActivationIdentity(), null, true)
                .getSecond())
        .isEqualTo(slopes);
  }

  @Test
  void withoutLimitsItIsTheAbsoluteError() {
    INDArray answers = Nd4j.createFromArray(new float[][] {{-9}, {4}});
    INDArray truths = Nd4j.createFromArray(new float[][] {{-9.5f}, {5}});
    ILossFunction loss = Head.numbers(1).loss();
    assertThat(
            loss.computeGradient(truths, answers, new ActivationIdentity(), null).toFloatVector())
        .containsExactly(1, -1);
  }

  @Test
  void theScoreRaisesAnswersToTheLimitAsThePredictionDoes() {
    float[][] truths = targets(new float[][] {{0, 0}, {2, 1}}).toFloatMatrix();
    float[][] answers = {{-7, 0}, {GAP.toNetwork(2), 1}};
    assertThat(TASK.score(answers, truths)).isCloseTo(1, within(1e-6));
    assertThat(TASK.loss(answers, truths)).isZero();
  }

  @Test
  void travelsAsAConfigurationDoes() {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .list()
            .layer(
                new OutputLayer.Builder(Head.of(TASK).loss())
                    .nIn(3)
                    .nOut(2)
                    .activation(Activation.IDENTITY)
                    .build())
            .build();
    MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(configuration.toJson());
    ILossFunction loss = ((OutputLayer) read.getConf(0).getLayer()).getLossFn();
    INDArray low = Nd4j.createFromArray(new float[][] {{-9, -9}});
    assertThat(
            loss.computeGradient(
                    targets(new float[][] {{0, 0}}), low, new ActivationIdentity(), null)
                .toFloatVector())
        .containsExactly(0, -0.5f);
  }
}
