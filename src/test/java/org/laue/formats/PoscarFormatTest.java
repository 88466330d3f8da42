package org.laue.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.structure.Crystal;

class PoscarFormatTest {
  private static final String CELL = "4 0 0\n0 4 0\n0 0 6\n";
  private static final String ATOMS = "0 0 0\n0.5 0.5 0.25\n0.5 0.5 0.75\n";

  @Test
  void versionFiveNamesItsElements() {
    Reading reading = poscar("rutile?", "1.0", CELL + "Ti O_s\n1 2\nDirect\n" + ATOMS);
    assertThat(reading.crystal().atomicNumbers()).containsExactly(22, 8, 8);
    assertThat(reading.structures.get(0).name()).isEqualTo("rutile?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ti O", "Ti1 O2", "Ti_sv O"})
  void versionFourTakesElementsFromTheComment(String comment) {
    Crystal crystal = poscar(comment, "1.0", CELL + "1 2\nDirect\n" + ATOMS).crystal();
    assertThat(crystal.atomicNumbers()).containsExactly(22, 8, 8);
  }

  @Test
  void versionFourTakesElementsFromBehindThePositions() {
    String atoms = "0 0 0 Ti\n0.5 0.5 0.25 O\n0.5 0.5 0.75 O\n";
    assertThat(poscar("any", "1.0", CELL + "1 2\nDirect\n" + atoms).crystal().atomicNumbers())
        .containsExactly(22, 8, 8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a crystal", "Ti2 O2", "Ti", "Ti O N", "selective T F"})
  void versionFourWithoutElementsIsRefusedWithARemedy(String comment) {
    assertThat(poscar(comment, "1.0", CELL + "1 2\nDirect\n" + ATOMS).reason())
        .contains("without element symbols", "above the atom counts", "line 8");
  }

  @ParameterizedTest
  @CsvSource({"2.0, 8, 8, 12", "-768, 8, 8, 12", "1 2 0.5, 4, 8, 3", "1.0d0 ! unit, 4, 4, 6"})
  void scaleIsAFactorAVolumeOrThreeFactors(String scale, double a, double b, double c) {
    Crystal crystal = poscar("x", scale, CELL + "Ti\n1\nCartesian\n1 2 3\n").crystal();
    assertThat(crystal.lattice().lengths()).containsExactly(new double[] {a, b, c}, within(1e-12));
    assertThat(crystal.fractional()).containsExactly(new double[] {.25, .5, .5}, within(1e-12));
  }

  @Test
  void selectiveDynamicsVelocitiesAndComments() {
    String text =
        CELL
            + "Ti O ! two kinds\n1 1\nSelective dynamics\nDirect\n0 0 0 T T F\n.5 .5 .5 F F F\n\n"
            + " 0.1E-02 0.2E-02 0.0E+00\n 0 0 0\n";
    assertThat(poscar("x", "1.0", text).crystal().fractional(1, 2)).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 'Ti\n2\nDirect\n0 0 0\n', ends after line 9 where atom 2",
    "1.0, 'Ti\n2\nDirect\n0 0 0\n0.5 nan 0\n', Position of atom 2 must be a number",
    "1.0, 'Ti\n2\nDirect\n0 0 0\n0.5 *** 0\n', (line 10)",
    "1.0, 'Ti\n2\nDirect\n0 0 0\n1.0 1.0 0.001\n', on one place: 0.0060 A",
    "1.0, 'Ti O\n2\nDirect\n0 0 0\n', 2 element symbols but 1 atom counts",
    "1.0, 'Ti Qx\n1 1\nDirect\n', Unknown element 'Qx'",
    "1.0, 'Ti\n-2\nDirect\n0 0 0\n', Atom counts must be 0 or more",
    "1.0, 'Ti\n999999999\nDirect\n0 0 0\n', 2000000 in all",
    "1.0, 'Ti\n0\nDirect\n', Expected atom counts",
    "1.0, 'Ti\n2\n0 0 0\n0.5 0.5 0.5', Expected Direct or Cartesian",
    "0, 'Ti\n1\nDirect\n0 0 0\n', Scale must not be 0",
    "big, 'Ti\n1\nDirect\n0 0 0\n', Scale must be a number",
    "1 -1 1, 'Ti\n1\nDirect\n0 0 0\n', Three scale factors must be positive"
  })
  void mistakesAreNamedWithTheirPlace(String scale, String rest, String reason) {
    assertThat(poscar("x", scale, CELL + rest).reason()).contains(reason);
  }

  @Test
  void aCellWithoutVolumeIsRefused() {
    String text = "4 0 0\n8 0 0\n0 0 6\nTi\n1\nDirect\n0 0 0\n";
    assertThat(poscar("x", "1.0", text).reason()).contains("span no volume");
    assertThat(poscar("x", "-100", text).reason()).contains("span no volume");
  }

  private static Reading poscar(String comment, String scale, String rest) {
    return Reading.of("run/CONTCAR_1", comment + "\n" + scale + "\n" + rest);
  }
}
