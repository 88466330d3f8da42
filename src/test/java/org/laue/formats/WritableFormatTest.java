package org.laue.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laue.UserException;
import org.laue.formats.io.ParsedStructure;
import org.laue.structure.Atoms;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class WritableFormatTest {
  @ParameterizedTest
  @EnumSource
  void aCrystalComesBackAsItWas(WritableFormat format) throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      Crystal crystal = crystal(seed);
      Crystal back = read(format, structure(crystal, Map.of())).crystal();
      assertThat(back.atomicNumbers()).isEqualTo(crystal.atomicNumbers());
      assertThat(back.lattice().metric()).containsExactly(crystal.lattice().metric(), within(1e-9));
      if (format != WritableFormat.CIF) {
        assertThat(back.cartesian()).containsExactly(crystal.cartesian(), within(1e-10));
      } else {
        assertThat(distances(back)).containsExactly(distances(crystal), within(1e-9));
        assertThat(back.lattice().determinant()).isPositive();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EXTXYZ", "AIMS"})
  void aClusterComesBackAsItWas(WritableFormat format) throws IOException {
    Cluster cluster = Cluster.of(new int[] {8, 1}, new double[] {0, 0, 0, 0, 0.1, 0.96});
    Reading reading = read(format, structure(cluster, Map.of()));
    assertThat(reading.structures.get(0).atoms()).isEqualTo(cluster);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSCAR", "CIF"})
  void aClusterIsRefusedWhereACellIsNeeded(WritableFormat format) {
    Cluster cluster = Cluster.of(new int[] {8}, new double[3]);
    assertThatThrownBy(() -> read(format, structure(cluster, Map.of())))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("write extxyz");
  }

  @Test
  void extendedXyzKeepsNamePropertiesAndSlabs() throws IOException {
    Map<String, String> properties =
        Map.of("a key", "with \"quotes\" = [x] {y}", "sg", "225", "path", "C:\\x", "empty", "");
    ParsedStructure given = structure(crystal(1), properties);
    ParsedStructure back = read(WritableFormat.EXTXYZ, given).structures.get(0);
    assertThat(back.name()).isEqualTo(given.name());
    assertThat(back.properties()).containsAllEntriesOf(properties);
    Cluster slab = crystal(2).toCluster();
    ParsedStructure again =
        read(WritableFormat.EXTXYZ, structure(slab, Map.of("pbc", "T T F"))).structures.get(0);
    assertThat(again.atoms()).isInstanceOf(Cluster.class);
    assertThat(again.properties()).containsEntry("pbc", "T T F");
  }

  @Test
  void formatsAreFoundByName() {
    assertThat(WritableFormat.named("cif")).isEqualTo(WritableFormat.CIF);
    assertThatThrownBy(() -> WritableFormat.named("pdb")).hasMessageContaining("extxyz, poscar");
  }

  private static ParsedStructure structure(Atoms atoms, Map<String, String> properties) {
    return new ParsedStructure("memory", 1, "a name-1", atoms, properties);
  }

  private static Reading read(WritableFormat format, ParsedStructure structure) throws IOException {
    StringBuilder text = new StringBuilder();
    format.write(structure, text);
    return Reading.of("x" + format.ending(), text.toString());
  }

  /** A right- or left-handed skew cell with a few atoms. */
  private static Crystal crystal(int seed) {
    Random random = new Random(seed);
    double[] rows = {4, 0, 0, 0, 5, 0, 0, 0, seed % 2 == 0 ? 6 : -6};
    double[] fractional = new double[12];
    for (int i = 0; i < 9; i++) {
      rows[i] += random.nextDouble() - 0.5;
    }
    for (int i = 0; i < 12; i++) {
      int atom = i / 3;
      fractional[i] = 0.25 * atom + 0.1 * random.nextDouble();
    }
    return Crystal.of(Lattice.ofRows(rows), new int[] {22, 8, 8, 22}, fractional);
  }

  /** Distances from the first atom to the others of the same cell, and chirality of the cell. */
  private static double[] distances(Crystal crystal) {
    double[] x = crystal.cartesian();
    double[] distances = new double[3];
    for (int i = 1; i < 4; i++) {
      distances[i - 1] =
          Math.hypot(Math.hypot(x[3 * i] - x[0], x[3 * i + 1] - x[1]), x[3 * i + 2] - x[2]);
    }
    return distances;
  }
}
