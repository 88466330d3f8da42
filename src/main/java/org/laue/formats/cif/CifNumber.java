package org.laue.formats.cif;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laue.UserException;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;

/**
 * A CIF number with or without its standard uncertainty: {@code 5.4307(2)}; or a quotient as people
 * write it: {@code 1/3}.
 */
final class CifNumber {
  private static final Pattern UNCERTAIN = Pattern.compile("([^()\\s]*)\\s*\\(\\d{1,9}\\)");

  private static final Pattern QUOTIENT = Pattern.compile("([+-]?\\d{1,4})/([1-9]\\d{0,3})");

  private CifNumber() {}

  static double parse(String text, String what) {
    String number = text.strip();
    Matcher quotient = QUOTIENT.matcher(number);
    if (quotient.matches()) {
      return Numbers.parse(quotient.group(1), what) / Numbers.parse(quotient.group(2), what);
    }
    if (number.indexOf('(') < 0) {
      return Numbers.parse(number, what);
    }
    Matcher matcher = UNCERTAIN.matcher(number);
    if (!matcher.matches()) {
      throw new UserException(
          what + " must be a number such as 5.43(2), was " + LineSource.shown(text));
    }
    return Numbers.parse(matcher.group(1), what);
  }
}
