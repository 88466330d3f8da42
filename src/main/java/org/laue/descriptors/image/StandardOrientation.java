package org.laue.descriptors.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/**
 * The Cartesian axes in which a conventional cell is diffracted: a along x, b in the xy plane, and
 * of the four proper sign choices of (a, b, c) one whose reciprocal angles are all at most 90
 * degrees or all above. No atom moves against another; only the corner of the cell changes.
 *
 * <p>Ziletti et al. 2018 as coded: the choices are tested in a fixed order and the last success
 * wins. Their test had no tolerance, so rounding decided for right angles; here {@value
 * #TOLERANCE_DEGREES} degrees make it deterministic.
 */
public final class StandardOrientation {
  private static final double TOLERANCE_DEGREES = 1e-6;

  /** Fractional coordinates nearer than this to a cell face are put on it. */
  private static final double ON_FACE = 1e-9;

  private static final int[][] SIGNS = {{1, 1, 1}, {-1, 1, -1}, {-1, -1, 1}, {1, -1, -1}};

  private StandardOrientation() {}

  /** The crystal in its standard orientation: last admissible choice, fractional in [0, 1). */
  public static Crystal of(Crystal conventional) {
    List<Crystal> choices = admissible(conventional);
    return choices.get(choices.size() - 1);
  }

  /** The crystal in one of its admissible orientations, drawn by a seed. */
  public static Crystal drawn(Crystal conventional, long seed) {
    List<Crystal> choices = admissible(conventional);
    return choices.get(new Random(seed).nextInt(choices.size()));
  }

  /** Every admissible choice in the order of testing, one to four. */
  public static List<Crystal> admissible(Crystal conventional) {
    double[] upright = upright(conventional.lattice());
    List<Crystal> choices = new ArrayList<>();
    for (int[] signs : SIGNS) {
      Lattice lattice = signed(upright, signs);
      if (isAdmissible(lattice)) {
        choices.add(Crystal.of(lattice, conventional.atomicNumbers(), turned(conventional, signs)));
      }
    }
    if (choices.isEmpty()) {
      throw new IllegalStateException("No admissible axis signs for " + conventional.lattice());
    }
    return choices;
  }

  /** Rows a, b, c from lengths and angles: a along x, b in the xy plane, c with positive z. */
  private static double[] upright(Lattice lattice) {
    double[] lengths = lattice.lengths();
    double[] g = lattice.metric();
    double a = lengths[0];
    double bx = g[1] / a;
    double by = Math.sqrt(lengths[1] * lengths[1] - bx * bx);
    double cx = g[2] / a;
    double cy = (g[5] - bx * cx) / by;
    double cz = Math.sqrt(lengths[2] * lengths[2] - cx * cx - cy * cy);
    return new double[] {a, 0, 0, bx, by, 0, cx, cy, cz};
  }

  private static Lattice signed(double[] rows, int[] signs) {
    double[] signed = rows.clone();
    for (int i = 0; i < 9; i++) {
      signed[i] = rows[i] == 0 ? 0 : signs[i / 3] * rows[i];
    }
    return Lattice.ofRows(signed);
  }

  private static boolean isAdmissible(Lattice lattice) {
    double[] columns = lattice.inverseRows();
    Lattice reciprocal =
        Lattice.ofRows(
            columns[0],
            columns[3],
            columns[6],
            columns[1],
            columns[4],
            columns[7],
            columns[2],
            columns[5],
            columns[8]);
    boolean acute = true;
    boolean obtuse = true;
    for (double angle : reciprocal.angles()) {
      acute &= angle <= 90 + TOLERANCE_DEGREES;
      obtuse &= angle > 90 + TOLERANCE_DEGREES;
    }
    return acute || obtuse;
  }

  private static double[] turned(Crystal crystal, int[] signs) {
    double[] fractional = crystal.fractional();
    for (int i = 0; i < fractional.length; i++) {
      double f = signs[i % 3] * fractional[i];
      double inside = f - Math.floor(f);
      fractional[i] = inside < ON_FACE || inside > 1 - ON_FACE ? 0 : inside;
    }
    return fractional;
  }
}
