package org.laue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laue.StableRandom;

class UncertaintyCalibrationTest {
  private static NumberAnswer answer(String structure, double truth, double predicted) {
    return new NumberAnswer(structure, "gap", "eV", truth, predicted, "cubic", 1, List.of("Si"));
  }

  private static List<NumberAnswer> seed(double first, double second) {
    return List.of(answer("a", 1, first), answer("b", 2, second));
  }

  @Test
  void theEnsembleIsTheMeanOfTheSeedsAndTheirScatter() {
    List<NumberAnswer> reversed = new ArrayList<>(seed(3, 6));
    Collections.reverse(reversed);
    NumberEnsemble ensemble =
        NumberEnsemble.of(List.of(seed(1, 2), reversed, seed(2, 4))).orElseThrow();
    assertThat(ensemble.answers())
        .containsExactly(
            new NumberEnsemble.Answer("a", 1, 2, 1), new NumberEnsemble.Answer("b", 2, 4, 2));
    assertThat(ensemble.errors().meanAbsolute()).isEqualTo(1.5);
  }

  @Test
  void thereIsNoneOfOneSeedOrOfDifferentCrystals() {
    List<NumberAnswer> others = List.of(answer("a", 1, 1), answer("c", 2, 2));
    assertThat(NumberEnsemble.of(List.of(seed(1, 2)))).isEmpty();
    assertThat(NumberEnsemble.of(List.of(seed(1, 2), others))).isEmpty();
    assertThat(NumberEnsemble.of(List.of(seed(1, 2), seed(1, 2).subList(0, 1)))).isEmpty();
  }

  /** Errors drawn normally with a standard deviation of so many times what is claimed. */
  private static NumberEnsemble drawn(int count, double times) {
    StableRandom random = new StableRandom(5);
    List<NumberEnsemble.Answer> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double deviation = random.nextDouble(0.1, 2);
      double error = times * deviation * random.nextGaussian();
      answers.add(new NumberEnsemble.Answer("c" + i, 0, error, deviation));
    }
    return new NumberEnsemble("gap", "eV", answers);
  }

  @Test
  void uncertaintiesThatAreRightAreFoundRight() {
    UncertaintyCalibration calibration = UncertaintyCalibration.of(drawn(20_000, 1));
    assertThat(calibration.stretch()).isCloseTo(1, within(0.03));
    assertThat(calibration.shares().get(2).expected()).isCloseTo(0.6827, within(1e-4));
    for (UncertaintyCalibration.Share share : calibration.shares()) {
      assertThat(share.within().percent() / 100).isCloseTo(share.expected(), within(0.012));
    }
    assertThat(calibration.bins()).hasSize(10).allMatch(bin -> bin.errors().n() == 2000);
    for (UncertaintyCalibration.Bin bin : calibration.bins()) {
      double ratio = bin.errors().meanAbsolute() / bin.meanDeviation();
      assertThat(ratio).isCloseTo(Math.sqrt(2 / Math.PI), within(0.05));
    }
  }

  @Test
  void uncertaintiesThreeTimesTooSmallAreFoundSo() {
    UncertaintyCalibration calibration = UncertaintyCalibration.of(drawn(20_000, 3));
    assertThat(calibration.stretch()).isCloseTo(3, within(0.1));
    // Within 3 of what is claimed lies what lies within 1 of what is true.
    assertThat(calibration.shares().get(5).within().percent()).isCloseTo(68.3, within(1.2));
  }

  @Test
  void rankCorrelationIsOneWhereLargerUncertaintiesHaveLargerErrors() {
    List<NumberEnsemble.Answer> answers = new ArrayList<>();
    for (int i = 1; i <= 25; i++) {
      answers.add(new NumberEnsemble.Answer("c" + i, 0, i * i, i));
    }
    UncertaintyCalibration rising =
        UncertaintyCalibration.of(new NumberEnsemble("gap", "", answers));
    assertThat(rising.rankCorrelation()).isCloseTo(1, within(1e-12));
    assertThat(rising.bins()).extracting(bin -> bin.errors().n()).containsOnly(2, 3);
    List<NumberEnsemble.Answer> equal =
        answers.stream()
            .map(a -> new NumberEnsemble.Answer(a.structure(), 0, a.mean(), 0))
            .toList();
    UncertaintyCalibration none = UncertaintyCalibration.of(new NumberEnsemble("gap", "", equal));
    assertThat(none.rankCorrelation()).isNaN();
    assertThat(none.stretch()).isInfinite();
  }
}
