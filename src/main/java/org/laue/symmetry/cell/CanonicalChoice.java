package org.laue.symmetry.cell;

import java.util.Arrays;
import java.util.List;
import org.laue.structure.Crystal;
import org.laue.structure.Matrix3;
import org.laue.symmetry.groups.SpaceGroupMatch;
import org.laue.symmetry.groups.WyckoffPosition;
import org.laue.symmetry.groups.WyckoffTable;

/**
 * Settles what the space group leaves open, so that a crystal has the same standard cell and
 * Wyckoff letters wherever the origin of its input lay: of all choices of axes and origin the one
 * with the earliest letters (heavy elements first), then the one with atoms nearest to the origin.
 * The free origin along the axis of a polar group stays as it was found.
 */
final class CanonicalChoice {
  /** Distances this close, in angstrom, do not decide. */
  private static final double STEP = 1e-3;

  private final SpaceGroupMatch match;
  private final Crystal primitive;
  private final int[] positions;

  private CanonicalChoice(SpaceGroupMatch match, Crystal primitive, double symprec) {
    this.match = match;
    this.primitive = primitive;
    List<WyckoffPosition> table = WyckoffTable.of(match.setting().number());
    this.positions =
        Sites.of(match, primitive, symprec).stream()
            .mapToInt(site -> table.indexOf(site.position()))
            .toArray();
  }

  /** The match with the preferred axes and origin. */
  static SpaceGroupMatch of(SpaceGroupMatch match, Crystal primitive, double symprec) {
    List<Normaliser.Choice> choices = Normaliser.of(match.hallNumber());
    return choices.size() == 1
        ? match
        : new CanonicalChoice(match, primitive, symprec).best(choices);
  }

  private SpaceGroupMatch best(List<Normaliser.Choice> choices) {
    SpaceGroupMatch best = null;
    long[] bestLetters = null;
    double[] bestDistances = null;
    for (Normaliser.Choice choice : choices) {
      long[] letters = letters(choice);
      int order = best == null ? -1 : Arrays.compare(letters, bestLetters);
      if (order <= 0) {
        SpaceGroupMatch candidate = match.changed(choice.turn(), choice.shift());
        double[] distances = distances(candidate);
        if (order < 0 || nearer(distances, bestDistances)) {
          best = candidate;
          bestLetters = letters;
          bestDistances = distances;
        }
      }
    }
    return best;
  }

  /** One number per atom, its letter before its element, the heaviest first; ascending. */
  private long[] letters(Normaliser.Choice choice) {
    long[] letters = new long[positions.length];
    for (int atom = 0; atom < letters.length; atom++) {
      letters[atom] = 1000L * choice.positions()[positions[atom]] - primitive.atomicNumber(atom);
    }
    Arrays.sort(letters);
    return letters;
  }

  /** Distances of the atoms from the origin in angstrom, to the nearest image, ascending. */
  private double[] distances(SpaceGroupMatch candidate) {
    double[] origin = candidate.toPrimitive(new double[3]);
    double[] metric = primitive.lattice().metric();
    double[] distances = new double[primitive.atomCount()];
    for (int atom = 0; atom < distances.length; atom++) {
      double[] d = new double[3];
      for (int i = 0; i < 3; i++) {
        d[i] = primitive.fractional(atom, i) - origin[i];
        d[i] -= Math.rint(d[i]);
      }
      distances[atom] = Math.sqrt(nearest(d, metric));
    }
    Arrays.sort(distances);
    return distances;
  }

  /** Square of the shortest vector among the images next to this one. */
  private static double nearest(double[] d, double[] metric) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 27; i++) {
      double[] image = {d[0] + i / 9 - 1, d[1] + i / 3 % 3 - 1, d[2] + i % 3 - 1};
      best = Math.min(best, Matrix3.squaredLength(image, metric));
    }
    return best;
  }

  private static boolean nearer(double[] p, double[] q) {
    for (int i = 0; i < p.length; i++) {
      if (Math.abs(p[i] - q[i]) > STEP) {
        return p[i] < q[i];
      }
    }
    return false;
  }
}
