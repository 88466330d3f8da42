package org.laue.scan;

import java.io.Serializable;
import org.laue.structure.Atoms;
import org.laue.structure.Cluster;
import org.laue.structure.Lattice;

/**
 * All atoms of a frame, where frames are small and many.
 *
 * @param numbers atomic numbers [N]
 * @param cartesian positions [3 N] in angstrom
 * @param rows of the lattice, or null
 * @param settings of the scan, which takes one thread
 */
record FramePiece(int[] numbers, double[] cartesian, double[] rows, ScanSettings settings)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static FramePiece of(Atoms atoms, ScanSettings settings) {
    double[] rows = atoms.periodicLattice().map(Lattice::rows).orElse(null);
    return new FramePiece(atoms.atomicNumbers(), atoms.cartesian(), rows, settings.withThreads(1));
  }

  ScannedFrame scan() {
    Atoms atoms =
        rows == null
            ? Cluster.of(numbers, cartesian)
            : Cluster.of(numbers, cartesian, Lattice.ofRows(rows));
    return ScannedFrame.of(() -> new Scan(settings).scan(atoms));
  }
}
