package org.laue.symmetry.operations;

import org.laue.StoppedException;
import org.laue.symmetry.lattice.SymmetryException;

/**
 * Ends a search that would go on for minutes. The unit is one look at an atom, some nanoseconds;
 * the limit is reached by no crystal of up to 20,000 atoms at a sensible tolerance.
 */
public final class SearchBudget {
  /** Looks after which the thread is asked whether its caller wants it to stop: a millisecond. */
  private static final long BREATH = 200_000;

  /** Looks at atoms that one call may take, about ten seconds of one core. */
  static final long LIMIT = 1_500_000_000L;

  private long left = LIMIT;
  private long nextBreath = LIMIT;

  void spend(int looks) {
    left -= looks;
    if (left < nextBreath) {
      nextBreath = left - BREATH;
      StoppedException.ifInterrupted();
    }
    if (left < 0) {
      throw new SymmetryException(
          "The symmetry search was given up after "
              + LIMIT
              + " looks at atoms; use a smaller symprec or a smaller cell");
    }
  }
}
