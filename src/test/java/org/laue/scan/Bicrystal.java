package org.laue.scan;

import java.util.Arrays;
import org.laue.structure.Atoms;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;

/** A ball of two crystals that meet in the plane z = 0. */
record Bicrystal(Atoms atoms, double[][] turns, boolean hexagonal) {

  static Bicrystal of(LocalClass kind, double nearest, double radius, double sigma, long seed) {
    Crystal block = Samples.block(kind, nearest, Math.sqrt(8 / 3.0), 14_000);
    Crystal crystal = Samples.shaken(block, sigma, seed);
    double[][] turns = {Samples.rotation(seed + 1), Samples.rotation(seed + 2)};
    double[] upper = Samples.ball(crystal, radius, turns[0]).cartesian();
    double[] lower = Samples.ball(crystal, radius, turns[1]).cartesian();
    double[] kept = new double[upper.length + lower.length];
    int count = 0;
    for (double[] half : new double[][] {upper, lower}) {
      double side = half == upper ? 1 : -1;
      for (int i = 0; i < half.length; i += 3) {
        if (side * half[i + 2] > nearest / 4) {
          System.arraycopy(half, i, kept, 3 * count++, 3);
        }
      }
    }
    int[] numbers = new int[count];
    Arrays.fill(numbers, 29);
    boolean hexagonal = Template.of(kind).isHexagonal();
    return new Bicrystal(Cluster.of(numbers, Arrays.copyOf(kept, 3 * count)), turns, hexagonal);
  }

  double degrees() {
    return Symmetry.misorientation(turns[0], turns[1], hexagonal);
  }

  /**
   * Share of the atoms more than 3 angstrom off the plane whose lattice is turned as it was made.
   */
  double accuracy(ScanResult result) {
    double[] x = atoms.cartesian();
    int all = 0;
    int right = 0;
    for (int atom = 0; atom < atoms.atomCount(); atom++) {
      double z = x[3 * atom + 2];
      if (Math.abs(z) > 3) {
        all++;
        double[] found = result.atoms().rotation(atom);
        boolean same =
            found != null && Symmetry.misorientation(found, turns[z > 0 ? 0 : 1], hexagonal) < 3;
        right += same ? 1 : 0;
      }
    }
    return right / (double) all;
  }
}
