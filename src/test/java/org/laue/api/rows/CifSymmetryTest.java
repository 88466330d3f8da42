package org.laue.api.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.formats.StructureFiles;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureSink;

/** A CIF whose symmetry is missing or contradicts itself gives what is proven, or says why not. */
class CifSymmetryTest {
  private static final String CUBIC = "4.2 4.2 4.2 90 90 90";
  private static final String MGO = "Mg1 0 0 0\nO1 .5 .5 .5\n";
  private static final String ZNS = "Zn1 0 0 0\nS1 .25 .25 .25\n";
  private static final String IDENTITY = "x,y,z";

  @Test
  void nothingGivenIsTakenAsItStandsAndSaid() {
    ParsedStructure structure = one(cif(CUBIC, "", "", MGO));
    assertThat(structure.atoms().atomCount()).isEqualTo(2);
    assertThat(structure.warning()).isEqualTo("no symmetry given: P 1 taken");
    String system = "_space_group_crystal_system cubic\n";
    assertThat(one(cif(CUBIC, system, "", MGO)).warning())
        .contains("though the crystal system is given as cubic");
    assertThat(one(cif(CUBIC, system, IDENTITY, MGO)).warning()).isNull();
  }

  @Test
  void aListOfTheIdentityAloneIsOverruledWhereTheFormulaProvesTheName() {
    String name = "_symmetry_space_group_name_H-M 'F -4 3 m'\n";
    String proof = "_chemical_formula_sum 'S Zn'\n_cell_formula_units_Z 4\n";
    ParsedStructure blende = one(cif(CUBIC, name + proof, IDENTITY, ZNS));
    assertThat(blende.atoms().atomCount()).isEqualTo(8);
    assertThat(blende.warning()).contains("those of group 1", "named F -4 3 m", "Z = 4");
    assertThat(reason(cif(CUBIC, name, IDENTITY, ZNS)))
        .contains("those of group 1", "named F -4 3 m", "give formula and Z");
  }

  @Test
  void aNameIsOverruledWhereTheFormulaProvesTheList() {
    String text =
        "_space_group_IT_number 225\n_chemical_formula_sum ZnS\n_cell_formula_units_Z 1\n";
    ParsedStructure structure = one(cif(CUBIC, text, IDENTITY, ZNS));
    assertThat(structure.atoms().atomCount()).isEqualTo(2);
    assertThat(structure.warning()).contains("1 operations taken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"_atom_site_symmetry_multiplicity", "_atom_site_site_symmetry_multiplicity"})
  void multiplicitiesProveAsWell(String tag) {
    String text =
        cif(CUBIC, "_space_group_name_Hall 'F -4 2 3'\n", IDENTITY, "")
            + tag
            + "\nZn1 0 0 0 4\nS1 .25 .25 .25 4\n";
    assertThat(one(text).atoms().atomCount()).isEqualTo(8);
  }

  @Test
  void allAtomsOfANamedGroupNeedNoOperations() {
    String rows = "Mg1 0 0 0\nMg2 0 .5 .5\nMg3 .5 0 .5\nMg4 .5 .5 0\n";
    String all = rows + "O1 .5 .5 .5\nO2 .5 0 0\nO3 0 .5 0\nO4 0 0 .5\n";
    String name = "_symmetry_Int_Tables_number 225\n";
    assertThat(one(cif(CUBIC, name, IDENTITY, all)).atoms().atomCount()).isEqualTo(8);
    assertThat(one(cif(CUBIC, name, IDENTITY, all)).warning()).isNull();
    assertThat(one(cif(CUBIC, name, "", all)).atoms().atomCount()).isEqualTo(8);
    ParsedStructure primitive = one(cif("3 3 3 60 60 60", name, "", MGO));
    assertThat(primitive.atoms().atomCount()).isEqualTo(2);
    assertThat(primitive.warning()).contains("as they are listed: none added");
  }

  @Test
  void operationsThatFormNoGroupAreRefusedOrCompletedWithProof() {
    String lost = "x,y,z\n-y,x,z\n-x,-y,z";
    assertThat(reason(cif(CUBIC, "", lost, "Fe1 .1 .2 .3\n")))
        .contains("3 listed operations form no group");
    String proof = "_chemical_formula_sum Fe\n_cell_formula_units_Z 4\n";
    ParsedStructure completed = one(cif(CUBIC, proof, lost, "Fe1 .1 .2 .3\n"));
    assertThat(completed.atoms().atomCount()).isEqualTo(4);
    assertThat(completed.warning()).contains("form no group", "4 operations taken");
  }

  @Test
  void operationsOfAnotherGroupThanTheNamedOneAreRefused() {
    String pnma = "x,y,z\n-x,-y,z\n-x,y,-z\nx,-y,-z";
    String text = cif("4 5 6 90 90 90", "_space_group_name_H-M_alt 'P n m a'\n", pnma, MGO_AT);
    assertThat(reason(text)).contains("those of group 16", "named P n m a");
  }

  private static final String MGO_AT = "Mg1 .1 .2 .3\nO1 .3 .4 .1\n";

  @Test
  void anUnusualSettingOfTheNamedGroupIsTakenAsListed() {
    String moved = "x,y,z\n-x+.4,-y,-z";
    ParsedStructure structure =
        one(cif(CUBIC, "_symmetry_space_group_name_H-M 'P -1'\n", moved, MGO_AT));
    assertThat(structure.atoms().atomCount()).isEqualTo(4);
    assertThat(structure.warning()).isNull();
  }

  @Test
  void namesThatContradictEachOtherAreRefusedWithoutAList() {
    String names = "_space_group_IT_number 221\n_space_group_name_H-M_alt 'F m -3 m'\n";
    assertThat(reason(cif(CUBIC, names, "", MGO)))
        .contains("contradict each other", "F m -3 m, 221");
    String proof = "_chemical_formula_sum MgO\n_cell_formula_units_Z 4\n";
    ParsedStructure proven = one(cif(CUBIC, names + proof, "", MGO));
    assertThat(proven.atoms().atomCount()).isEqualTo(8);
    assertThat(proven.warning()).contains("contradict each other", "the one taken that gives");
  }

  @Test
  void namesThatContradictEachOtherAreSaidBesideAList() {
    String names = "_space_group_IT_number 2\n_space_group_name_H-M_alt 'P 1 2 1'\n";
    assertThat(one(cif(CUBIC, names, "x,y,z\n-x,-y,-z", MGO_AT)).warning())
        .isEqualTo("the names of its space group contradict each other (P 1 2 1, 2)");
    assertThat(reason(cif(CUBIC, names, IDENTITY, MGO_AT))).contains("named P 1 2 1, 2");
  }

  @Test
  void twoOriginsAreRefusedUnlessSomethingDecides() {
    String name = "_space_group_name_H-M_alt 'F d -3 m'\n";
    String si = "Si1 .125 .125 .125\n";
    assertThat(reason(cif("5.43 5.43 5.43 90 90 90", name, "", si)))
        .contains("2 settings fit the cell (Fd-3m:1, Fd-3m:2)");
    for (String decides :
        List.of(
            "_space_group_IT_coordinate_system_code 2\n",
            "_space_group.reference_setting '227:-F 4vw 2vw 3'\n",
            "_symmetry_space_group_name_Hall '-F 4vw 2vw 3'\n",
            "_chemical_formula_sum Si\n_cell_formula_units_Z 8\n")) {
      assertThat(one(cif("5.43 5.43 5.43 90 90 90", name + decides, "", si)).atoms().atomCount())
          .as(decides)
          .isEqualTo(8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "_space_group_IT_number 216",
    "_symmetry_Int_Tables_number '216'",
    "_symmetry.Int_Tables_Number 216",
    "_space_group_name_Hall 'F -4 2 3'",
    "_symmetry_space_group_name_Hall F_-4_2_3",
    "_space_group.name_H-M_alt 'F -4 3 m'",
    "_symmetry_space_group_name_H-M F-43m",
    "_symmetry_space_group_name_H_M 'F -4 3 m'",
    "_space_group_name_H-M_full 'F -4 3 m'",
    "_space_group_name_H-M_ref 'F -4 3 m'",
    "_symmetry.space_group_name_H-M 'F -4 3 m (No. 216)'"
  })
  void everyTagThatNamesAGroupIsRead(String pair) {
    assertThat(one(cif(CUBIC, pair + "\n", "", ZNS)).atoms().atomCount()).isEqualTo(8);
  }

  @Test
  void aNumberAloneMeansTheStandardSettingAndSaysSo() {
    ParsedStructure structure =
        one(cif("5 6 7 90 100 90", "_space_group_IT_number 14\n", "", "Fe1 .1 .2 .3\n"));
    assertThat(structure.atoms().atomCount()).isEqualTo(4);
    assertThat(structure.warning()).contains("standard setting P2_1/c:b1");
  }

  @Test
  void aFormulaThatDoesNotFitIsSaid() {
    String text = "_chemical_formula_sum 'Mg O2'\n_cell_formula_units_Z 1\n";
    assertThat(one(cif(CUBIC, text, IDENTITY, MGO)).warning())
        .isEqualTo("its 2 atoms OMg do not fit the formula Mg O2 with Z = 1");
    String hydrated = "_chemical_formula_sum 'H2 Mg O'\n_cell_formula_units_Z 1\n";
    assertThat(one(cif(CUBIC, hydrated, IDENTITY, MGO)).warning()).contains("not all hydrogen");
  }

  private static ParsedStructure one(String cif) {
    Found found = read(cif);
    assertThat(found.rejects).isEmpty();
    assertThat(found.structures).hasSize(1);
    return found.structures.get(0);
  }

  private static String reason(String cif) {
    Found found = read(cif);
    assertThat(found.structures).isEmpty();
    assertThat(found.rejects).hasSize(1);
    return found.rejects.get(0).reason();
  }

  private static Found read(String cif) {
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    try {
      StructureFiles.of(ReadLimits.DEFAULT, new NamedSpaceGroups())
          .read("a.cif", new ByteArrayInputStream(cif.getBytes(UTF_8)), found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private record Found(List<ParsedStructure> structures, List<Reject> rejects)
      implements StructureSink {
    @Override
    public void accept(ParsedStructure structure) {
      structures.add(structure);
    }

    @Override
    public void reject(Reject reject) {
      rejects.add(reject);
    }
  }

  private static String cif(String cell, String text, String operations, String sites) {
    String[] tags = {
      "length_a", "length_b", "length_c", "angle_alpha", "angle_beta", "angle_gamma"
    };
    StringBuilder cif = new StringBuilder("data_x\n");
    String[] numbers = cell.split(" ", -1);
    for (int i = 0; i < 6; i++) {
      cif.append("_cell_").append(tags[i]).append(' ').append(numbers[i]).append('\n');
    }
    cif.append(text);
    if (!operations.isEmpty()) {
      cif.append("loop_\n_space_group_symop_operation_xyz\n").append(operations).append('\n');
    }
    return cif.append("loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n")
        .append("_atom_site_fract_z\n")
        .append(sites)
        .toString();
  }
}
