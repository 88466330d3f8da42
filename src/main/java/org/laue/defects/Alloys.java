package org.laue.defects;

import java.util.List;
import org.laue.UserException;

/** Names of alloys of one host and m foreign species. */
final class Alloys {
  private static final List<String> NAMES = List.of("binary", "ternary", "quaternary", "quinary");

  private Alloys() {}

  /** {@code binary} for one foreign species; {@code 7-ary} beyond the names. */
  static String name(int species) {
    return species <= NAMES.size() ? NAMES.get(species - 1) : (species + 1) + "-ary";
  }

  static int species(String name) {
    int known = NAMES.indexOf(name);
    if (known >= 0) {
      return known + 1;
    }
    if (name.matches("\\d{1,2}-ary")) {
      return Integer.parseInt(name.substring(0, name.indexOf('-'))) - 1;
    }
    throw new UserException(
        "Substitution must be binary, ternary, quaternary or quinary, was '" + name + "'");
  }
}
