package org.laue.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laue.structure.Crystal;

class SeveralGrainsTest {
  private static final double HOT = 0.09;

  private static SeveralGrains found(Crystal crystal) {
    return SeveralGrains.find(crystal).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(
      value = LocalClass.class,
      names = {"UNKNOWN", "OTHER", "HEX_DIAMOND"},
      mode = EnumSource.Mode.EXCLUDE)
  void twoCrystalsThatAreTurnedAtRandomAreFound(LocalClass kind) {
    double edge = kind == LocalClass.DIAMOND ? 8 : 6;
    Crystal made =
        PeriodicBicrystal.of(
            kind, Samples.rotation(31), Samples.rotation(32), edge, edge, 2 * edge);
    for (Crystal crystal : new Crystal[] {made, Samples.shaken(made, 0.07, 33)}) {
      assertThat(found(crystal).grains()).hasSize(2).allMatch(grain -> grain.kind() == kind);
    }
  }

  /** Symmetric tilt about [001]; Sigma 5 is 36.87 degrees, Sigma 13 22.62. */
  @ParameterizedTest
  @CsvSource({
    "FCC, 3, 1, 36.87",
    "FCC, 3, 2, 22.62",
    "BCC, 2, 1, 36.87",
    "SC, 3, 1, 36.87",
    "DIAMOND, 3, 1, 36.87"
  })
  void tiltBoundariesAreMeasured(LocalClass kind, int h, int k, double degrees) {
    double a = Samples.cell(kind, 1).lattice().lengths()[0];
    double period = a * Math.sqrt(h * h + k * k);
    double[] turn = PeriodicBicrystal.frame(new double[] {0, 0, 1}, new double[] {h, k, 0});
    Crystal made =
        PeriodicBicrystal.of(
            kind, turn, PeriodicBicrystal.mirrored(turn), 3 * a, period, 4 * period);
    assertThat(found(made).degrees()).isCloseTo(degrees, within(0.5));
  }

  @ParameterizedTest
  @CsvSource({"FCC, 5", "DIAMOND, 3"})
  void twinsAreMeasured(LocalClass kind, int planes) {
    double a = Samples.cell(kind, 1).lattice().lengths()[0];
    double[] turn = PeriodicBicrystal.frame(new double[] {1, -1, 0}, new double[] {1, 1, 1});
    Crystal made =
        PeriodicBicrystal.of(
            kind,
            turn,
            PeriodicBicrystal.mirrored(turn),
            4 * a / Math.sqrt(2),
            2 * a * Math.sqrt(1.5),
            planes * a * 2 * Math.sqrt(3));
    assertThat(found(made).degrees()).isCloseTo(60, within(0.5));
  }

  /** Rock salt and caesium chloride: species are not looked at. */
  @ParameterizedTest
  @CsvSource({"SC, 3, 1", "BCC, 3, 1"})
  void compoundsHaveGrainsToo(LocalClass kind, int h, int k) {
    double a = Samples.cell(kind, 1).lattice().lengths()[0];
    double period = a * Math.sqrt(h * h + k * k);
    double[] turn = PeriodicBicrystal.frame(new double[] {0, 0, 1}, new double[] {h, k, 0});
    Crystal made =
        PeriodicBicrystal.of(
            kind, turn, PeriodicBicrystal.mirrored(turn), 4 * a, 2 * period, 4 * period);
    int[] numbers = made.atomicNumbers();
    for (int i = 0; i < numbers.length; i += 2) {
      numbers[i] = 17;
    }
    Crystal salt = Crystal.of(made.lattice(), numbers, made.fractional());
    assertThat(found(Samples.shaken(salt, 0.02, 38)).degrees()).isCloseTo(36.87, within(0.5));
  }

  @Test
  void grainsWithoutACellAreFound() {
    Bicrystal made = Bicrystal.of(LocalClass.BCC, 2.5, 16, 0.1, 34);
    SeveralGrains found = SeveralGrains.find(made.atoms()).orElseThrow();
    assertThat(found.grains()).hasSize(2);
    assertThat(found.degrees()).isCloseTo(made.degrees(), within(1.0));
  }

  @ParameterizedTest
  @EnumSource(
      value = LocalClass.class,
      names = {"UNKNOWN", "OTHER"},
      mode = EnumSource.Mode.EXCLUDE)
  void oneCrystalIsOneHoweverHotAndHoweverManyAtomsAreMissing(LocalClass kind) {
    for (int atoms : new int[] {70, 250, 700}) {
      Crystal whole = Samples.block(kind, 2.6, Math.sqrt(8 / 3.0), atoms);
      for (double missing : new double[] {0, 0.2, 0.5}) {
        Crystal thin = Samples.thinned(whole, missing, 36);
        assertThat(SeveralGrains.find(thin)).isEqualTo(Optional.empty());
        assertThat(SeveralGrains.find(Samples.shaken(thin, 2.6 * HOT, 35)))
            .isEqualTo(Optional.empty());
      }
    }
  }

  @Test
  void aDenseGasHasNoGrains() {
    assertThat(SeveralGrains.find(Samples.gas(500, Math.cbrt(500 * 12.5), 1.9, 37))).isEmpty();
  }
}
