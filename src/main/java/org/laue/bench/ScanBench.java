package org.laue.bench;

import java.util.Locale;
import java.util.OptionalLong;
import org.laue.CpuTime;
import org.laue.defects.DefectSpec;
import org.laue.scan.CommonNeighbours;
import org.laue.scan.Scan;
import org.laue.scan.ScanSettings;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** The scan of atoms near their melting point, on one thread, beside common-neighbour analysis. */
final class ScanBench {
  private static final String WHAT = "scan";
  private static final String UNIT = "atoms per CPU s";
  private static final double NONE = Double.NaN;

  /** Goal: a million atoms in at most ten minutes of two cores. */
  private static final double EVERY_ATOM = 1e6 / 1200;

  /** Goal: in a minute of them on a grid of 5 angstrom. */
  private static final double GRID = 1e6 / 120;

  private static final double STRIDE = 5;
  private static final double MEBIBYTE = 1 << 20;

  private final Scan scan = new Scan(ScanSettings.DEFAULT.withThreads(1));

  void run(BenchTable table) {
    scan.scan(copper(10));
    Crystal atoms = copper(30);
    int count = atoms.atomCount();
    String work = String.format(Locale.ROOT, "%,d atoms of copper", count);
    double peer = count / seconds(() -> new CommonNeighbours(atoms, 1).adaptive());
    double every = count / seconds(() -> scan.scan(atoms));
    double grid = count / seconds(() -> scan.grid(atoms, STRIDE));
    table.rate(
        WHAT, work, every, peer, UNIT, EVERY_ATOM, "against adaptive CNA; the limit is the goal");
    table.rate(WHAT, work + ", grid of 5 A", grid, peer, UNIT, GRID, "likewise");
    OptionalLong peak = PeakMemory.bytes();
    if (peak.isPresent()) {
      double bytes = peak.getAsLong() / MEBIBYTE;
      table.cost(WHAT, "memory at its peak", bytes, NONE, "MiB", NONE, "of the whole process");
    }
  }

  /** Displaced along each axis by what is seen at the melting point. */
  private static Crystal copper(int cells) {
    Crystal whole =
        Crystal.of(
                Lattice.ofRows(3.61, 0, 0, 0, 3.61, 0, 0, 0, 3.61),
                new int[] {29, 29, 29, 29},
                new double[] {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0})
            .supercell(cells, cells, cells);
    return DefectSpec.parse("displacement 0.22", "").apply(whole, 1);
  }

  private static double seconds(Runnable work) {
    CpuTime before = CpuTime.ofThread();
    work.run();
    return CpuTime.ofThread().since(before).seconds();
  }
}
