package org.laue.symmetry.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.laue.structure.Crystal;
import org.laue.structure.Element;
import org.laue.structure.Lattice;

/** Cells of molecular dynamics from first principles; every fifth one at most. */
class ThermalCellsTest {
  private static final Path CELLS =
      Path.of("../shared/data/dft_thermal/mlearn_fcc_bcc_diamond.extxyz.gz");

  private static final Map<String, Integer> PARENTS =
      Map.of("fcc", 225, "bcc", 229, "diamond", 227);

  @Test
  void cellsWellBelowMeltingHaveTheLatticeOfTheirElement() throws IOException {
    int cells = recognised("AIMD NVT simulation[^\"]* at 300 K\"", true);
    assertThat(cells).isGreaterThan(20);
  }

  @Test
  void meltsHaveNone() throws IOException {
    int cells = recognised("AIMD NVT simulation[^\"]* at (2422|3374|6000|907) K\"", false);
    assertThat(cells).isGreaterThan(20);
  }

  /** Checks every fifth cell of the group whose comment has the pattern; returns how many. */
  private static int recognised(String pattern, boolean ordered) throws IOException {
    Assumptions.assumeTrue(Files.exists(CELLS), "the real structures in " + CELLS + " are missing");
    int seen = 0;
    int checked = 0;
    try (BufferedReader reader = reader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int count = Integer.parseInt(line.strip());
        String comment = reader.readLine();
        Crystal crystal = crystal(count, comment, reader);
        boolean wanted = comment.matches(".*group=\"AIMD-NVT\".*" + pattern + ".*");
        if (wanted && seen++ % 5 == 0) {
          check(crystal, comment, ordered);
          checked++;
        }
      }
    }
    return checked;
  }

  private static void check(Crystal crystal, String comment, boolean ordered) {
    int group = ParentLattice.find(crystal).map(parent -> parent.symmetry(.01).number()).orElse(0);
    String parent = comment.replaceAll(".*parent=\"([a-z]+)\".*", "$1");
    assertThat(group).as(comment).isEqualTo(ordered ? PARENTS.get(parent) : 0);
  }

  private static Crystal crystal(int count, String comment, BufferedReader reader)
      throws IOException {
    String rows = comment.replaceAll(".*Lattice=\"([^\"]*)\".*", "$1");
    double[] lattice = Arrays.stream(rows.split(" ")).mapToDouble(Double::parseDouble).toArray();
    int[] numbers = new int[count];
    double[] positions = new double[3 * count];
    for (int atom = 0; atom < count; atom++) {
      String[] words = reader.readLine().strip().split("\\s+");
      numbers[atom] = Element.ofSymbol(words[0]).atomicNumber();
      for (int axis = 0; axis < 3; axis++) {
        positions[3 * atom + axis] = Double.parseDouble(words[1 + axis]);
      }
    }
    return Crystal.ofCartesian(Lattice.ofRows(lattice), numbers, positions);
  }

  private static BufferedReader reader() throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(CELLS)), StandardCharsets.UTF_8));
  }
}
