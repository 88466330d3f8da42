package org.laue.bench;

import java.util.Arrays;
import java.util.Locale;
import org.laue.CpuTime;
import org.laue.StableRandom;
import org.laue.defects.DefectSpec;
import org.laue.structure.Atoms;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.symmetry.parent.ParentLattice;

/** The parent lattice of broken supercells and of a cluster without a cell. */
final class ParentBench {
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 10;

  void run(BenchTable table) {
    Crystal copper =
        Crystal.of(
            Lattice.ofRows(0, 1.805, 1.805, 1.805, 0, 1.805, 1.805, 1.805, 0),
            new int[] {29},
            new double[3]);
    row(table, "256 atoms, 1 site", broken(copper.supercell(4, 8, 8)));
    row(table, "4,096 atoms, 64 sites", broken(manySites().supercell(4, 4, 4)));
    Crystal block = broken(copper.supercell(10, 10, 10));
    row(table, "800 atoms, no cell", Cluster.of(block.atomicNumbers(), block.cartesian()));
  }

  private static Crystal broken(Crystal whole) {
    Crystal displaced = DefectSpec.parse("displacement 0.05", "").apply(whole, 1);
    return DefectSpec.parse("vacancy 0.2", "").apply(displaced, 2);
  }

  /** 64 sites of four elements, each somewhere in its cube of 2.5 angstrom. */
  private static Crystal manySites() {
    StableRandom random = new StableRandom(64);
    double[] fractional = new double[3 * 64];
    int[] numbers = new int[64];
    for (int site = 0; site < 64; site++) {
      numbers[site] = 20 + site % 4;
      int[] cube = {site / 16, site / 4 % 4, site % 4};
      for (int i = 0; i < 3; i++) {
        fractional[3 * site + i] = (cube[i] + random.nextDouble(0, 0.4)) / 4;
      }
    }
    return Crystal.of(Lattice.ofRows(10, 0, 0, 0.3, 10.2, 0, 0.1, 0.4, 10.4), numbers, fractional);
  }

  private static void row(BenchTable table, String work, Atoms atoms) {
    double[] milliseconds = new double[WARM_UP + ROUNDS];
    for (int round = 0; round < milliseconds.length; round++) {
      CpuTime before = CpuTime.ofThread();
      boolean found = ParentLattice.find(atoms).isPresent();
      milliseconds[round] = 1e3 * CpuTime.ofThread().since(before).seconds();
      if (!found) {
        throw new IllegalStateException("No parent lattice in " + work);
      }
    }
    double[] measured = Arrays.copyOfRange(milliseconds, WARM_UP, milliseconds.length);
    Arrays.sort(measured);
    double median = measured[measured.length / 2];
    String note = String.format(Locale.ROOT, "worst %.3g", measured[ROUNDS - 1]);
    table.cost("parent", work, median, Double.NaN, "CPU ms", Double.NaN, note);
  }
}
