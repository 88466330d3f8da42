package org.laue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.api.rows.NamedSpaceGroups;
import org.laue.formats.StructureFiles;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureSink;
import org.laue.structure.Crystal;
import org.laue.structure.Dimensionality;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/**
 * Files from public reports, each with the right answer: what the readers and the baseline make of
 * them. The files lie beside the project.
 */
class FieldCasesTest {
  private static final Path CASES = Path.of("../shared/cases");

  /** Cases that no reader and no baseline can answer, with the test that asks them. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "80_thousand_files_or_master", "ManyRowsTest",
          "81_colon_in_a_file_name", "FieldRowsTest",
          "90_room_temperature_bcc", "FieldRowsTest",
          "91_class_contradicts_space_group", "FieldRowsTest",
          "93_small_noise_wrong_cell", "FieldRowsTest",
          "94_spheres_without_cell", "FieldRowsTest",
          "95_compounds", "FieldRowsTest",
          "97_classify_without_end", "FieldRowsTest");

  @BeforeEach
  void areHere() {
    Assumptions.assumeTrue(Files.isDirectory(CASES), "The cases " + CASES + " are not here");
  }

  /** Group and number of atoms; what must be said beside them may follow. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01_ops_only_identity_but_F_m-3m/nacl_short.cif | 0.01 | 225 | 8 | named F m -3 m",
        "02_cod2001925_ops_translations_only/p21n.cif | 0.01 | 14 | 8 | named P 1 21/n 1",
        "04_unlooped_op_and_90.(0)/loop.cif | 0.01 | 63 | 2 | ''",
        "04_unlooped_op_and_90.(0)/single.cif | 0.01 | 63 | 2 | ''",
        "05_text_field_holds_data_and_loop/si.cif | 0.01 | 227 | 8 | ''",
        "07_hm_underscore_no_ops/zno.cif | 0.01 | 186 | 4 | ''",
        "07_hm_underscore_no_ops/zno2.cif | 0.01 | 186 | 4 | ''",
        "08_sg167_number_only_hex/al2o3.cif | 0.01 | 167 | 30 | standard setting",
        "08_sg167_number_only_hex/calcite_RS.cif | 0.01 | 167 | 10 | ''",
        "08_sg167_number_only_hex/cdcl2_HR.cif | 0.01 | 166 | 3 | ''",
        "09_findsym_origin_choice/feal_noops.cif | 0.01 | 59 | 4 | ''",
        "09_findsym_origin_choice/feal_ops.cif | 0.01 | 59 | 4 | ''",
        "10_line_ends_bom_tabs/UPPER NAME with blank & ü.CIF | 0.01 | 229 | 2 | ''",
        "10_line_ends_bom_tabs/bom.cif | 0.01 | 229 | 2 | ''",
        "10_line_ends_bom_tabs/cr.cif | 0.01 | 229 | 2 | ''",
        "10_line_ends_bom_tabs/crlf.cif | 0.01 | 229 | 2 | ''",
        "10_line_ends_bom_tabs/latin1.cif | 0.01 | 229 | 2 | ''",
        "10_line_ends_bom_tabs/minus.cif | 0.01 | 229 | 2 | ''",
        "10_line_ends_bom_tabs/nbsp.cif | 0.01 | 229 | 2 | ''",
        "11_amcsd_water_labels/ow_hw.cif | 0.01 | 2 | 8 | ''",
        "11_amcsd_water_labels/wat.cif | 0.01 | 2 | 10 | do not fit",
        "12_icsd_zero_charge_type/alcu.cif | 0.01 | 215 | 8 | ''",
        "13_vesta_type_symbol_last/vesta.cif | 0.01 | 221 | 1 | ''",
        "14_csd_packed_cell_repeats_atoms/packed.cif | 0.01 | 2 | 4 | taken once",
        "17_castep_primitive_cell_with_named_group/si2.cif | 0.01 | 227 | 2 | as they are listed",
        "19_fraction_as_quotient/thirds.cif | 0.01 | 194 | 6 | ''",
        "21_ops_decimal_and_star/dec.cif | 0.01 | 225 | 8 | ''",
        "22_int_number_quoted/q.cif | 0.01 | 229 | 2 | ''",
        "23_matterviz_CsKB8_P-3/c.cif | 0.01 | 147 | 24 | ''",
        "24_mos2_rounded_thirds/mos2.cif | 0.01 | 194 | 6 | ''",
        "26_no_symmetry_given_formula_disagrees/na2co3.cif | 0.01 | 1 | 6 | do not fit",
        "30_poscar_labels_before_flags/POSCAR_a | 0.01 | 6 | 3 | alone in its box",
        "30_poscar_labels_before_flags/POSCAR_b | 0.01 | 6 | 3 | alone in its box",
        "31_poscar_vasp642_slash/CONTCAR | 0.01 | 221 | 2 | ''",
        "31_poscar_vasp642_slash/CONTCAR_slash_only | 0.01 | 221 | 2 | ''",
        "32_poscar_negative_scale/POSCAR | 0.01 | 221 | 1 | ''",
        "33_poscar_mo2cl6_left_handed/POSCAR | 0.01 | 12 | 8 | ''",
        "33_poscar_mo2cl6_left_handed/POSCAR | 0.1 | 162 | 8 | ''",
        "40_xyz_lattice_without_properties/water.xyz | 0.01 | 6 | 3 | alone in its box",
        "43_lammps_xyz_type_numbers/dump.lammpstrj | 0.01 | 225 | 4 | ''",
        "50_aims_species_Ir1_empty_constraints/geometry.in | 0.01 | 225 | 1 | ''",
        "50_aims_species_Ir1_empty_constraints/geometry.in.next_step | 0.01 | 225 | 1 | ''",
        "60_optimade/disorder_tag_full_occupancy.json | 0.01 | 221 | 1 | ''",
        "60_optimade/mass_list.json | 0.01 | 221 | 1 | ''",
        "60_optimade/species_null.json | 0.01 | 221 | 1 | ''",
        "70_spglib100_wyckoff_loose/POSCAR | 0.01 | 4 | 14 | ''",
        "70_spglib100_wyckoff_loose/POSCAR | 0.1 | 11 | 14 | ''",
        "71_spglib595_scaled/POSCAR_1 | 1e-5 | 227 | 2 | ''",
        "71_spglib595_scaled/POSCAR_e4 | 0.1 | 227 | 2 | isolated atoms",
        "72_spglib123_tolerance_no_effect/POSCAR | 1e-4 | 10 | 1 | a layer or surface",
        "72_spglib123_tolerance_no_effect/POSCAR | 1e-14 | 2 | 1 | a layer or surface",
        "73_spglib591_alternate_rocksalt/POSCAR | 0.01 | 225 | 4 | ''",
        "74_moyo43_89_wide_angle/POSCAR | 0.1 | 229 | 2 | ''",
        "75_spglib193_generated_junk/junk.cif | 0.01 | 1 | 8 | ''",
        "76_moyo54_C2c/c.cif | 0.01 | 15 | 8 | ''",
        "82_partial_pbc_slab/cu111_pbcTTT.extxyz | 0.01 | 164 | 45 | a layer or surface",
        "82_partial_pbc_slab/cu111_pbcTTF.extxyz | 0.01 | 164 | 45 | a layer or surface",
        "83_hidden_files_and_stdin/_under.cif | 0.01 | 229 | 2 | ''",
        "92_atom_in_a_box_and_slab/Ru_atom.xyz | 0.01 | 221 | 1 | isolated atoms",
        "92_atom_in_a_box_and_slab/Au_slab_init.cif | 0.01 | 12 | 12 | a layer or surface",
        "96_defects_and_slab/slab_TTF.extxyz | 0.01 | 164 | 96 | a layer or surface"
      })
  void theRightAnswerIsGiven(String file, double symprec, int group, int atoms, String said) {
    Found found = read(file);
    assertThat(found.rejects).isEmpty();
    assertThat(found.structures).hasSize(1);
    ParsedStructure structure = found.structures.get(0);
    Crystal crystal = structure.inItsCell();
    List<String> warnings = new ArrayList<>(structure.warnings());
    Dimensionality.of(crystal).warning().ifPresent(warnings::add);
    assertThat(crystal.atomCount()).isEqualTo(atoms);
    assertThat(
            SymmetryFinder.spaceGroupNumber(crystal, new Tolerance(symprec, -1), SpglibCompat.V2))
        .isEqualTo(OptionalInt.of(group));
    if (said.isEmpty()) {
      assertThat(warnings).isEmpty();
    } else {
      assertThat(String.join("; ", warnings)).contains(said);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01_ops_only_identity_but_F_m-3m/nacl_full.cif | but the space group is named F 4/m -3 2/m",
        "06_springer_mixed_type_symbol/label_only.cif | Mixed or partly filled site 'Nb,Zr'",
        "06_springer_mixed_type_symbol/nbzr.cif | Mixed or partly filled site",
        "06_springer_mixed_type_symbol/type_run_on.cif | Mixed or partly filled site",
        "10_line_ends_bom_tabs/utf16.cif | The text is UTF-16",
        "25_gst_mixed_site/gst.cif | Partial occupancy 0.4 at site Ge",
        "43_lammps_xyz_type_numbers/dump.xyz | types of atoms",
        "44_xyz_zero_lattice_pbc_T/z.xyz | span no volume",
        "50_aims_species_Ir1_empty_constraints/ghost.in | Unknown keyword 'pseudocore'",
        "60_optimade/assemblies.json | only fully ordered",
        "60_optimade/assemblies_untagged.json | alternatives of each other",
        "60_optimade/bare_list.json | must be an object",
        "60_optimade/errors.json | no \"data\"",
        "60_optimade/species_X.json | Unknown element 'X'",
        "71_spglib595_scaled/POSCAR_e-3 | check its units",
        "71_spglib595_scaled/POSCAR_e-4 | check its units",
        "84_more_positions_than_counts/POSCAR | 1 atoms, but 3 more positions follow",
        "85_archive_without_files/onlydirs.tar.gz | no file (folders: 1)",
        "85_archive_without_files/onlylinks.tar | 'link.cif'"
      })
  void whatCannotBeAnsweredSaysWhy(String file, String reason) {
    Found found = read(file);
    assertThat(found.structures).isEmpty();
    assertThat(found.rejects)
        .singleElement()
        .extracting(Reject::reason)
        .asString()
        .contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "42_xyz_odd_bare_keys/val.xyz, 3",
    "60_optimade/lattice_null_molecule.json, 1",
    "60_optimade/slab_null_row.json, 1"
  })
  void moleculesAreClusters(String file, int atoms) {
    ParsedStructure structure = read(file).structures.get(0);
    assertThat(structure.atoms().atomCount()).isEqualTo(atoms);
    assertThat(structure.cell()).isEmpty();
  }

  @Test
  void everyCaseIsLookedAtHereOrInATestOfTheCommands() throws IOException {
    try (Stream<Path> folders = Files.list(CASES).filter(Files::isDirectory)) {
      List<String> names = folders.map(folder -> folder.getFileName().toString()).toList();
      for (String name : names) {
        String test = ELSEWHERE.containsKey(name) ? "cli/" + ELSEWHERE.get(name) : "FieldCasesTest";
        Path source = Path.of("src/test/java/org/laue/" + test + ".java");
        assertThat(Files.readString(source)).contains(name);
      }
    }
  }

  private static Found read(String file) {
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    Path path = CASES.resolve(file);
    try (InputStream in = Files.newInputStream(path)) {
      StructureFiles.of(ReadLimits.DEFAULT, new NamedSpaceGroups())
          .read(path.toString(), in, found);
    } catch (IOException e) {
      throw new AssertionError(e);
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
}
