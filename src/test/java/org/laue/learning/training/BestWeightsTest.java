package org.laue.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.laue.UserException;
import org.laue.structure.ClassScheme;
import org.nd4j.linalg.dataset.DataSet;

class BestWeightsTest {
  private static final ScalarTask GAP =
      new ScalarTask(List.of(new ScalarTask.Scalar("gap", "eV", 2, 4, 0.0)));

  /** Its one weight is its answer to everything. */
  private static final class Constant implements NetworkSpec {
    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
      return "constant";
    }

    @Override
    public MultiLayerNetwork create(TrainingSettings settings) {
      throw new UnsupportedOperationException();
    }

    @Override
    public DataSet batch(List<Example> examples) {
      throw new UnsupportedOperationException();
    }

    @Override
    public TrainedNetwork trained(float[] parameters) {
      return things -> {
        float[][] answers = new float[things.size()][];
        Arrays.fill(answers, parameters);
        return new Answers(answers, answers);
      };
    }
  }

  /** Looks after every tenth of 100 batches at a side whose true number is 0.5. */
  private static BestWeights best(int patience) {
    Example truth = new Example(new float[0], new float[] {0.5f}, 0);
    EarlyStopping rule = new EarlyStopping(patience, 10);
    return new BestWeights(new Constant(), GAP, rule, 100, List.of(), List.of(truth));
  }

  private static void goThrough(BestWeights best, float... answers) {
    for (int i = 0; i < answers.length && !best.over(); i++) {
      float answer = answers[i];
      best.afterRound(10 * (i + 1), () -> new float[] {answer});
    }
  }

  @Test
  void theWeightsOfTheSmallestLossAreKeptAndTheTrainingEndsWhenNoneIsSmaller() {
    BestWeights best = best(2);
    goThrough(best, 0.1f, 0.4f, 0.9f, 0.45f, 0.1f, 0.2f, 0.5f);
    assertThat(best.over()).isTrue();
    assertThat(best.orLast(() -> new float[] {7})).containsExactly(0.45f);
    assertThat(best.found())
        .containsEntry("training.best_batches", "40")
        .containsEntry("training.validation_loss", "0.0500000")
        .containsEntry("training.validation_size", "1");
  }

  @Test
  void equalLossesAreNoBetter() {
    BestWeights best = best(2);
    goThrough(best, 0.25f, 0.75f, 0.25f);
    assertThat(best.over()).isTrue();
    assertThat(best.state().batches()).isEqualTo(10);
  }

  @Test
  void itLooksAtEqualDistancesAndNotAfterEveryRound() {
    BestWeights best = best(3);
    int[] looks = {0};
    for (int done = 4; done <= 104; done += 4) {
      best.afterRound(
          done,
          () -> {
            looks[0]++;
            return new float[] {1f / looks[0]};
          });
    }
    assertThat(looks[0]).isEqualTo(10);
  }

  @Test
  void aBrokenOffTrainingGoesOnWhereItStood() {
    BestWeights first = best(2);
    goThrough(first, 0.4f, 0.9f);
    BestWeights second = best(2);
    second.goOn(first.state());
    second.afterRound(20, () -> new float[] {0.5f});
    assertThat(second.state()).as("the look of batch 20 was made").isEqualTo(first.state());
    second.afterRound(30, () -> new float[] {0.9f});
    assertThat(second.over()).isTrue();
    assertThat(second.orLast(() -> new float[] {7})).containsExactly(0.4f);
  }

  @Test
  void weightsThatAreNoNumbersAreNeverKept() {
    BestWeights best = best(1);
    goThrough(best, Float.NaN);
    assertThat(best.over()).isTrue();
    assertThat(best.orLast(() -> new float[] {7})).containsExactly(7);
    assertThat(best.found()).isEmpty();
  }

  @Test
  void whoDoesNotAskKeepsTheLast() {
    BestWeights last = best(0);
    goThrough(last, 0.5f, 9);
    assertThat(last.over()).isFalse();
    assertThat(last.orLast(() -> new float[] {9})).containsExactly(9);
    assertThatThrownBy(() -> new EarlyStopping(-1, 3)).isInstanceOf(UserException.class);
  }

  @Test
  void lossesAreThoseOfTheAnswersAsTheyAreGiven() {
    // Median 2 eV, spread 4 eV: answers of 3 eV, and of -2 eV, which is raised to 0.
    float[][] answers = {{0.25f}, {-1}};
    assertThat(GAP.loss(answers, new float[][] {{0}, {-0.5f}})).isCloseTo(0.125, within(1e-6));
    ClassTask classes = new ClassTask(ClassScheme.ofLabels("two", List.of("a", "b")));
    assertThat(
            classes.loss(
                new float[][] {{0.8f, 0.2f}, {0.5f, 0.5f}}, new float[][] {{1, 0}, {0, 1}}))
        .isCloseTo(-(Math.log(0.8) + Math.log(0.5)) / 2, within(1e-6));
  }
}
