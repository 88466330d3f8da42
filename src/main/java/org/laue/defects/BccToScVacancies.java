package org.laue.defects;

import java.util.Arrays;
import org.laue.StableRandom;
import org.laue.UserException;
import org.laue.structure.Crystal;

/**
 * Vacancies among the body centres of a bcc supercell only, on the way to simple cubic: Figure 4b
 * of Ziletti et al. 2018. The sublattice of the first atom stays whole.
 *
 * @param fraction of the body centres, in [0, 1]; at 1 the crystal is simple cubic
 */
public record BccToScVacancies(double fraction) implements Defect {
  private static final long serialVersionUID = 1L;

  /** How far, in angstrom, an atom of the corner sublattice may lie from its corner. */
  private static final double CORNER_TOLERANCE = 1e-3;

  public BccToScVacancies {
    Levels.checkClosedFraction("Fraction of body centres", fraction);
  }

  @Override
  public DefectKind kind() {
    return DefectKind.BCC_TO_SC;
  }

  @Override
  public double level() {
    return fraction;
  }

  @Override
  public Crystal apply(Crystal supercell, StableRandom random, double nearestNeighbourAngstrom) {
    int[] centres = bodyCentres(supercell);
    int[] chosen = random.sample(centres.length, (int) (centres.length * fraction));
    return Removal.without(supercell, Arrays.stream(chosen).map(i -> centres[i]).toArray());
  }

  private static int[] bodyCentres(Crystal supercell) {
    double edge = Math.cbrt(2 * supercell.lattice().volume() / supercell.atomCount());
    double[] repeats =
        Arrays.stream(supercell.lattice().lengths()).map(l -> Math.rint(l / edge)).toArray();
    int count = supercell.atomCount();
    int[] centres = new int[count];
    int found = 0;
    for (int atom = 0; atom < count; atom++) {
      if (!atCorner(supercell, atom, repeats, edge)) {
        centres[found++] = atom;
      }
    }
    if (2 * found != count) {
      throw new UserException(
          "Defect bcc-to-sc needs an undamaged supercell of the two-atom bcc cube; of "
              + count
              + " atoms "
              + found
              + " are body centres. Give it before all other defects, and to bcc crystals only");
    }
    return Arrays.copyOf(centres, found);
  }

  private static boolean atCorner(Crystal supercell, int atom, double[] repeats, double edge) {
    for (int axis = 0; axis < 3; axis++) {
      double cells =
          (supercell.fractional(atom, axis) - supercell.fractional(0, axis)) * repeats[axis];
      if (Math.abs(cells - Math.rint(cells)) * edge > CORNER_TOLERANCE) {
        return false;
      }
    }
    return true;
  }
}
