package org.laue.prototypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.UserException;
import org.laue.structure.ClassScheme;

class PrototypeSettingsTest {
  private static final ClassScheme PAPER = ClassScheme.paper();

  @Test
  void proportionsReadAsInAStudy() {
    assertThat(Proportions.parse(PAPER, "paper", 10_517))
        .isEqualTo(Proportions.published(PAPER, 10_517));
    assertThat(Proportions.parse(PAPER, "balanced", 70).counts()).containsEntry("fcc", 10);
    Proportions explicit = Proportions.parse(PAPER, "bcc = 20, hex/rh=30", 0);
    assertThat(explicit.counts())
        .containsEntry("bcc", 20)
        .containsEntry("hex/rh", 30)
        .containsEntry("sc", 0);
    assertThat(explicit.size()).isEqualTo(50);
  }

  @Test
  void thePapersProportionsKeepTheirSumAndEveryClassWhenScaled() {
    for (int size : new int[] {7, 50, 300, 999, 10_517, 20_000}) {
      Proportions scaled = Proportions.published(PAPER, size);
      assertThat(scaled.size()).isEqualTo(size);
      assertThat(scaled.counts().values()).allMatch(count -> count > 0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "even;'balanced', 'paper' or counts",
        "fcc=;was 'fcc='",
        "fcc=-3;was 'fcc=-3'",
        "fcc=3, ccp=4;was 'fcc=3, ccp=4'",
        "fcc=3, fcc=4;Class fcc is counted twice"
      })
  void badProportionsAreRefusedByPlace(String text, String message) {
    assertThatThrownBy(() -> Proportions.parse(PAPER, text, 100))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("(prototypes.proportions)");
  }

  @Test
  void elementsWithoutAKnownSizeAreRefused() {
    PrototypeSettings settings = PrototypeSettings.balanced(7, 1);
    assertThat(settings.elements()).hasSizeGreaterThanOrEqualTo(83).allMatch(z -> z <= 96);
    assertThatThrownBy(() -> settings.withElements(List.of(26, 85)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("element At (prototypes.elements)");
  }

  @Test
  void sharesFollowTheWeights() {
    assertThat(LargestRemainder.split(10, new double[] {1, 1, 1})).containsExactly(4, 3, 3);
    assertThat(LargestRemainder.split(7, new double[] {0, 5, 2})).containsExactly(0, 5, 2);
    assertThat(LargestRemainder.split(0, new double[] {1, 2})).containsExactly(0, 0);
  }
}
