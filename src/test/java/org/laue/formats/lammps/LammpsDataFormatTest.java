package org.laue.formats.lammps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.formats.Reading;
import org.laue.formats.io.ParsedStructure;

class LammpsDataFormatTest {
  private static final String HEADER =
      "a title\n\n"
          + "2 atoms\n"
          + "2 atom types\n\n"
          + "0 4 xlo xhi\n"
          + "0 5 ylo yhi\n"
          + "0 6 zlo zhi\n"
          + "1 0 0 xy xz yz\n\n";
  private static final String MASSES = "Masses\n\n1 55.845 # Fe\n2 16\n\n";
  private static final String ATOMS =
      "Atoms # atomic\n\n2 2 1 2 3 0 0 1\n1 1 0 0 0 0 0 0\n\nVelocities\n\n1 0 0 0\n2 0 0 0\n";

  @Test
  void cellElementsAndPositionsAreRead() {
    Reading reading = Reading.of("iron.lmp", HEADER + MASSES.replace("16\n", "16 # O\n") + ATOMS);
    assertThat(reading.crystal().atomicNumbers()).containsExactly(26, 8);
    assertThat(reading.crystal().lattice().rows()).containsExactly(4, 0, 0, 1, 5, 0, 0, 0, 6);
    assertThat(reading.structures.get(0).warnings()).isEmpty();
    assertThat(reading.structures.get(0).properties()).containsEntry("comment", "a title");
  }

  @Test
  void massesNameElementsAndSaySo() {
    ParsedStructure structure = Reading.of("data.x", HEADER + MASSES + ATOMS).structures.get(0);
    assertThat(structure.atoms().atomicNumbers()).containsExactly(26, 8);
    assertThat(structure.warning()).contains("masses");
    ParsedStructure types = Reading.of("data.x", HEADER + ATOMS).structures.get(0);
    assertThat(types.kind()).isEqualTo(ParsedStructure.Kind.UNNAMED_SPECIES);
  }

  @Test
  void typesMayHaveLabels() {
    String text =
        HEADER
            + "Atom Type Labels\n\n1 Fe\n2 O\n\n"
            + ATOMS.replace("2 2 1", "2 O 1").replace("1 1 0", "1 Fe 0");
    assertThat(Reading.of("a.lmp", text).crystal().atomicNumbers()).containsExactly(26, 8);
  }

  @ParameterizedTest
  @CsvSource({
    "'Atoms', '1 1 0 0 0', '2 2 1 2 3'",
    "'Atoms # charge', '1 1 -0.5 0 0 0', '2 2 0.5 1 2 3'",
    "'Atoms', '1 1 -0.5 0 0 0', '2 2 0.5 1 2 3'",
    "'Atoms', '1 7 1 0 0 0', '2 7 2 1 2 3'",
    "'Atoms # full', '1 7 1 0.1 0 0 0', '2 7 2 0.1 1 2 3'"
  })
  void everyUsualStyleIsRead(String title, String first, String second) {
    String text = HEADER + MASSES + title + "\n\n" + first + "\n" + second + "\n";
    assertThat(Reading.of("a.lmp", text).crystal().cartesian()).endsWith(1, 2, 3);
    assertThat(Reading.of("a.lmp", text).crystal().atomicNumbers()).containsExactly(26, 8);
  }

  @ParameterizedTest
  @CsvSource({
    "'2 atoms', '3 atoms', 'announces 3 atoms, but 2 follow'",
    "'0 4 xlo xhi', '4 4 xlo xhi', 'span no volume'",
    "'# atomic', '# peri', 'Style of atoms must be one of'",
    "'1 1 0 0 0', '1 1 0 0 x', 'Position must be a number, was ''x'''",
    "'1 55.845', '1 2 55.845', 'A mass must be'"
  })
  void aBrokenFileIsRejected(String good, String bad, String reason) {
    String text = (HEADER + MASSES + ATOMS).replace(good, bad);
    assertThat(Reading.of("a.lmp", text).reason()).contains(reason);
  }

  @Test
  void aBoxMayHaveEdgesOfAnyDirection() {
    String text =
        "title\n\n1 atoms\n1 atom types\n2 2 0 avec\n0 2 2 bvec\n2 0 2 cvec\n1 1 1 abc origin\n\n"
            + "Masses\n\n1 58.69\n\nAtoms # atomic\n\n1 1 0 0 0\n";
    assertThat(Reading.of("a.lmp", text).crystal().lattice().rows())
        .containsExactly(2, 2, 0, 0, 2, 2, 2, 0, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 xlo xhi | 4 xxlo | The box is missing",
        "2 atom types | 1 atom types | Atom type 2, but the file announces 1",
        "2 atoms | two atoms | No line 'N atoms'"
      })
  void whatIsMissingIsNamed(String part, String instead, String reason) {
    String text = HEADER + MASSES + ATOMS;
    assertThat(text).contains(part);
    assertThat(Reading.of("a.lmp", text.replace(part, instead)).reason()).contains(reason);
  }
}
