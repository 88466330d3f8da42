package org.laue.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.UserException;

class DefectSpecTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pristine",
        "vacancy 0.25",
        "displacement 0.001",
        "scaled-displacement 0.075",
        "substitution 0.5 binary",
        "substitution 0.1 ternary",
        "substitution 0.1 7-ary",
        "bcc-to-sc 1",
        "displacement 0.02 + vacancy 0.1",
        "vacancy 0.1 + displacement 0.02 + substitution 0.25 binary"
      })
  void canonicalTextReadsBack(String text) {
    assertThat(DefectSpec.parse(text, "").canonical()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'  Vacancy   0.250 ', vacancy 0.25",
    "substitution 0.5, substitution 0.5 binary",
    "displacement 1e-3+vacancy .1, displacement 0.001 + vacancy 0.1"
  })
  void spellingsOfOneDefectAreOneSpec(String text, String canonical) {
    assertThat(DefectSpec.parse(text, "")).isEqualTo(DefectSpec.parse(canonical, ""));
  }

  @Test
  void entriesOfAListMayLeaveTheKindOut() {
    DefectSpec vacancies = DefectSpec.of(new Vacancies(0.4));
    assertThat(DefectSpec.parse(DefectKind.VACANCY, "0.4", "")).isEqualTo(vacancies);
    assertThat(DefectSpec.parse(DefectKind.VACANCY, "vacancy 0.4", "")).isEqualTo(vacancies);
    assertThat(DefectSpec.parse(DefectKind.SUBSTITUTION, "0.5 ternary", "").canonical())
        .isEqualTo("substitution 0.5 ternary");
  }

  @Test
  void kindAndLevelAreThoseOfTheTables() {
    DefectSpec both = DefectSpec.parse("displacement 0.02 + vacancy 0.1", "");
    assertThat(both.kind()).isEqualTo(DefectKind.COMBINATION);
    assertThat(both.level()).isEqualTo(0.1);
    assertThat(DefectSpec.PRISTINE.kind()).isEqualTo(DefectKind.PRISTINE);
    assertThat(DefectSpec.PRISTINE.level()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "vacancy 1.2;Vacancy fraction must be in [0, 1), was 1.2 (defects.vacancies[3])",
        "vacancy NaN;must be a number, was 'nan'",
        "vacancy -0.1;was -0.1",
        "displacement -1;must be finite and not negative, was -1.0",
        "displacement much;must be a number, was 'much'",
        "vacancy;must read like 'vacancy 0.25', was 'vacancy'",
        "vacancy 0.1 binary;must read like 'vacancy 0.25'",
        "substitution 0.5 double;binary, ternary, quaternary or quinary, was 'double'",
        "vacancies 0.1;Unknown defect 'vacancies'",
        "displacement 0.1 + pristine 0;Unknown defect 'pristine'",
        "vacancy 0.1 + ;Unknown defect ''"
      })
  void badTextIsRefusedWithValueAndPlace(String text, String message) {
    assertThatThrownBy(() -> DefectSpec.parse(text, "defects.vacancies[3]"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message)
        .hasMessageEndingWith("(defects.vacancies[3])");
  }
}
