package org.laue.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.defects.DefectSpec;
import org.laue.descriptors.image.ClusterPreparation;
import org.laue.descriptors.image.FingerprintGenerator;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.PreparedCluster;
import org.laue.learning.CrystalModel;
import org.laue.learning.ModelFiles;
import org.laue.learning.training.Answers;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;
import org.laue.structure.Element;
import org.laue.structure.Lattice;
import org.laue.symmetry.Prototype;

/** What the model that comes with Laue answers to crystals as they are at room temperature. */
class ShippedModelTest {
  /** Rms displacement per component is the root of B over this. */
  /** The gate is drawn where one of a hundred broken training crystals is outside. */
  private static final String DOUBTED = "In";

  private static final double EIGHT_PI_SQUARED = 8 * Math.PI * Math.PI;

  private static final double[] FCC = {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0};
  private static final double[] BCC = {0, 0, 0, .5, .5, .5};
  private static final double[] HCP = {1 / 3., 2 / 3., .25, 2 / 3., 1 / 3., .75};

  private static final Map<String, Integer> GROUPS =
      Map.of("bcc", 229, "fcc", 225, "hcp", 194, "diamond", 227);

  private static CrystalModel model;
  private static FingerprintGenerator generator;

  /**
   * A structure.
   *
   * @param spaceGroup that it is known to have
   * @param warned whether so little is left of it that a warning is in place
   */
  private record Known(String name, Crystal atoms, int spaceGroup, boolean warned) {
    String label() {
      return ClassScheme.paper().ofSpaceGroup(spaceGroup).orElseThrow().label();
    }
  }

  @BeforeAll
  static void load() throws IOException {
    model = CrystalModel.load(ModelFiles.resources("/org/laue/learning/shipped"));
    generator =
        new FingerprintGenerator(FingerprintParameters.ofMap(model.fingerprintParameters()));
  }

  static Stream<Prototype> prototypes() {
    return Prototype.elements().stream();
  }

  @ParameterizedTest
  @MethodSource("prototypes")
  void everyClassIsRecognisedAtAnyLengthScaleWithinSixPercent(Prototype prototype) {
    PreparedCluster whole =
        ClusterPreparation.prepare(prototype.primitive(), generator.parameters());
    String label = ClassScheme.paper().ofSpaceGroup(prototype.spaceGroup()).orElseThrow().label();
    for (double scale : new double[] {0.94, 0.96, 0.98, 1, 1.02, 1.04, 1.06}) {
      float[] image = generator.of(whole.cluster(), scale * whole.bondLengthAngstrom()).pixels();
      float[] probabilities = model.probabilities(new float[][] {image})[0];
      String answer = model.labels().get(Answers.mostProbable(probabilities));
      assertThat(answer).as(prototype.name() + " at scale " + scale).isEqualTo(label);
    }
  }

  @Test
  void sixtyThermalAndBrokenCrystalsAreRecognised() throws IOException {
    List<Known> asked = new ArrayList<>(atRoomTemperature());
    assertThat(asked).hasSizeGreaterThanOrEqualTo(40);
    for (Prototype prototype : Prototype.elements()) {
      asked.add(
          broken(prototype, "vacancy 0.4 + displacement 0.05", DOUBTED.equals(prototype.name())));
    }
    for (Prototype prototype : Prototype.elements().subList(0, 2)) {
      asked.add(broken(prototype, "vacancy 0.6 + displacement 0.1", true));
    }
    assertThat(asked).hasSize(60);
    List<String> wrong = new ArrayList<>();
    Laue laue = Laue.load();
    for (Known known : asked) {
      Answer answer = laue.classify(known.atoms());
      boolean right =
          answer.verdict().label().equals(known.label())
              && answer.spaceGroup().orElse(0) == known.spaceGroup()
              && (known.warned() || answer.warnings().isEmpty());
      if (!right) {
        wrong.add(known.name() + ": " + answer);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Supercells of the elements in the table, displaced by their Debye-Waller factors. */
  private static List<Known> atRoomTemperature() throws IOException {
    List<Known> crystals = new ArrayList<>();
    try (InputStream in = ShippedModelTest.class.getResourceAsStream("room-temperature.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          crystals.add(warm(line.split("\\s*\\|\\s*")));
        }
      }
    }
    return crystals;
  }

  private static Known warm(String[] fields) {
    double a = Double.parseDouble(fields[2]);
    double c = Double.parseDouble(fields[3]);
    double sigma = Math.sqrt(Double.parseDouble(fields[4]) / EIGHT_PI_SQUARED);
    int number = Element.ofSymbol(fields[0]).atomicNumber();
    Crystal supercell =
        switch (fields[1]) {
          case "bcc" -> cell(number, a, a, 90, BCC).supercell(4, 4, 4);
          case "fcc" -> cell(number, a, a, 90, FCC).supercell(3, 3, 3);
          case "hcp" -> cell(number, a, c, 120, HCP).supercell(5, 5, 3);
          default -> cell(number, a, a, 90, diamond()).supercell(3, 3, 3);
        };
    DefectSpec motion = DefectSpec.parse("displacement " + sigma, "");
    return new Known(fields[0], motion.apply(supercell, number), GROUPS.get(fields[1]), false);
  }

  private static double[] diamond() {
    double[] sites = new double[24];
    for (int i = 0; i < 12; i++) {
      sites[i] = FCC[i];
      sites[12 + i] = FCC[i] + .25;
    }
    return sites;
  }

  private static Crystal cell(int number, double a, double c, double gamma, double[] sites) {
    int[] numbers = new int[sites.length / 3];
    java.util.Arrays.fill(numbers, number);
    return Crystal.of(Lattice.ofParameters(a, a, c, 90, 90, gamma), numbers, sites);
  }

  private static Known broken(Prototype prototype, String defect, boolean warned) {
    Crystal supercell = prototype.primitive().supercell(5, 5, 5);
    Crystal atoms = DefectSpec.parse(defect, "").apply(supercell, 11);
    return new Known(prototype.name() + ", " + defect, atoms, prototype.spaceGroup(), warned);
  }
}
