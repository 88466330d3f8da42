package org.laue.formats.io;

import java.util.Locale;
import org.laue.UserException;

/** Numbers as structure files write them. */
public final class Numbers {
  /** Beyond this (angstrom or cells) a coordinate is a mistake, and arithmetic loses its digits. */
  public static final double LARGEST = 1e6;

  private Numbers() {}

  /**
   * A finite number; exponents may be Fortran's (1.5d-3).
   *
   * @param what it stands for, for the message
   */
  public static double parse(String token, String what) {
    double value = parseOrNaN(token);
    if (Double.isNaN(value)) {
      throw new UserException(what + " must be a number, was " + LineSource.shown(token));
    }
    if (!(Math.abs(value) <= LARGEST)) {
      throw new UserException(
          what + " must lie within +-" + (int) LARGEST + ", was " + LineSource.shown(token));
    }
    return value;
  }

  public static boolean isNumber(String token) {
    return !Double.isNaN(parseOrNaN(token));
  }

  /** Whether the token is an integer of at most nine digits. */
  public static boolean isCount(String token) {
    int start = token.startsWith("-") || token.startsWith("+") ? 1 : 0;
    if (token.length() == start || token.length() > start + 9) {
      return false;
    }
    return token.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
  }

  private static double parseOrNaN(String token) {
    boolean fortran = false;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c == 'd' || c == 'D') {
        fortran = true;
      } else if (!(c >= '0' && c <= '9') && "+-.eE".indexOf(c) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(fortran ? token.toLowerCase(Locale.ROOT).replace('d', 'e') : token);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
