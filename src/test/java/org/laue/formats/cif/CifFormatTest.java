package org.laue.formats.cif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.formats.FileLabels;
import org.laue.formats.Reading;
import org.laue.formats.StructureFiles;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.structure.Crystal;

class CifFormatTest {
  private static final String CELL =
      """
      data_x
      _cell_length_a 4.0
      _cell_length_b 4.0
      _cell_length_c 6.0
      _cell_angle_alpha 90
      _cell_angle_beta 90
      _cell_angle_gamma 120
      """;

  private static final String SITES =
      """
      loop_
      _atom_site_label
      _atom_site_fract_x
      _atom_site_fract_y
      _atom_site_fract_z
      """;

  @Test
  void everyDataBlockIsAStructureAndABrokenOneLosesNothingElse() throws IOException {
    Reading reading = several();
    assertThat(reading.structures)
        .extracting(ParsedStructure::name)
        .containsExactly("rutile", "magnesium");
    assertThat(reading.structures).extracting(ParsedStructure::position).containsExactly(1, 3);
    assertThat(reading.rejects).extracting(Reject::position).containsExactly(2);
    assertThat(reading.reason()).contains("'broken'", "7 values for 4 columns", "line");
  }

  @Test
  void operationsMakeTheCellAndSpecialPositionsAreMerged() throws IOException {
    ParsedStructure rutile = several().structures.get(0);
    assertThat(rutile.atoms().formula()).isEqualTo("O2Ti");
    assertThat(rutile.atoms().atomCount()).isEqualTo(6);
    assertThat(FileLabels.spaceGroup(rutile)).hasValue(136);
    assertThat(((Crystal) rutile.atoms()).lattice().lengths())
        .containsExactly(new double[] {4.594, 4.594, 2.959}, within(1e-12));
    assertThat(((Crystal) rutile.atoms()).fractional())
        .containsExactly(
            new double[] {
              0, 0, 0, .5, .5, .5, .305, .305, 0, .695, .695, 0, .195, .805, .5, .805, .195, .5
            },
            within(1e-12));
  }

  @Test
  void aRoundedCoordinateOnASpecialPositionBecomesExact() {
    String operations = "loop_\n_space_group_symop_operation_xyz\nx,y,z\n-y,x-y,z\n-x+y,-x,z\n";
    Crystal crystal =
        Reading.of("a.cif", CELL + operations + SITES + "Mg1 0.3333 0.6667 0.25\n").crystal();
    assertThat(crystal.atomCount()).isEqualTo(1);
    assertThat(crystal.fractional(0, 0)).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(crystal.fractional(0, 1)).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void withoutSymmetryCoordinatesStayAsGiven() {
    Crystal crystal = Reading.of("a.cif", CELL + SITES + "Fe1 -0.25 1.5 .125(3)\n").crystal();
    assertThat(crystal.fractional()).containsExactly(-0.25, 1.5, 0.125);
  }

  @Test
  void cartesianSitesAreReadInTheUsualAxes() {
    String sites = SITES.replace("fract", "Cartn") + "O1 0 0 0\nH1 0.5 0.5 1.5\nD2 2.0 1.0 3.0\n";
    Crystal crystal = Reading.of("a.cif", CELL + sites).crystal();
    assertThat(crystal.atomicNumbers()).containsExactly(8, 1, 1);
    assertThat(Arrays.copyOfRange(crystal.cartesian(), 3, 6))
        .containsExactly(new double[] {0.5, 0.5, 1.5}, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "'Fe1 0.5 0.25 ?', Site Fe1 has no coordinate z",
    "'Fe1 0.5 0.25 nan', Coordinate z of Fe1 must be a number",
    "'Fe1 0.5 0.25 0.1(', such as 5.43(2)",
    "'Xq1 0.5 0.25 0.1', Unknown element 'Xq1'",
    "'T1 0.5 0.25 0.1', Unknown element 'T1'",
    "'Fe1 0.5 0.25 0.1 Co1 0.5 0.25 0.1', Atom Fe1 (Fe) and atom Co1 (Co) are on one place",
    "'Fe1 0.5 0.25', 3 values for 4 columns",
    "'''Fe1 0.5 0.25 0.1', Quote is not closed"
  })
  void anUnusableSiteIsRefusedByName(String site, String reason) {
    assertThat(Reading.of("a.cif", CELL + SITES + site + "\n").reason()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "_atom_site_occupancy, 0.5, 'Partial occupancy 0.5 at site Fe1'",
    "_atom_site_occupancy, 0.9(1), 'Partial occupancy 0.9(1) at site Fe1'",
    "_atom_site_disorder_group, 2, 'Disorder group 2 at site Fe1'"
  })
  void disorderIsRefusedByName(String tag, String value, String reason) {
    String text = CELL + SITES + tag + "\nFe1 0 0 0 " + value + "\n";
    Reading reading = Reading.of("a.cif", text);
    assertThat(reading.reason()).contains(reason, "only fully ordered");
    assertThat(reading.rejects.get(0).position()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Fe3+, 26",
    "O2-, 8",
    "D, 1",
    "FE, 26",
    "Si4+, 14",
    "'H', 1",
    "K+1, 19",
  })
  void typeSymbolsNameTheElement(String type, int atomicNumber) {
    String text = CELL + SITES + "_atom_site_type_symbol\nX1 0 0 0 " + type + "\n";
    assertThat(Reading.of("a.cif", text).crystal().atomicNumber(0)).isEqualTo(atomicNumber);
  }

  @ParameterizedTest
  @CsvSource({
    "CA1, 'C4 H4', 6",
    "CA1, 'Ca O', 20",
    "OH, , 8",
    "SiT, , 14",
    "Co2, , 27",
    "OW3, , 8",
  })
  void labelsNameTheElementWhereThereIsNoTypeSymbol(String label, String formula, int number) {
    String sum = formula == null ? "" : "_chemical_formula_sum '" + formula + "'\n";
    String text = CELL + sum + SITES + label + " 0 0 0\n";
    assertThat(Reading.of("a.cif", text).crystal().atomicNumber(0)).isEqualTo(number);
  }

  @Test
  void aGroupWithoutItsOperationsIsRefusedWithARemedy() {
    String text = CELL + "_space_group_IT_number 194\n" + SITES + "Mg1 0.3333 0.6667 0.25\n";
    assertThat(Reading.of("a.cif", text).reason())
        .contains("Space group 194", "_space_group_symop_operation_xyz", "P 1");
  }

  @Test
  void operationsOfANamedGroupCanComeFromOutside() {
    StructureFiles files =
        StructureFiles.of(
            ReadLimits.DEFAULT,
            (hall, symbol, number) ->
                List.of(List.of("x,y,z", "-x,-y,-z"), List.of("x,y,z", "y,z,x", "z,x,y")));
    String text = CELL + "_space_group_IT_number 2\n" + SITES + "Mg1 0.3 0.6 0.25\n";
    Reading reading = new Reading();
    try (InputStream in = new ByteArrayInputStream(text.getBytes(UTF_8))) {
      files.read("a.cif", in, reading);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThat(reading.crystal().atomCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'x,y', must be like", "'x,y,q', must be like", "'x,x,z', must be like",
    "'x,y,z+1/0', must be like", "'y,z,x', does not fit the cell", "'-x,-y,z', lack x,y,z"
  })
  void wrongOperationsAreNamed(String operation, String reason) {
    String text =
        CELL + "_space_group_symop_operation_xyz '" + operation + "'\n" + SITES + "Mg1 0 0 0\n";
    assertThat(Reading.of("a.cif", text).reason()).contains(reason);
  }

  @Test
  void aFileCutOffBeforeItsSitesIsRejected() {
    assertThat(Reading.of("a.cif", CELL).reason()).contains("No atom sites");
    assertThat(Reading.of("a.cif", CELL.substring(0, 30)).reason()).contains("has no value");
    assertThat(Reading.of("a.cif", "data_x\n_journal_year 1999\n").reason())
        .contains("No data block");
  }

  private static Reading several() throws IOException {
    try (InputStream in = CifFormatTest.class.getResourceAsStream("several.cif")) {
      return Reading.of("several.cif", in.readAllBytes());
    }
  }
}
