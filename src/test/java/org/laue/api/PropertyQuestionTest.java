package org.laue.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import org.laue.api.PropertyModel.Property;
import org.laue.learning.ModelFiles;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;

class PropertyQuestionTest {
  private static final Crystal SALT = HandMade.CRYSTALS.get("NaCl").atoms();

  private static PropertyModel gap(long seed) {
    return PropertyModel.of(UntrainedModels.number("gap_ev", "eV", seed));
  }

  private static PropertyModel system(long seed) {
    return PropertyModel.of(UntrainedModels.classes("crystal-system", seed));
  }

  @Test
  void oneModelAnswersAsItDoesAlone() {
    PropertyModel model = gap(1);
    PropertyQuestion question = PropertyQuestion.of(List.of(model)).get(0);
    assertThat(question.name()).isEqualTo("gap_ev");
    assertThat(question.of(SALT)).isEqualTo(model.of(SALT));
    assertThat(question.of(SALT).deviations()).isEmpty();
  }

  @Test
  void threeModelsAnswerWithMeanAndStandardDeviation() {
    List<PropertyModel> models = List.of(gap(1), gap(2), gap(4));
    List<PropertyQuestion> questions = PropertyQuestion.of(models);
    assertThat(questions).hasSize(1);
    double[] alone = models.stream().mapToDouble(m -> m.of(SALT).values().get(0)).toArray();
    double mean = (alone[0] + alone[1] + alone[2]) / 3;
    double squares = IntStream.range(0, 3).mapToDouble(i -> Math.pow(alone[i] - mean, 2)).sum();
    Property said = questions.get(0).of(SALT);
    assertThat(said.answer()).isNull();
    assertThat(said.values().get(0)).isCloseTo(mean, within(1e-12));
    assertThat(said.deviations().get(0)).isCloseTo(Math.sqrt(squares / 2), within(1e-12));
    assertThat(said.deviations().get(0)).isGreaterThan(0.1);
    List<Double> novelties = models.stream().map(m -> m.of(SALT).novelty()).sorted().toList();
    assertThat(said.novelty()).isEqualTo(novelties.get(1));
  }

  @Test
  void classesOfSeveralModelsAreThoseOfTheMeanProbabilities() {
    List<PropertyModel> models = List.of(system(1), system(2));
    Property said = PropertyQuestion.of(models).get(0).of(SALT);
    assertThat(said.values()).hasSize(7);
    assertThat(said.values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-5));
    int cubic = 0;
    double both =
        models.get(0).of(SALT).values().get(cubic) + models.get(1).of(SALT).values().get(cubic);
    assertThat(said.values().get(cubic)).isCloseTo(both / 2, within(1e-12));
    double largest = said.values().stream().mapToDouble(p -> p).max().orElseThrow();
    assertThat(said.values().get(models.get(0).names().indexOf(said.answer()))).isEqualTo(largest);
  }

  @Test
  void aClassIsWarnedOfWhereTheSpaceGroupIsOfAnotherAndWhereItIsNotSure() {
    int wrong = 0;
    for (int seed = 1; seed <= 5; seed++) {
      Property said = PropertyQuestion.of(List.of(system(seed))).get(0).of(SALT);
      boolean right = said.answer().equals("cubic");
      wrong += right ? 0 : 1;
      String contradiction = "contradiction: space group 225, which holds within 0.1 A, is cubic";
      assertThat(said.warning().contains(contradiction)).as(said.toString()).isEqualTo(!right);
      assertThat(said.warning()).contains("not sure: " + said.answer() + " 0.");
    }
    assertThat(wrong).as("untrained networks that are wrong").isPositive();
  }

  /** A cubic crystal asked whether it is trigonal or hexagonal is neither. */
  @Test
  void aGroupOfNoClassContradictsEveryAnswer() {
    PropertyModel model = PropertyModel.of(UntrainedModels.classes("trigonal-hexagonal", 1));
    assertThat(PropertyQuestion.of(List.of(model)).get(0).of(SALT).warning())
        .contains("contradiction: space group 225, which holds within 0.1 A, is of another class");
  }

  @Test
  void classesByANumberHaveNoSpaceGroupThatSpeaksAgainstThem() {
    PropertyModel metal = PropertyModel.of(UntrainedModels.classes("metal", 1));
    assertThat(PropertyQuestion.of(List.of(metal)).get(0).of(SALT).warning())
        .doesNotContain("contradiction");
  }

  @Test
  void modelsOfDifferentQuestionsAreNotMixed() {
    PropertyModel stiff = PropertyModel.of(UntrainedModels.classes("bulk-modulus", 1));
    PropertyModel stiffer = PropertyModel.of(UntrainedModels.classes("bulk-modulus-100", 1));
    assertThat(stiff.names()).isEqualTo(stiffer.names());
    assertThat(PropertyQuestion.of(List.of(stiff, gap(1), stiffer, gap(2))))
        .extracting(question -> question.models().size())
        .containsExactly(1, 2, 1);
    List<PropertyModel> mixed = List.of(stiff, stiffer);
    assertThatThrownBy(() -> PropertyQuestion.named("stiff", mixed, Optional.empty()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("stiff")
        .hasMessageContaining("different questions");
  }

  @Test
  void onlyQuestionsWithAModelAreAsked(@TempDir Path place) throws IOException {
    assertThat(ShippedProperties.below(name -> ModelFiles.directory(place.resolve(name))))
        .isEmpty();
    UntrainedModels.classes("crystal-family", 1).save(place.resolve("crystal-system/1"));
    UntrainedModels.classes("metal", 1).save(place.resolve("metal/1"));
    UntrainedModels.number("gap_ev", "eV", 1).save(place.resolve("gap/1"));
    UntrainedModels.number("gap_ev", "eV", 2).save(place.resolve("gap/2"));
    List<PropertyQuestion> questions =
        ShippedProperties.below(name -> ModelFiles.directory(place.resolve(name)));
    assertThat(questions)
        .extracting(PropertyQuestion::name)
        .containsExactly("crystal-system", "gap");
    assertThat(questions.get(0).values())
        .containsExactlyElementsOf(ClassScheme.load("crystal-family").labels());
    assertThat(questions.get(1).values()).containsExactly("gap (eV)");
    assertThat(questions.get(1).models()).hasSize(2);
  }

  @Test
  void ofAModelOfTwoNumbersThatOfItsPlaceIsAnswered(@TempDir Path place) throws IOException {
    UntrainedModels.twoNumbers(1).save(place.resolve("gap/1"));
    UntrainedModels.twoNumbers(1).save(place.resolve("formation-energy/1"));
    List<PropertyQuestion> questions =
        ShippedProperties.below(name -> ModelFiles.directory(place.resolve(name)));
    assertThat(questions).hasSize(2);
    assertThat(questions.get(0).values()).containsExactly("gap (eV)");
    assertThat(questions.get(1).values()).containsExactly("formation-energy (eV/atom)");
    PropertyModel both = PropertyModel.of(UntrainedModels.twoNumbers(1));
    assertThat(both.names())
        .containsExactly("gap_ev (eV)", "formation_energy_ev_per_atom (eV/atom)");
    List<Double> values = both.of(SALT).values();
    assertThat(values).hasSize(2).doesNotHaveDuplicates();
    assertThat(questions.get(0).of(SALT).values()).isEqualTo(values.subList(0, 1));
    assertThat(questions.get(1).of(SALT).values()).isEqualTo(values.subList(1, 2));
    assertThatThrownBy(() -> both.about("bulk-modulus"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("bulk-modulus names 0 of the numbers gap_ev (eV), formation_");
  }

  @Test
  void whereErrorsWereMeasuredTheyStandInPlaceOfTheScatter(@TempDir Path place) throws IOException {
    List<PropertyModel> models = List.of(gap(1), gap(2));
    Property scattered = PropertyQuestion.of(models).get(0).of(SALT);
    for (int number = 1; number <= 2; number++) {
      UntrainedModels.number("gap_ev", "eV", number).save(place.resolve("gap/" + number));
    }
    Path file = place.resolve("gap/errors.json");
    Files.writeString(
        file,
        "{\"measured\": \"90 crystals\", \"curves\": [{\"deviations\": [0, 9], \"errors\": [0.1, 18.1]}]}");
    PropertyQuestion question = shippedAt(place);
    assertThat(question.uncertainty()).isEqualTo("error (68 %)");
    assertThat(question.errors().orElseThrow().measured()).isEqualTo("90 crystals");
    Property said = question.of(SALT);
    assertThat(said.values()).isEqualTo(scattered.values());
    assertThat(said.deviations().get(0))
        .isCloseTo(0.1 + 2 * scattered.deviations().get(0), within(1e-12));
    Files.writeString(file, "{\"measured\": \"90 crystals\", \"curves\": []}");
    assertThatThrownBy(() -> shippedAt(place))
        .isInstanceOf(UserException.class)
        .hasMessage("Errors of 0 numbers are known where gap has 1");
  }

  @Test
  void anErrorIsReadFromTheCurve() {
    ExpectedErrors.Curve curve =
        new ExpectedErrors.Curve(List.of(0.1, 0.2, 0.4), List.of(0.05, 0.3, 0.5));
    double[] deviations = {0, 0.1, 0.15, 0.2, 0.3, 0.4, 0.8};
    double[] errors = {0.05, 0.05, 0.175, 0.3, 0.4, 0.5, 1};
    for (int i = 0; i < errors.length; i++) {
      assertThat(curve.at(deviations[i])).isCloseTo(errors[i], within(1e-12));
    }
    assertThat(new ExpectedErrors.Curve(List.of(0.0), List.of(0.2)).at(1)).isEqualTo(0.2);
    for (List<Double> falling : List.of(List.of(0.2, 0.1), List.of(-1.0, 1.0), List.of(1.0))) {
      assertThatThrownBy(() -> new ExpectedErrors.Curve(List.of(0.1, 0.2), falling))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("are no rising curve");
    }
  }

  private static PropertyQuestion shippedAt(Path place) {
    return ShippedProperties.below(name -> ModelFiles.directory(place.resolve(name))).get(0);
  }
}
