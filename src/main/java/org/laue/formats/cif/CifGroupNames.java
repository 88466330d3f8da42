package org.laue.formats.cif;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laue.UserException;
import org.laue.formats.io.LineSource;

/**
 * How a data block names its space group. Tags are those of the core dictionary, old and new, of
 * mmCIF, and their usual misspellings.
 *
 * @param halls Hall symbols
 * @param symbols Hermann-Mauguin symbols
 * @param number of the International Tables, or 0
 * @param hints words that choose between settings: a code of the coordinate system, or the Hall
 *     symbol of a reference setting
 * @param system crystal system in lower case, or null
 */
record CifGroupNames(
    Set<String> halls, Set<String> symbols, int number, Set<String> hints, String system) {
  private static final Pattern HALL = Pattern.compile("_(space_group|symmetry).*hall.*");
  private static final Pattern SYMBOL =
      Pattern.compile("_(space_group|symmetry)_.*h[-_]?m(_(alt|full|ref|short|extended))?");
  private static final Pattern NUMBER =
      Pattern.compile("_(space_group|symmetry).*(tables_(number|no)|it_(number|no)|group_number)");
  private static final Pattern HINT =
      Pattern.compile("_space_group.*(coordinate_system_code|reference_setting)");
  private static final Pattern SYSTEM =
      Pattern.compile("_(symmetry_cell_setting|space_group_crystal_system)");

  /** {@code 225}, {@code 166:H} or {@code 059:-P 2ab 2a}. */
  private static final Pattern NUMBERED = Pattern.compile("\\s*(\\d{1,3})\\s*(?::\\s*(.+))?");

  static CifGroupNames of(CifBlock block) {
    Set<String> hints = new LinkedHashSet<>(values(block, HINT));
    int number = 0;
    for (String value : values(block, NUMBER)) {
      Matcher numbered = NUMBERED.matcher(value);
      if (numbered.matches()) {
        if (Integer.parseInt(numbered.group(1)) > 230) {
          throw new UserException(
              "Space groups have the numbers 1 to 230, was " + LineSource.shown(value));
        }
        number = number == 0 ? Integer.parseInt(numbered.group(1)) : number;
        if (numbered.group(2) != null) {
          hints.add(numbered.group(2));
        }
      }
    }
    List<String> systems = values(block, SYSTEM);
    return new CifGroupNames(
        new LinkedHashSet<>(values(block, HALL)),
        new LinkedHashSet<>(values(block, SYMBOL)),
        number,
        hints,
        systems.isEmpty() ? null : systems.get(0).toLowerCase(Locale.ROOT));
  }

  private static List<String> values(CifBlock block, Pattern tag) {
    List<String> values = new ArrayList<>();
    for (String name : block.tags()) {
      if (tag.matcher(name).matches()) {
        String value = block.value(name);
        if (value != null && !value.isBlank() && !value.strip().matches("[?.]|unknown|n/a")) {
          values.add(value.strip());
        }
      }
    }
    return values;
  }

  boolean isEmpty() {
    return halls.isEmpty() && symbols.isEmpty() && number == 0;
  }

  /** What the hints say without the number in front of them: {@code -P 2ab 2a}. */
  List<String> choices() {
    return hints.stream().map(hint -> hint.replaceFirst("^\\d{1,3}\\s*:\\s*", "")).toList();
  }

  /** All names in one line, for messages. */
  @Override
  public String toString() {
    List<String> names = new ArrayList<>(symbols);
    names.addAll(halls);
    if (number != 0) {
      names.add(Integer.toString(number));
    }
    return String.join(", ", names);
  }
}
