package org.laue.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.UserException;
import org.laue.learning.training.ScalarTask;

/** Every setting is found wrong before a step begins. */
class StudyPlanTest {

  private static StudyPlan plan(String... settings) {
    return StudyPlan.of(StudyConfigs.load(null, List.of(settings)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "study.name=\" \"",
        "study.output=\"\"",
        "study.partitions=-1",
        "study.time-limit=0",
        "study.descriptor=soap",
        "task.numbers=[\"gap eV\", \"gap eV\"]",
        "pointcloud.max-miller=5",
        "pointcloud.symprec=0",
        "pointcloud.probe=electron",
        "pointcloud.intensities=half",
        "pointcloud.noise=-1",
        "pointcloud.noise=Infinity",
        "pointcloud.dropped=1",
        "train.sides=split",
        "classes=\"no such scheme\"",
        "prototypes.size=-1",
        "prototypes.proportions=\"bcc=many\"",
        "prototypes.tier=some",
        "ingest.symprec=NaN",
        "ingest.symprec=Infinity",
        "ingest.angle-tolerance=NaN",
        "fingerprint.target-atoms=0",
        "fingerprint.inner-radius=NaN",
        "fingerprint.outer-radius=3",
        "fingerprint.outer-radius=Infinity",
        "fingerprint.bond-length=longest",
        "fingerprint.cell-symprec=NaN",
        "fingerprint.real-cell-symprec=-0.1",
        "defects.displacements=[NaN]",
        "defects.vacancies=[2]",
        "defects.vacancies=[0.1, 0.10]",
        "defects.substitutions=[\"0.5 bronze\"]",
        "defects.other=[\"vacancy\"]",
        "defects.replicates=0",
        "train.test-fraction=1",
        "train.test-fraction=NaN",
        "train.near-duplicate=-1",
        "train.near-duplicate=NaN",
        "train.epochs=0",
        "train.epochs=2000000000",
        "train.batch-size=0",
        "train.learning-rate=NaN",
        "train.learning-rate=0",
        "train.learning-rate=Infinity",
        "train.workers=0",
        "train.averaging-frequency=0",
        "train.early-stopping=-1",
        "train.early-stopping=2",
        "train.length-jitter=1",
        "train.background=1",
        "train.background=NaN",
        "train.least-share=NaN",
        "train.share=0",
        "train.share=NaN",
        "train.share=0.5",
        "evaluate.peer-columns=[\"gap\"]",
        "baseline.settings=[]",
        "baseline.settings=[tight, tight]",
        "baseline.compat=[v3]",
        "evaluate.examples-per-class=-1"
      })
  void aSettingWithoutMeaningIsRefusedWithItsKey(String setting) {
    String key = setting.substring(0, setting.indexOf('='));
    assertThatThrownBy(() -> plan(setting))
        .isInstanceOf(UserException.class)
        .message()
        .satisfiesAnyOf(
            message -> assertThat(message).contains(key),
            message ->
                assertThat(message)
                    .contains(key.substring(key.indexOf('.') + 1))
                    .contains("(" + key.substring(0, key.indexOf('.')) + ")"),
            message -> assertThat(message).containsIgnoringCase(plainWords(key)));
  }

  /** Rules of the science rooms speak of {@code targetAtoms} or {@code Detector ring}. */
  private static String plainWords(String key) {
    return switch (key) {
      case "fingerprint.inner-radius", "fingerprint.outer-radius" -> "Detector ring";
      case "fingerprint.target-atoms" -> "fingerprint targetAtoms";
      case "pointcloud.max-miller",
          "pointcloud.symprec",
          "pointcloud.noise",
          "pointcloud.dropped" ->
          key.replace('.', ' ');
      case "defects.vacancies", "baseline.settings", "task.numbers" -> "names a value twice";
      case "classes" -> "no such scheme";
      default -> key;
    };
  }

  @Test
  void aNetworkThatCannotSeeTheDescriptorIsRefusedWhereOneIsNeeded() {
    StudyPlan clouds = plan("study.descriptor=pointcloud");
    assertThat(clouds.descriptor().shape()).containsExactly(343, 4);
    assertThatThrownBy(clouds::network)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("convnet looks at images");
    assertThatThrownBy(plan("train.network=resnet")::network)
        .hasMessageContaining("No network is called 'resnet'");
  }

  @Test
  void everyAblationIsAStudyOfItsOwn() {
    Path file = Path.of("conf/deepknet-ablations.conf");
    StudyPlan plan = StudyPlan.of(StudyConfigs.load(file, List.of()));
    List<StudyPlan> studies =
        plan.sweep().entries().stream()
            .map(
                entry -> entry.settings().isEmpty() ? List.<String>of() : List.of(entry.settings()))
            .map(settings -> StudyPlan.of(StudyConfigs.load(file, settings)))
            .toList();
    assertThat(studies).hasSize(14);
    assertThat(studies.get(0).descriptor()).isEqualTo(plan.descriptor());
    assertThat(studies.stream().map(StudyPlan::descriptor)).doesNotHaveDuplicates();
    assertThat(studies.stream().map(study -> study.descriptor().shape()[0]))
        .containsOnly(343, 125, 27, 4, 3);
    assertThat(studies)
        .allSatisfy(study -> assertThat(study.network().name()).isEqualTo("pointnet"));
  }

  @Test
  void everySensitivityIsAStudyOfItsOwnBesideTheFiles() {
    Path file = Path.of("conf/sensitivity.conf");
    List<Sweep.Entry> entries = StudyPlan.of(StudyConfigs.load(file, List.of())).sweep().entries();
    List<StudyPlan> changed =
        entries.stream()
            .filter(entry -> !entry.settings().isEmpty())
            .map(entry -> StudyPlan.of(StudyConfigs.load(file, List.of(entry.settings()))))
            .toList();
    assertThat(entries).hasSize(19).hasSize(changed.size() + 5);
    assertThat(changed.stream().map(plan -> List.of(plan.descriptor(), plan.prototypes())))
        .doesNotHaveDuplicates();
    assertThat(changed.stream().map(plan -> plan.classes().labels().size())).containsOnly(2, 4, 7);
  }

  @Test
  void aStudyAloneIsASweepOfOne() {
    assertThat(plan().sweep().entries())
        .extracting(Sweep.Entry::name, Sweep.Entry::settings)
        .containsExactly(tuple("study", ""));
    assertThatThrownBy(() -> plan("study.sweep=[\"a b\", \"A-b: study.seed=2\"]").sweep())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> plan("study.sweep=[\": study.seed=2\"]").sweep())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("NAME: KEY = VALUE");
  }

  @Test
  void aGridIsEveryCombinationOfItsValues() {
    Sweep sweep =
        plan("study.grid=[\"atoms: fingerprint.target-atoms = [64, 128]\","
                + " \"scale: fingerprint.bond-length = [first-shell]\","
                + " \"shaken: defects.displacements = [[], [0.1, 0.2]]\"]")
            .sweep();
    assertThat(sweep.entries())
        .extracting(Sweep.Entry::name)
        .containsExactly(
            "atoms 64 scale first-shell shaken []",
            "atoms 64 scale first-shell shaken [0.1,0.2]",
            "atoms 128 scale first-shell shaken []",
            "atoms 128 scale first-shell shaken [0.1,0.2]");
    Sweep.Entry last = sweep.entries().get(3);
    assertThat(last.values().entrySet())
        .extracting(Object::toString)
        .containsExactly("atoms=128", "scale=first-shell", "shaken=[0.1,0.2]");
    StudyConfig set = StudyConfigs.load(null, List.of(last.settings()));
    assertThat(set.fingerprint().targetAtoms()).isEqualTo(128);
    assertThat(set.fingerprint().bondLength()).isEqualTo("first-shell");
    assertThat(set.defects().displacements()).containsExactly(0.1, 0.2);
  }

  @Test
  void aGridThatIsNoneIsRefused() {
    for (String axis :
        List.of(
            "a", "a: ", "a: study.seed = 1", "a: study.seed = []", ": study.seed = [1]", "a: {")) {
      assertThatThrownBy(() -> plan("study.grid=[\"" + axis + "\"]").sweep())
          .as(axis)
          .isInstanceOf(UserException.class)
          .hasMessageContaining("NAME: KEY = [VALUES]");
    }
    assertThatThrownBy(
            () -> plan("study.grid=[\"a: study.seed = [1]\"]", "study.sweep=[b]").sweep())
        .hasMessageContaining("not both");
    assertThatThrownBy(
            () -> plan("study.grid=[\"a: study.seed = [1]\", \"a: train.seed = [1]\"]").sweep())
        .hasMessageContaining("twice");
  }

  @Test
  void theGridOfTheExamplesPlansHalfAMillionVariants() {
    StudyPlan plan = StudyPlan.of(StudyConfigs.load(Path.of("conf/sweep-grid.conf"), List.of()));
    long asked =
        Math.round(plan.prototypes().proportions().size() * plan.config().train().testFraction());
    long each = 1 + (plan.conditions().size() - 1L) * plan.config().defects().replicates();
    assertThat(plan.sweep().entries().size() * asked * each).isEqualTo(499_800);
  }

  @Test
  void numbersHaveANameAndAUnit() {
    StudyPlan plan = plan("task.numbers=[\"_mp_band_gap eV\", \"volume_per_atom\"]");
    assertThat(plan.asksForNumbers()).isTrue();
    assertThat(((ScalarTask) plan.task()).scalars())
        .containsExactly(
            new ScalarTask.Scalar("_mp_band_gap", "eV"),
            new ScalarTask.Scalar("volume_per_atom", ""));
  }

  @Test
  void theDefaultsAreSound() {
    StudyPlan plan = plan();
    assertThat(plan.asksForNumbers()).isFalse();
    assertThat(plan.network().name()).isEqualTo("convnet");
    assertThat(plan.conditions().get(0).canonical()).isEqualTo("pristine");
    assertThat(plan.conditions()).hasSize(1 + 7 + 7 + 2);
    assertThat(plan.config().train().workers()).isEqualTo(2);
    assertThat(plan.exampleDefects(3))
        .containsExactly("pristine", "displacement 0.06", "vacancy 0.4");
  }

  @ParameterizedTest
  @CsvSource({
    "deepknet-system, '', pointnet-equivalents, 27, 4",
    "deepknet-metal, _mp_band_gap, pointnet-powder, 125, 5",
    "deepknet-k, _mp_bulk_modulus_vrh, pointnet, 125, 5",
    "deepknet-g, _mp_shear_modulus_vrh, pointnet, 125, 5",
    "deepknet-stability, _mp_energy_above_hull, pointnet, 343, 4"
  })
  void studiesOfFilesLearnFromWhatTheyName(
      String name, String property, String network, int points, int values) {
    StudyPlan plan =
        StudyPlan.of(
            StudyConfigs.load(
                Path.of("conf", name + ".conf"), List.of("ingest.inputs = [crystals.json]")));
    assertThat(plan.learnsFromFiles()).isTrue();
    assertThat(plan.asksSymmetryFinder()).isFalse();
    assertThat(plan.labelProperty()).isEqualTo(property);
    assertThat(plan.network().name()).isEqualTo(network);
    assertThat(plan.network()).extracting("points").isEqualTo(points);
    assertThat(plan.descriptor().shape()).containsExactly(points, values);
  }
}
