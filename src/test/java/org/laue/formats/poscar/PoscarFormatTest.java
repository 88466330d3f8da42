package org.laue.formats.poscar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.formats.Reading;
import org.laue.formats.io.ParsedStructure;
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
  void versionFourWithoutElementsTellsKindsApartAndSaysSo(String comment) {
    Reading reading = poscar(comment, "1.0", CELL + "1 2\nDirect\n" + ATOMS);
    ParsedStructure structure = reading.structures.get(0);
    assertThat(structure.atoms().atomicNumbers()).containsExactly(1, 2, 2);
    assertThat(structure.formula()).isEqualTo("AB2");
    assertThat(structure.warning()).contains("no element symbols");
    assertThatThrownBy(structure::requireElements)
        .hasMessageContaining("without element symbols")
        .hasMessageContaining("above the atom counts");
  }

  @Test
  void symbolsOutOfTheCommentAreSaid() {
    Reading reading = poscar("Ti O", "1.0", CELL + "1 2\nDirect\n" + ATOMS);
    assertThat(reading.structures.get(0).warning()).contains("comment line, 'Ti O'");
    assertThat(reading.structures.get(0).requireElements().formula()).isEqualTo("O2Ti");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ti1 O1 O2", "Ti4+ O2- O2-", "Ti_sv O_s O.2", "Ti/5f O/ O:b", "TI1 O O"})
  void numberedAndChargedSpeciesAreTheirElement(String symbols) {
    Crystal crystal = poscar("x", "1.0", CELL + symbols + "\n1 1 1\nDirect\n" + ATOMS).crystal();
    assertThat(crystal.atomicNumbers()).containsExactly(22, 8, 8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ti0.5Zr0.5", "Ti,Zr", "TiZr", "M1"})
  void mixedOrUnknownSpeciesAreRefused(String symbol) {
    assertThat(poscar("x", "1.0", CELL + symbol + "\n1\nDirect\n0 0 0\n").reason())
        .contains("Unknown element '" + symbol + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "'0 0 0\n.5 .5 .5\n.5 0 0\n', 2 more positions follow",
    "'0 0 0\n\n.5 .5 .5\n.5 0 0\n', '2 rows follow behind a blank line'"
  })
  void morePositionsThanCountsAreRefusedWithBothNumbers(String atoms, String reason) {
    assertThat(poscar("x", "1.0", CELL + "Ti\n1\nDirect\n" + atoms).reason())
        .contains("give 1 atoms", reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n 0.1E-02 0 0\n 0 0 0\n\n1\n 0.5\n 0 0 0 0\n 1 1 1\n 2 2 2\n 3 3 3\n",
        "Lattice velocities and vectors\n  1\n 0 0 0\n 0 0 0\n 0 0 0\n 4 0 0\n 0 4 0\n 0 0 6\n",
        "Cartesian\n 0.1 0.2 0.3\n 0 0 0\n",
        "\n  4  4  4\n 0.1 0.2 0.3 0.4 0.5\n 0.1 0.2 0.3 0.4 0.5\n",
        "\n  \n"
      })
  void whatVaspPutsBehindPositionsIsPassedOver(String behind) {
    String text = CELL + "Ti O\n1 1\nDirect\n0 0 0\n.5 .5 .5\n" + behind;
    assertThat(poscar("x", "1.0", text).crystal().atomCount()).isEqualTo(2);
  }

  @Test
  void everyFrameOfATrajectoryIsRead() {
    String frames =
        "Direct configuration=     1\n0 0 0\n.5 .5 .5\nDirect configuration=     2\n0 0 .1\n"
            + ".5 .5 x\nDirect configuration=     3\n0 0 .2\n.5 .5 .7\n";
    Reading reading = Reading.of("run/XDATCAR", "melt\n1\n" + CELL + "Ti O\n1 1\n" + frames);
    assertThat(reading.structures).extracting(ParsedStructure::position).containsExactly(1, 3);
    assertThat(reading.structures.get(1).name()).isEqualTo("melt-3");
    assertThat(((Crystal) reading.structures.get(1).atoms()).fractional(0, 2)).isEqualTo(0.2);
    assertThat(reading.reason()).contains("Position of atom 2 must be a number", "line 13");
  }

  @Test
  void aTrajectoryOfChangingCellsRepeatsItsHeader() {
    String one = "\n1\n" + CELL + "Ti O\n1 1\nDirect configuration=  1\n0 0 0\n.5 .5 .5\n";
    Reading reading = Reading.of("XDATCAR", "1" + one + "1" + one.replace("4 0 0", "5 0 0"));
    assertThat(reading.rejects).isEmpty();
    assertThat(reading.structures)
        .extracting(s -> ((Crystal) s.atoms()).lattice().lengths()[0])
        .containsExactly(4.0, 5.0);
  }

  @Test
  void structuresOneBehindTheOtherAreAllRead() {
    String one = "first\n1.0\n" + CELL + "Ti\n1\nDirect\n0 0 0\n";
    Reading reading = Reading.of("POSCAR", one + "\n" + one.replace("first", "second"));
    assertThat(reading.structures).hasSize(2);
    assertThat(reading.rejects).isEmpty();
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

  @Test
  void symbolsBehindPositionsThatContradictThoseAboveAreSaid() {
    String atoms = "0 0 0 Ti\n0.5 0.5 0.25 O\n0.5 0.5 0.75 N\n";
    ParsedStructure structure =
        poscar("any", "1.0", CELL + "Ti O\n1 2\nDirect\n" + atoms).structures.get(0);
    assertThat(structure.atoms().formula()).isEqualTo("O2Ti");
    assertThat(structure.warning()).contains("1 atoms have another symbol");
  }

  @Test
  void commentsMayFollowInAnyLine() {
    String text = CELL + "Ti O ! species\n1 2 # counts\nDirect\n" + ATOMS;
    assertThat(poscar("any", "1.0 ! scale", text).crystal().atomicNumbers())
        .containsExactly(22, 8, 8);
  }
}
