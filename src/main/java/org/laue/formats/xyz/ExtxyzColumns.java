package org.laue.formats.xyz;

import java.util.List;
import java.util.Set;
import org.laue.UserException;
import org.laue.formats.io.AtomList;
import org.laue.formats.io.Fields;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;
import org.laue.formats.io.SiteNames;
import org.laue.structure.Element;

/** Which columns of an extended XYZ frame hold element and position. */
record ExtxyzColumns(int total, int species, int position, boolean atomicNumbers) {
  private static final Set<String> SPECIES = Set.of("species", "symbols", "element");
  private static final Set<String> NUMBERS = Set.of("z", "numbers", "atomic_numbers");
  private static final ExtxyzColumns PLAIN = new ExtxyzColumns(4, 0, 1, false);

  /**
   * @param properties {@code name:type:columns} triples, or null for plain XYZ
   */
  static ExtxyzColumns of(String properties) {
    if (properties == null) {
      return PLAIN;
    }
    String[] parts = properties.strip().split(":", -1);
    int species = -1;
    int position = -1;
    int total = 0;
    boolean named = false;
    boolean numbers = false;
    if (parts.length % 3 != 0) {
      throw unusable(properties);
    }
    for (int i = 0; i < parts.length; i += 3) {
      int width = Numbers.isCount(parts[i + 2]) ? Integer.parseInt(parts[i + 2]) : 0;
      if (width < 1 || width > 10_000) {
        throw unusable(properties);
      }
      String name = FileNames.lower(parts[i]);
      boolean symbols = width == 1 && SPECIES.contains(name);
      boolean places = width == 3 && name.matches("pos|positions");
      if (symbols && named || places && position >= 0) {
        throw unusable(properties);
      }
      named |= symbols;
      if (symbols || width == 1 && species < 0 && NUMBERS.contains(name)) {
        numbers = !symbols;
        species = total;
      } else if (places) {
        position = total;
      }
      total += width;
    }
    if (species < 0 || position < 0) {
      throw unusable(properties);
    }
    return new ExtxyzColumns(total, species, position, numbers);
  }

  private static UserException unusable(String properties) {
    return new UserException(
        "Properties must be name:type:columns with species:S:1 and pos:R:3, each once, was "
            + LineSource.shown(properties));
  }

  /** Adds the atom of a line; whether a bare number stood for its element. */
  boolean read(String line, AtomList atoms) {
    List<String> words = Fields.ofAtom(line, total);
    double x = Numbers.parse(words.get(position), "Coordinate x");
    double y = Numbers.parse(words.get(position + 1), "Coordinate y");
    double z = Numbers.parse(words.get(position + 2), "Coordinate z");
    String symbol = words.get(species);
    boolean number = Numbers.isCount(symbol);
    if (number) {
      atoms.add(numbered(symbol), x, y, z);
    } else {
      atoms.add(SiteNames.element(symbol).orElse(symbol), x, y, z);
    }
    return number && !atomicNumbers;
  }

  private static int numbered(String text) {
    int number = Integer.parseInt(text);
    if (number < 1 || number > Element.MAX_ATOMIC_NUMBER) {
      throw AtomList.unknown(text);
    }
    return number;
  }

  /** Whether a line with these words could be one more atom. */
  boolean fits(List<String> words) {
    return words.size() >= total
        && words.subList(position, position + 3).stream().allMatch(Numbers::isNumber);
  }
}
