package org.laue.formats.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.formats.Reading;
import org.laue.formats.io.AtomColumn;
import org.laue.formats.io.ParsedStructure;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class LammpsDumpWriterTest {
  private static final AtomColumn COLUMN =
      new AtomColumn("grain", 'I', List.of("grain"), (atom, part) -> 10 + atom);

  @ParameterizedTest
  @ValueSource(strings = {"4 0 0 0 5 0 0 0 6", "4 1 0 0 5 0 1 0.5 6"})
  void whatIsWrittenIsReadAgain(String rows) throws IOException {
    double[] edges =
        java.util.Arrays.stream(rows.split(" ")).mapToDouble(Double::parseDouble).toArray();
    Crystal crystal =
        Crystal.of(
            Lattice.ofRows(edges), new int[] {26, 8}, new double[] {0, 0, 0, 0.5, 0.25, 0.125});
    StringBuilder text = new StringBuilder();
    LammpsDumpWriter.write(
        new ParsedStructure("x", 1, "x", crystal, Map.of()), List.of(COLUMN), text);
    Crystal read = Reading.of("a.dump", text.toString()).crystal();
    assertThat(read.lattice().rows()).containsExactly(edges, within(1e-12));
    assertThat(read.atomicNumbers()).containsExactly(26, 8);
    assertThat(read.cartesian()).containsExactly(crystal.cartesian(), within(1e-12));
    assertThat(text).contains("ITEM: ATOMS id element x y z grain\n").endsWith(" 11\n");
  }
}
