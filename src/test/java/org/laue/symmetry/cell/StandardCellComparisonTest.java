package org.laue.symmetry.cell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.symmetry.OptimadeStructures;
import org.laue.symmetry.RandomCrystals;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.groups.HallSetting;
import org.laue.symmetry.groups.HallSettings;
import org.laue.symmetry.operations.Tolerance;

/** Number and standard cell against Debian's libsymspg 2.0.2, where it is installed. */
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

  @BeforeEach
  void oracle() {
    Assumptions.assumeTrue(
        LIBRARY != null,
        "libsymspg.so.1 (Debian: libsymspg1) is not installed; nothing to compare with");
  }

  @Test
  void crystalsOfEverySetting() {
    RandomCrystals random = new RandomCrystals(2018);
    List<String> different = new ArrayList<>();
    for (HallSetting setting : HallSettings.all()) {
      Crystal crystal = random.general(setting);
      if (differs(crystal, 1e-4)) {
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
          if (entry.crystal().atomCount() <= LARGEST && differs(entry.crystal(), 0.01)) {
            different.add(entry.id());
          }
        });
    assertThat(different).isEmpty();
  }

  private static boolean differs(Crystal crystal, double symprec) {
    SymmetryDataset ours = SymmetryFinder.symmetry(crystal, Tolerance.of(symprec));
    return ours.number() != number(crystal, symprec)
        || !alike(ours.standardCell(false), standard(crystal, symprec, false), symprec)
        || !alike(ours.standardCell(true), standard(crystal, symprec, true), symprec);
  }

  private static boolean alike(Crystal ours, Crystal spglibs, double symprec) {
    return ours.atomCount() == spglibs.atomCount()
        && close(ours.lattice().lengths(), spglibs.lattice().lengths(), 2 * symprec)
        && close(ours.lattice().angles(), spglibs.lattice().angles(), 20 * symprec);
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
