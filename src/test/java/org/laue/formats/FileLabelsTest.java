package org.laue.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.formats.io.ParsedStructure;
import org.laue.structure.Cluster;

class FileLabelsTest {
  @ParameterizedTest
  @CsvSource({
    "sg, 225",
    "SG, 225",
    "spacegroup, 225",
    "space_group, 225",
    "spacegroup_number, 225",
    "space_group_it_number, 225",
    "_mp_space_group_number, 225",
    "_mp_spacegroup, 225",
    "_symmetry_Int_Tables_number, 225",
    "_space_group_IT_number, 225",
    "spg_num, 225",
    "international_number, 225",
    "sg, 1",
    "_mp_space_group_number, 1"
  })
  void theSpaceGroupIsFoundUnderManyNames(String key, int number) {
    assertThat(FileLabels.spaceGroup(with(key, " " + number))).hasValue(number);
    assertThat(FileLabels.parentSpaceGroup(with(key, "" + number))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sg, 231",
    "sg, 0",
    "sg, Fm-3m",
    "parent_sg, 225",
    "space_group_by_symprec, 225",
    "msg, 225",
    "_space_group_IT_number, 1",
    "_symmetry_int_tables_number, 1",
    "_parent_space_group, 225"
  })
  void whatIsNoSpaceGroupOfTheStructureIsNotTakenForOne(String key, String value) {
    assertThat(FileLabels.spaceGroup(with(key, value))).isEqualTo(OptionalInt.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "parent, fcc, fcc, 225",
    "prototype, Diamond, diamond, 227",
    "prototype, SC, sc, 221",
    "parent_lattice, hcp, hcp, 194",
    "_x_prototype, A2, bcc, 229"
  })
  void theParentLatticeImpliesItsSpaceGroup(String key, String value, String name, int group) {
    ParsedStructure structure = with(key, value);
    assertThat(FileLabels.parentLattice(structure)).hasValue(name);
    assertThat(FileLabels.parentSpaceGroup(structure)).hasValue(group);
    assertThat(FileLabels.spaceGroup(structure)).isEmpty();
  }

  private static ParsedStructure with(String key, String value) {
    Cluster atom = Cluster.of(new int[] {26}, new double[3]);
    return new ParsedStructure("a", 1, "a", atom, Map.of("other", "5", key, value));
  }
}
