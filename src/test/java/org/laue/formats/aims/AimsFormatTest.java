package org.laue.formats.aims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.formats.Reading;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;

class AimsFormatTest {
  private static final String CELL =
      "# cell\nlattice_vector 4 0 0\nlattice_vector 0 4 0 # b\nlattice_vector 0. 0. 6.d0\n";

  @Test
  void cartesianAndFractionalAtomsMayMixAndVectorsMayFollow() {
    String atoms = "atom_frac 0.5 0.5 0.5 Fe_up\n  initial_moment 2.5\natom 1.0 2.0 3.0 O1\n";
    Crystal crystal = Reading.of("geometry.in", atoms + CELL).crystal();
    assertThat(crystal.atomicNumbers()).containsExactly(26, 8);
    assertThat(crystal.fractional())
        .containsExactly(new double[] {.5, .5, .5, .25, .5, .5}, within(1e-12));
  }

  @Test
  void withoutVectorsItIsACluster() {
    Reading reading = Reading.of("a.geometry.in", "atom 0 0 0 O\natom 0 0 0.96 H\n");
    assertThat(reading.structures.get(0).atoms()).isInstanceOf(Cluster.class);
    assertThat(reading.structures.get(0).name()).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({
    "atom 0 0 0 Xx, Unknown element 'Xx'",
    "atom 0 0 inf Fe, Coordinate must be a number",
    "atom 0 0 Fe, needs 3 coordinates and a species",
    "atom 0 0 1e9 Fe, must lie within",
    "atomm 0 0 0 Fe, Unknown keyword 'atomm'",
    "lattice_vector 1 0 0, A fourth lattice_vector"
  })
  void mistakesAreNamedWithTheirLine(String line, String reason) {
    assertThat(Reading.of("geometry.in", CELL + line + "\n").reason()).contains(reason, "line 5");
  }

  @Test
  void twoVectorsAreRefused() {
    String text = CELL.substring(0, CELL.lastIndexOf("lattice")) + "atom 0 0 0 Fe\n";
    assertThat(Reading.of("geometry.in", text).reason()).contains("2 lattice_vector lines");
    assertThat(Reading.of("geometry.in", "atom_frac 0 0 0 Fe\n").reason()).contains("were none");
    assertThat(Reading.of("geometry.in", CELL).reason()).contains("at least one atom");
  }

  @Test
  void anAtomBehindASettingInOneLineIsNotLost() {
    String text = "atom 0 0 0 Na\n  initial_moment 1.0atom 2 2 2 Cl\n";
    assertThat(Reading.of("geometry.in", text).reason())
        .contains("initial_moment needs one number", "line 2");
    assertThat(Reading.of("geometry.in", text.replace("1.0atom", "1.0\natom")).structures)
        .hasSize(1);
  }
}
