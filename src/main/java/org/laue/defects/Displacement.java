package org.laue.defects;

import org.laue.StableRandom;
import org.laue.structure.Crystal;

/**
 * Independent normal displacements of each Cartesian component; atoms that leave the supercell come
 * in again at the opposite face.
 *
 * @param sigmaAngstrom standard deviation of one component, not of the length, angstrom, at least 0
 */
public record Displacement(double sigmaAngstrom) implements Defect {
  private static final long serialVersionUID = 1L;

  public Displacement {
    Levels.checkNotNegative("Displacement sigma in angstrom", sigmaAngstrom);
  }

  @Override
  public DefectKind kind() {
    return DefectKind.DISPLACEMENT;
  }

  @Override
  public double level() {
    return sigmaAngstrom;
  }

  @Override
  public Crystal apply(Crystal supercell, StableRandom random, double nearestNeighbourAngstrom) {
    return displaced(supercell, random, sigmaAngstrom);
  }

  static Crystal displaced(Crystal supercell, StableRandom random, double sigmaAngstrom) {
    double[] shifts = new double[3 * supercell.atomCount()];
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] = sigmaAngstrom * random.nextGaussian();
    }
    double[] fractional = supercell.fractional();
    double[] moves = supercell.lattice().toFractional(shifts);
    for (int i = 0; i < fractional.length; i++) {
      fractional[i] = wrapped(fractional[i] + moves[i]);
    }
    return Crystal.of(supercell.lattice(), supercell.atomicNumbers(), fractional);
  }

  /** In [0, 1); a tiny negative number, whose remainder rounds to 1, becomes 0. */
  private static double wrapped(double x) {
    double remainder = x - Math.floor(x);
    return remainder < 1 ? remainder : 0;
  }
}
