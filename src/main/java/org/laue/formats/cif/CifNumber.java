package org.laue.formats.cif;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laue.UserException;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;

/** A CIF number with or without its standard uncertainty: {@code 5.4307(2)}. */
final class CifNumber {
  private static final Pattern UNCERTAIN = Pattern.compile("([^()]*)\\(\\d{1,9}\\)");

  private CifNumber() {}

  static double parse(String text, String what) {
    if (text.indexOf('(') < 0) {
      return Numbers.parse(text, what);
    }
    Matcher matcher = UNCERTAIN.matcher(text);
    if (!matcher.matches()) {
      throw new UserException(
          what + " must be a number such as 5.43(2), was " + LineSource.shown(text));
    }
    return Numbers.parse(matcher.group(1), what);
  }
}
