package org.laue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final Condition VACANCIES = new Condition("vacancy", 0.25, "");

  @Test
  void wilsonIntervalOfFifteenInTwenty() {
    Proportion proportion = new Proportion(15, 20);
    assertThat(proportion.percent()).isEqualTo(75);
    assertThat(proportion.lowPercent()).isCloseTo(53.13, within(0.01));
    assertThat(proportion.highPercent()).isCloseTo(88.81, within(0.01));
  }

  @Test
  void allRightAndAllWrongReachTheirEnd() {
    assertThat(new Proportion(50, 50).highPercent()).isEqualTo(100);
    assertThat(new Proportion(50, 50).lowPercent()).isCloseTo(92.87, within(0.01));
    assertThat(new Proportion(0, 50).lowPercent()).isZero();
    assertThatThrownBy(() -> new Proportion(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void overallIsTheSumOfTheClasses() {
    AccuracyTable table = new AccuracyTable();
    table.add(VACANCIES, Method.CONVNET, "bcc", 9, 10);
    table.add(VACANCIES, Method.CONVNET, "fcc", 10, 10);
    table.add(VACANCIES, Method.CONVNET, "bcc", 1, 1);
    assertThat(table.overall(VACANCIES, Method.CONVNET)).isEqualTo(new Proportion(20, 21));
    assertThat(table.perClass(VACANCIES, Method.CONVNET))
        .containsEntry("bcc", new Proportion(10, 11));
    assertThat(table.overall(VACANCIES, Method.BASELINE_LOOSE)).isEqualTo(Proportion.NONE);
  }

  @Test
  void conditionsComeInTheOrderOfTheTable() {
    Condition smaller = new Condition("vacancy", 0.01, "");
    Condition displacement = new Condition("displacement", 0.06, "");
    assertThat(List.of(VACANCIES, smaller, displacement, Condition.PRISTINE).stream().sorted())
        .containsExactly(Condition.PRISTINE, displacement, smaller, VACANCIES);
  }

  @Test
  void confusionRowsAreTheTruth() {
    ConfusionMatrix confusion = new ConfusionMatrix(List.of("bcc", "fcc"));
    confusion.add("bcc", "fcc", 3);
    assertThat(confusion.count("bcc", "fcc")).isEqualTo(3);
    assertThat(confusion.count("fcc", "bcc")).isZero();
    assertThatThrownBy(() -> confusion.add("bcc", "gas", 1)).hasMessageContaining("gas");
  }

  @Test
  void theOldRuleIsComparedWithThePapersRowOfTheSameSetting() {
    Condition shaken = new Condition("displacement", 0.01, "");
    assertThat(Method.ofSetting("loose", "V1_9_9").key()).isEqualTo("baseline-loose-1.9.9");
    assertThat(PaperTable1.accuracyPercent(shaken, Method.BASELINE_LOOSE_1_9_9)).hasValue(75.22);
    assertThat(PaperTable1.accuracyPercent(shaken, Method.CONVNET)).hasValue(100);
    assertThat(PaperTable1.accuracyPercent(new Condition("vacancy", 0.7, ""), Method.CONVNET))
        .hasValue(89.05);
    assertThat(PaperTable1.accuracyPercent(new Condition("substitution", 0.5, ""), Method.CONVNET))
        .isEmpty();
  }

  @Test
  void theProductsRoadIsAColumnOfItsOwn() {
    assertThat(Method.CONVNET_PRODUCT.key()).isEqualTo("convnet-product");
    assertThat(Method.CONVNET_PRODUCT.isBaseline()).isFalse();
    assertThat(Method.PARENT.isBaseline()).isFalse();
    assertThat(Method.BASELINE_LOOSE_1_9_9.isBaseline()).isTrue();
    assertThat(Method.ofSetting("parent", "V2")).isEqualTo(Method.PARENT);
    assertThat(PaperTable1.accuracyPercent(VACANCIES, Method.CONVNET_PRODUCT)).isEmpty();
  }
}
