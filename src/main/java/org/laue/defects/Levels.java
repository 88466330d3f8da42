package org.laue.defects;

import java.math.BigDecimal;
import org.laue.UserException;

/** Levels of defects: reading, writing and the ranges in which they make sense. */
final class Levels {
  private Levels() {}

  /** Shortest plain decimal that reads back as the same number: 0.25, 1, 0.001. */
  static String format(double level) {
    return BigDecimal.valueOf(level).stripTrailingZeros().toPlainString();
  }

  static double parse(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new UserException("Defect level must be a number, was '" + text + "'", e);
    }
  }

  /** A fraction of atoms in [0, 1), so that at least one atom is left as it was. */
  static void checkFraction(String what, double fraction) {
    check(fraction >= 0 && fraction < 1, what + " must be in [0, 1)", fraction);
  }

  /** A fraction of atoms in [0, 1]. */
  static void checkClosedFraction(String what, double fraction) {
    check(fraction >= 0 && fraction <= 1, what + " must be in [0, 1]", fraction);
  }

  static void checkNotNegative(String what, double value) {
    boolean usable = value >= 0 && value < Double.POSITIVE_INFINITY;
    check(usable, what + " must be finite and not negative", value);
  }

  private static void check(boolean usable, String rule, double value) {
    if (!usable) {
      throw new UserException(rule + ", was " + value);
    }
  }
}
