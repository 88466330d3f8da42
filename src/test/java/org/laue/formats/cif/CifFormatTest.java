package org.laue.formats.cif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.formats.FileLabels;
import org.laue.formats.Reading;
import org.laue.formats.io.ParsedStructure;
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

  @ParameterizedTest
  @CsvSource({
    "'Nb,Zr', Mixed or partly filled site 'Nb,Zr'",
    "Nb0.8Zr0.2, Mixed or partly filled",
    "'0.5Fe + 0.5Ni', Mixed or partly filled",
    "Fe/Mg, Mixed or partly filled",
    "Nb0.8, Mixed or partly filled",
    "NbZr, Unknown element 'NbZr'",
  })
  void mixedSitesAreRefusedByName(String type, String reason) {
    String text = CELL + SITES + "_atom_site_type_symbol\nX1 0 0 0 '" + type + "'\n";
    assertThat(Reading.of("a.cif", text).reason()).contains(reason);
    if (reason.startsWith("Mixed")) {
      assertThat(Reading.of("a.cif", CELL + SITES + "'" + type + "' 0 0 0\n").reason())
          .contains("Mixed or partly filled");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"C10A", "C1A2", "H12B1", "C1'", "C1_2", "C(12)", "Cu1A"})
  void labelsOfMoleculesAreNoMixtures(String label) {
    String text = CELL + SITES + "\"" + label + "\" 0 0 0\n";
    assertThat(Reading.of("a.cif", text).crystal().atomicNumber(0)).isIn(1, 6, 29);
  }

  @Test
  void quotientsAreFractions() {
    Crystal crystal = Reading.of("a.cif", CELL + SITES + "Fe1 1/3 -2/3 1/4\n").crystal();
    assertThat(crystal.fractional()).containsExactly(1.0 / 3, -2.0 / 3, 0.25);
  }

  @Test
  void anglesThatAreLeftOutAreRightAnglesAndSaid() {
    String cell = CELL.replaceAll("_cell_angle.*\n", "");
    ParsedStructure structure = Reading.of("a.cif", cell + SITES + "Fe1 0 0 0\n").structures.get(0);
    assertThat(((Crystal) structure.atoms()).lattice().angles())
        .containsExactly(new double[] {90, 90, 90}, within(1e-9));
    assertThat(structure.warning()).contains("cell_angle_gamma is not given: 90 degrees taken");
  }

  @Test
  void namesAndSymbolsMayHoldBlanksWithoutQuotes() {
    String text =
        CELL.replace("data_x", "data_iron, at 300 K")
            + "_symmetry_space_group_name_H-M P 3 m 1 # polar\n_chemical_name_common pure iron\n"
            + "loop_\n_symmetry_equiv_pos_site_id\n_symmetry_equiv_pos_as_xyz\n"
            + "1 x, y, z\n2 -y, x - y, z\n3 -x +y,-x,z\n4 '-y,-x,z'\n5 -x+y ,y,z\n6 x,x-y,z\n"
            + SITES
            + "Fe1 0.1 0.3 0.2\n";
    Reading reading = Reading.of("a.cif", text);
    assertThat(reading.crystal().atomCount()).isEqualTo(6);
    assertThat(reading.structures.get(0).name()).isEqualTo("iron, at 300 K");
    assertThat(reading.structures.get(0).properties())
        .containsEntry("_symmetry_space_group_name_h-m", "P 3 m 1");
  }

  @Test
  void sitesThatAreListedAgainAreTakenOnceAndSaid() {
    String text =
        CELL.replace("120", "90")
            + "loop_\n_space_group_symop_operation_xyz\nx,y,z\n-x,-y,-z\n"
            + SITES
            + "Fe1 .1 .2 .3\nFe1A -.1 -.2 -.3\nO1 .3 .1 .2\n";
    Reading reading = Reading.of("a.cif", text);
    assertThat(reading.crystal().formula()).isEqualTo("OFe");
    assertThat(reading.crystal().atomCount()).isEqualTo(4);
    assertThat(reading.structures.get(0).warning()).contains("1 listed sites are images of others");
    assertThat(Reading.of("a.cif", text.replace("Fe1A", "Ni1A")).reason())
        .contains("Fe1 (Fe) and atom Ni1A (Ni) are on one place");
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

  @Test
  void aNumberBeyondTheLastSpaceGroupIsNoNumber() {
    String text = CELL + "_symmetry_Int_Tables_number 231\n" + SITES + "Mg1 0 0 0\n";
    assertThat(Reading.of("a.cif", text).reason()).contains("1 to 230", "231");
  }

  @Test
  void dummySitesAreLeftOutAloud() {
    String text = CELL + SITES + "_atom_site_calc_flag\nMg1 0 0 0 d\nCg1 0.5 0.5 0.5 dum\n";
    ParsedStructure structure = Reading.of("a.cif", text).structures.get(0);
    assertThat(structure.atoms().atomCount()).isEqualTo(1);
    assertThat(structure.warning()).contains("dummy sites left out: Cg1");
  }
}
