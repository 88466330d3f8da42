package org.laue.api.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.formats.StructureFiles;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureSink;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.groups.HallSetting;
import org.laue.symmetry.groups.HallSettings;

class NamedSpaceGroupsTest {
  @ParameterizedTest
  @CsvSource({
    "F m -3 m, 5.64 5.64 5.64 90 90 90, 'Na 0 0 0 Cl .5 .5 .5', 8",
    "Fm-3m, 5.64 5.64 5.64 90 90 90, 'Na 0 0 0 Cl .5 .5 .5', 8",
    "F d -3 m :2, 5.43 5.43 5.43 90 90 90, 'Si .125 .125 .125', 8",
    "F d -3 m S, 5.43 5.43 5.43 90 90 90, 'Si 0 0 0', 8",
    "F d -3 m :1, 5.43 5.43 5.43 90 90 90, 'Si 0 0 0', 8",
    "Fd-3m, 5.43 5.43 5.43 90 90 90, 'Si 0 0 0', 0",
    "P 63/m m c, 3.2 3.2 5.2 90 90 120, 'Mg .3333 .6667 .25', 2",
    "R -3 m, 3.76 3.76 10.55 90 90 120, 'As 0 0 .227', 6",
    "R -3 m, 4.13 4.13 4.13 54.1 54.1 54.1, 'As .227 .227 .227', 2",
    "R -3 m :H, 3.76 3.76 10.55 90 90 120, 'As 0 0 .227', 6",
    "P 42/m n m, 4.59 4.59 2.96 90 90 90, 'Ti 0 0 0 O .305 .305 0', 6",
    "P 21/c, 5 6 7 90 100 90, 'Si .1 .2 .3', 4",
    "P 1 21/n 1, 5 6 7 90 100 90, 'Si .1 .2 .3', 4",
    "P 1 1 21/b, 5 6 7 90 90 100, 'Si .1 .2 .3', 4",
    "C 2, 9 6 7 90 100 90, 'Si .1 .2 .3', 4",
    "P n m a, 5 6 7 90 90 90, 'Si .1 .2 .3', 8"
  })
  void aNamedGroupGivesItsAtomsOrIsRefused(String group, String cell, String sites, int atoms)
      throws IOException {
    List<Integer> counts = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    byte[] cif = cif("_symmetry_space_group_name_H-M '" + group + "'", cell, sites).getBytes(UTF_8);
    StructureFiles.of(ReadLimits.DEFAULT, new NamedSpaceGroups())
        .read(
            "a.cif",
            new ByteArrayInputStream(cif),
            new StructureSink() {
              @Override
              public void accept(ParsedStructure structure) {
                counts.add(structure.atoms().atomCount());
              }

              @Override
              public void reject(Reject reject) {
                rejects.add(reject);
              }
            });
    assertThat(counts).as(rejects.toString()).isEqualTo(atoms == 0 ? List.of() : List.of(atoms));
  }

  @Test
  void everyHallSymbolAndFullSymbolLeadsToItsOwnSetting() {
    NamedSpaceGroups groups = new NamedSpaceGroups();
    for (HallSetting setting : HallSettings.all()) {
      int order = HallSettings.operations(setting.hallNumber()).size();
      assertThat(groups.ofHall(setting.hallSymbol()))
          .as(setting.toString())
          .singleElement()
          .satisfies(
              s -> assertThat(s.operations()).hasSize(order).contains(SymmetryOperation.IDENTITY));
      assertThat(groups.ofHermannMauguin(setting.internationalFull()))
          .anyMatch(s -> s.number() == setting.number() && s.choice().equals(setting.choice()));
    }
    assertThat(groups.ofNumber(225)).hasSize(1);
    assertThat(groups.ofNumber(14)).hasSize(1);
    assertThat(groups.ofNumber(227)).hasSize(2);
    assertThat(groups.ofHermannMauguin("nonsense")).isEmpty();
    assertThat(groups.ofHall("nonsense")).isEmpty();
  }

  @Test
  void aHallSymbolOutsideOfTheTableIsReadAllTheSame() {
    assertThat(new NamedSpaceGroups().ofHall("-C 4 2").get(0).operations()).hasSize(32);
  }

  private static String cif(String group, String cell, String sites) {
    String[] numbers = cell.split(" ", -1);
    String[] names = {
      "length_a", "length_b", "length_c", "angle_alpha", "angle_beta", "angle_gamma"
    };
    StringBuilder text = new StringBuilder("data_x\n" + group + "\n");
    for (int i = 0; i < 6; i++) {
      text.append("_cell_" + names[i] + " " + numbers[i] + "\n");
    }
    text.append("loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n");
    return text.append("_atom_site_fract_z\n").append(sites).append('\n').toString();
  }
}
