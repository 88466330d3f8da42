package org.laue.descriptors.image;

import org.laue.structure.Atoms;

/**
 * Mode of the pair distances near a first guess, by mean shift with a bell-shaped window. Pairs
 * count by the inverse square of their distance, as a random arrangement would have equally many at
 * any distance.
 */
final class FirstShell {
  /** Pairs up to this multiple of the guess are looked at. */
  private static final double REACH = 1.6;

  /** A guess from the shortest distances may fall short by so much. */
  private static final double LOWEST_GUESS = 0.8;

  private static final double WIDE = 0.10;
  private static final double NARROW = 0.03;

  /** Where the window ends, in its widths: a little above the root of 8, for rounding. */
  private static final double ENDS = 2.829;

  /** Window width in units of the spread of the lower flank. */
  private static final double FLANK = 0.7;

  private static final int STEPS = 200;
  private static final double CONVERGED = 1e-7;

  private FirstShell() {}

  /** Through a window of fixed width. */
  static double broad(Atoms atoms, double guess) {
    return climb(new PairDistances(atoms, REACH * guess / LOWEST_GUESS), guess, WIDE);
  }

  /** Through a window that narrows to the spread of the shell's lower flank. */
  static double narrowing(Atoms atoms, double guess) {
    PairDistances pairs = new PairDistances(atoms, REACH * guess);
    double centre = climb(pairs, guess, WIDE);
    double width = WIDE;
    for (int step = 0; step < STEPS; step++) {
      width = Math.max(NARROW, Math.min(width, FLANK * lowerFlank(pairs, centre)));
      double next = climb(pairs, centre, width);
      if (Math.abs(next - centre) < CONVERGED * centre) {
        return next;
      }
      centre = next;
    }
    return centre;
  }

  /**
   * One mean-shift walk to the nearest mode. The window (1 - t^2/8)^4 stays within 0.08 of the
   * normal curve exp(-t^2/2) and needs no exponential. Pairs outside it weigh nothing and are not
   * asked for.
   *
   * @param width standard deviation of the window relative to the centre
   */
  private static double climb(PairDistances pairs, double start, double width) {
    double centre = start;
    for (int step = 0; step < STEPS; step++) {
      double scale = 1 / (centre * width);
      double sum = 0;
      double weighted = 0;
      double half = ENDS * width;
      for (double d : pairs.between(centre * (1 - half), centre * (1 + half))) {
        double t = (d - centre) * scale;
        double fall = Math.max(0, 1 - t * t / 8);
        double weight = fall * fall * fall * fall / (d * d);
        sum += weight;
        weighted += weight * d;
      }
      double next = weighted / sum;
      if (!(Math.abs(next - centre) > CONVERGED * centre)) {
        return next;
      }
      centre = next;
    }
    return centre;
  }

  /** Root mean square of the shortfall of the pairs below the centre, relative to it. */
  private static double lowerFlank(PairDistances pairs, double centre) {
    double sum = 0;
    int count = 0;
    for (double d : pairs.between(0, centre)) {
      if (d < centre) {
        sum += (1 - d / centre) * (1 - d / centre);
        count++;
      }
    }
    return count == 0 ? 0 : Math.sqrt(sum / count);
  }
}
