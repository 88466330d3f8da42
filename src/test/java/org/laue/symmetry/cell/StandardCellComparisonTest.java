package org.laue.symmetry.cell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.symmetry.OptimadeStructures;
import org.laue.symmetry.RandomCrystals;
import org.laue.symmetry.SpglibAnswers;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.groups.HallSetting;
import org.laue.symmetry.groups.HallSettings;
import org.laue.symmetry.operations.Tolerance;

/** Number and standard cell as Spglib 2.0.2 finds them. */
class StandardCellComparisonTest {
  /** Larger cells agree as well, but Spglib takes its time for them. */
  private static final int LARGEST = 60;

  private static final Symspg LIBRARY = load();

  /** The functions of the C library that are called. Lattices are columns there. */
  interface Symspg extends Library {
    int spg_get_international(
        byte[] symbol, double[] columns, double[] positions, int[] types, int count, double prec);

    int spg_standardize_cell(
        double[] columns,
        double[] positions,
        int[] types,
        int count,
        int toPrimitive,
        int noIdealize,
        double symprec);
  }

  private static Symspg load() {
    try {
      return Native.load("libsymspg.so.1", Symspg.class);
    } catch (UnsatisfiedLinkError missing) {
      return null;
    }
  }

  private static final SpglibAnswers ANSWERS = SpglibAnswers.of("spglib-standard-cells.tsv");

  @AfterAll
  static void keep() throws IOException {
    ANSWERS.keep();
  }

  @Test
  void crystalsOfEverySetting() {
    RandomCrystals random = new RandomCrystals(2018);
    List<String> different = new ArrayList<>();
    for (HallSetting setting : HallSettings.all()) {
      Crystal crystal = random.general(setting);
      if (differs("setting " + setting.hallNumber(), crystal, 1e-4)) {
        different.add(setting.toString());
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  void realCrystalsOf229SpaceGroups() throws IOException {
    Path real = OptimadeStructures.file("symmetry_229/jarvis_spg229.optimade.jsonl.gz");
    List<String> different = new ArrayList<>();
    OptimadeStructures.forEach(
        real,
        entry -> {
          if (entry.crystal().atomCount() <= LARGEST
              && differs(entry.id(), entry.crystal(), 0.01)) {
            different.add(entry.id());
          }
        });
    assertThat(different).isEmpty();
  }

  private static boolean differs(String name, Crystal crystal, double symprec) {
    String[] spglibs = ANSWERS.to(name, () -> answer(crystal, symprec)).split("; ");
    SymmetryDataset ours = SymmetryFinder.symmetry(crystal, Tolerance.of(symprec));
    return ours.number() != Integer.parseInt(spglibs[0])
        || !alike(ours.standardCell(false), spglibs[1], symprec)
        || !alike(ours.standardCell(true), spglibs[2], symprec);
  }

  /** Number; atoms, lengths and angles of the standard cell; the same of the idealised one. */
  private static String answer(Crystal crystal, double symprec) {
    return number(crystal, symprec)
        + "; "
        + parameters(standard(crystal, symprec, false))
        + "; "
        + parameters(standard(crystal, symprec, true));
  }

  private static String parameters(Crystal cell) {
    double[] l = cell.lattice().lengths();
    double[] a = cell.lattice().angles();
    return String.format(
        Locale.ROOT,
        "%d %.6f %.6f %.6f %.5f %.5f %.5f",
        cell.atomCount(),
        l[0],
        l[1],
        l[2],
        a[0],
        a[1],
        a[2]);
  }

  private static boolean alike(Crystal ours, String spglibs, double symprec) {
    double[] cell = Arrays.stream(spglibs.split(" ")).mapToDouble(Double::parseDouble).toArray();
    return ours.atomCount() == (int) cell[0]
        && close(ours.lattice().lengths(), Arrays.copyOfRange(cell, 1, 4), 2 * symprec)
        && close(ours.lattice().angles(), Arrays.copyOfRange(cell, 4, 7), 20 * symprec);
  }

  private static boolean close(double[] p, double[] q, double tolerance) {
    return Math.abs(p[0] - q[0]) < tolerance
        && Math.abs(p[1] - q[1]) < tolerance
        && Math.abs(p[2] - q[2]) < tolerance;
  }

  private static int number(Crystal crystal, double symprec) {
    return LIBRARY.spg_get_international(
        new byte[11],
        Matrix3.transposed(crystal.lattice().rows()),
        crystal.fractional(),
        crystal.atomicNumbers(),
        crystal.atomCount(),
        symprec);
  }

  private static Crystal standard(Crystal crystal, double symprec, boolean idealize) {
    int count = crystal.atomCount();
    double[] columns = Matrix3.transposed(crystal.lattice().rows());
    // a conventional cell has up to four lattice points
    double[] positions = Arrays.copyOf(crystal.fractional(), 12 * count);
    int[] types = Arrays.copyOf(crystal.atomicNumbers(), 4 * count);
    int found =
        LIBRARY.spg_standardize_cell(
            columns, positions, types, count, 0, idealize ? 0 : 1, symprec);
    return Crystal.of(
        Lattice.ofRows(Matrix3.transposed(columns)),
        Arrays.copyOf(types, found),
        Arrays.copyOf(positions, 3 * found));
  }
}
