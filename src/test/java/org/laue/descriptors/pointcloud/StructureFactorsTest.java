package org.laue.descriptors.pointcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class StructureFactorsTest {
  /** A cell of the fixture with some of its reflections: h, k, l, |F|^2. */
  private record Case(Crystal crystal, List<double[]> reflections) {}

  @Test
  void intensitiesOfTwoHundredCellsAreThoseOfPymatgen() throws IOException {
    List<Case> cases = cases();
    assertThat(cases).hasSize(200);
    int compared = 0;
    for (Case one : cases) {
      StructureFactors factors = new StructureFactors(one.crystal, Radiation.XRAY, 4);
      double volume = one.crystal.lattice().volume();
      for (double[] r : one.reflections) {
        double ours = factors.intensity((int) r[0], (int) r[1], (int) r[2]) * volume * volume;
        assertThat(ours).isCloseTo(r[3], within(1e-5 * r[3] + 1e-3));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(1500);
  }

  @Test
  void theOriginIsTheSquaredElectronDensity() {
    Crystal salt =
        Crystal.of(
            Lattice.ofRows(5.64, 0, 0, 0, 5.64, 0, 0, 0, 5.64),
            new int[] {11, 17},
            new double[] {0, 0, 0, 0.5, 0.5, 0.5});
    double density = 28 / Math.pow(5.64, 3);
    assertThat(new StructureFactors(salt, Radiation.XRAY, 1).intensity(0, 0, 0))
        .isCloseTo(density * density, within(1e-12));
  }

  @Test
  void aCentredCellHasAbsences() {
    Crystal iron =
        Crystal.of(
            Lattice.ofRows(2.87, 0, 0, 0, 2.87, 0, 0, 0, 2.87),
            new int[] {26, 26},
            new double[] {0, 0, 0, 0.5, 0.5, 0.5});
    StructureFactors factors = new StructureFactors(iron, Radiation.NEUTRON, 2);
    assertThat(factors.intensity(1, 0, 0)).isLessThan(1e-25);
    assertThat(factors.intensity(1, 1, 0))
        .isCloseTo(Math.pow(2 * 9.45 / Math.pow(2.87, 3), 2), within(1e-9));
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    List<double[]> atoms = new ArrayList<>();
    List<double[]> reflections = new ArrayList<>();
    double[] cell = null;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                StructureFactorsTest.class.getResourceAsStream("structure-factors.txt"),
                StandardCharsets.US_ASCII))) {
      for (String line : lines.lines().filter(l -> !l.startsWith("#")).toList()) {
        String[] words = line.split(" ");
        double[] numbers =
            Arrays.stream(words, 1, words.length).mapToDouble(Double::parseDouble).toArray();
        switch (words[0]) {
          case "cell" -> {
            if (cell != null) {
              cases.add(new Case(crystal(cell, atoms), List.copyOf(reflections)));
            }
            cell = numbers;
            atoms.clear();
            reflections.clear();
          }
          case "atom" -> atoms.add(numbers);
          default -> reflections.add(numbers);
        }
      }
    }
    cases.add(new Case(crystal(cell, atoms), reflections));
    return cases;
  }

  private static Crystal crystal(double[] c, List<double[]> atoms) {
    return Crystal.of(
        Lattice.ofParameters(c[0], c[1], c[2], c[3], c[4], c[5]),
        atoms.stream().mapToInt(a -> (int) a[0]).toArray(),
        atoms.stream().flatMapToDouble(a -> Arrays.stream(a, 1, 4)).toArray());
  }
}
