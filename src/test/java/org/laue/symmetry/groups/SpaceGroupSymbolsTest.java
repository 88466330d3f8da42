package org.laue.symmetry.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpaceGroupSymbolsTest {
  /** Ways of writing one symbol, {@code P 2_1/c}, that mean the same. */
  private static final List<UnaryOperator<String>> SPELLINGS =
      List.of(
          symbol -> symbol,
          symbol -> symbol.replace("_", ""),
          symbol -> symbol.replaceAll("[_ ]", ""),
          symbol -> symbol.replace(" ", "_"),
          symbol -> symbol.replaceAll("_(\\d)", "($1)"),
          symbol -> symbol.replaceAll("_(\\d)", "<sub>$1</sub>"),
          symbol -> symbol.replaceAll("_(\\d)", "~$1~"),
          symbol -> symbol.replaceAll("-(\\d)", "$1\u0305"),
          symbol -> symbol.replaceAll("-(\\d)", "\\\\bar{$1}"),
          symbol -> symbol.replace('-', '\u2212'),
          symbol -> symbol.toUpperCase(Locale.ROOT),
          symbol -> symbol.toLowerCase(Locale.ROOT));

  @Test
  void allSettingsAreFoundByEverySpellingOfTheirSymbolAndChoice() {
    for (HallSetting setting : HallSettings.all()) {
      String choice = setting.choice();
      for (UnaryOperator<String> spelling : SPELLINGS) {
        for (String symbol : List.of(setting.internationalFull(), shortSymbol(setting))) {
          String spelt = spelling.apply(symbol);
          assertThat(SpaceGroupSymbols.ofHermannMauguin(spelt)).as(spelt).contains(setting);
          for (String behind : List.of(" :" + choice, ":" + choice, " (" + choice + ")")) {
            if (!choice.isEmpty() && !behind.contains("(")) {
              assertThat(SpaceGroupSymbols.ofHermannMauguin(spelt + behind))
                  .as(spelt + behind)
                  .contains(setting);
            }
          }
        }
      }
    }
  }

  @Test
  void aFullSymbolWithItsChoiceNamesOneSetting() {
    for (HallSetting setting : HallSettings.all()) {
      String symbol = setting.internationalFull() + " :" + setting.choice();
      List<HallSetting> found =
          setting.choice().isEmpty()
              ? List.of(setting)
              : SpaceGroupSymbols.ofHermannMauguin(symbol);
      if (!setting.choice().matches("[HR]")) {
        assertThat(found).as(symbol).containsExactly(setting);
      }
    }
  }

  private static String shortSymbol(HallSetting setting) {
    boolean monoclinic = setting.number() >= 3 && setting.number() <= 15;
    return monoclinic
        ? setting.internationalFull().replaceAll(" 1(?= |$)", "")
        : setting.internationalShort();
  }

  @ParameterizedTest
  @CsvSource({
    "F d 3 m S, 227, 1",
    "Fd3mZ, 227, 2",
    "'F d -3 m (origin choice 2)', 227, 2",
    "'F 41/d -3 2/m, origin choice 1', 227, 1",
    "F d -3 m 1, 227, 1",
    "'I 41/a m d [origin 2]', 141, 2",
    "P 4/n m m Z, 129, 2",
    "'P 21/m 21/m 2/n (origin choice 2)', 59, 2",
    "Pa3, 205, ''",
    "I a 3 d, 230, ''",
    "Im3m, 229, ''",
    "Fm3-m, 225, ''",
    "C m c a, 64, ''",
    "A b m 2, 39, ''",
    "Bba2, 41, ba-c",
    "C c c b :1ba-c, 68, 1ba-c",
    "P 3 m, 156, ''",
    "P -3 m, 164, ''",
    "'P 63/m m c (194)', 194, ''",
    "'No. 62, P n m a', 62, ''",
    "'62: Pnma', 62, ''",
    "P 1 21/n 1 unique axis b, 14, b2",
    "A -1, 2, ''",
    "F 1, 1, ''"
  })
  void oldAndDecoratedSymbols(String symbol, int number, String choice) {
    assertThat(SpaceGroupSymbols.ofHermannMauguin(symbol))
        .singleElement()
        .satisfies(setting -> assertThat(setting.number()).isEqualTo(number))
        .satisfies(setting -> assertThat(setting.choice()).isEqualTo(choice));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"R -3 m HR", "R -3 m RS", "R-3mH", "R -3 m :R", "R -3 m (hexagonal axes)"})
  void axesOfRhombohedralGroupsAreLeftToTheCell(String symbol) {
    assertThat(SpaceGroupSymbols.ofHermannMauguin(symbol))
        .extracting(HallSetting::choice)
        .containsExactly("H", "R");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "P", "P 7", "Fm-3m-", "225", "P 21/q", "F 4/m m m", "(1)", ":"})
  void whatIsNoSymbolMeansNothing(String symbol) {
    assertThat(SpaceGroupSymbols.ofHermannMauguin(symbol)).isEmpty();
    assertThat(SpaceGroupSymbols.ofHall("F ? " + symbol)).isEmpty();
  }
}
