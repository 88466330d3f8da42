package org.laue.formats;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.Numbers;
import org.laue.formats.io.ParsedStructure;

/**
 * Labels that files carry, whatever they call them. Keys are compared without regard to case and to
 * a provider's prefix ({@code _mp_space_group_number} is {@code space_group_number}).
 *
 * <ul>
 *   <li>space group of the structure: {@code sg}, {@code spg}, {@code spacegroup}, {@code
 *       space_group}, each also with {@code _number} or {@code _it_number}, {@code
 *       international_number}, {@code symmetry_int_tables_number};
 *   <li>lattice of the parent of a distorted or defective structure: {@code parent}, {@code
 *       parent_lattice}, {@code prototype}; and its space group: {@code parent_sg} and {@code
 *       parent_} with any name above.
 * </ul>
 */
public final class FileLabels {
  private static final String SPACE_GROUP =
      "(sg|spg|spacegroup|space_?group)(_it)?(_?(number|num|no))?|international_number"
          + "|symmetry_int_tables_number";

  private static final List<String> PARENT = List.of("parent_lattice", "parent", "prototype");

  private static final Map<String, String> LATTICES =
      Map.ofEntries(
          Map.entry("fcc", "fcc"),
          Map.entry("a1", "fcc"),
          Map.entry("bcc", "bcc"),
          Map.entry("a2", "bcc"),
          Map.entry("hcp", "hcp"),
          Map.entry("a3", "hcp"),
          Map.entry("sc", "sc"),
          Map.entry("ah", "sc"),
          Map.entry("simple cubic", "sc"),
          Map.entry("diamond", "diamond"),
          Map.entry("diam", "diamond"),
          Map.entry("a4", "diamond"));

  private static final Map<String, Integer> GROUP_OF_LATTICE =
      Map.of("fcc", 225, "bcc", 229, "hcp", 194, "sc", 221, "diamond", 227);

  private FileLabels() {}

  /** Space-group number (1 to 230) that the file gives the structure itself. */
  public static OptionalInt spaceGroup(ParsedStructure structure) {
    return number(structure, SPACE_GROUP);
  }

  /**
   * Name of the parent lattice: {@code fcc}, {@code bcc}, {@code hcp}, {@code sc}, {@code diamond}.
   */
  public static Optional<String> parentLattice(ParsedStructure structure) {
    for (String key : PARENT) {
      for (Map.Entry<String, String> property : structure.properties().entrySet()) {
        String lattice = LATTICES.get(FileNames.lower(property.getValue().strip()));
        if (lattice != null && isKey(property.getKey(), key)) {
          return Optional.of(lattice);
        }
      }
    }
    return Optional.empty();
  }

  /** Space-group number of the parent: as given, else the one of {@link #parentLattice}. */
  public static OptionalInt parentSpaceGroup(ParsedStructure structure) {
    OptionalInt given = number(structure, "parent_(" + SPACE_GROUP + ")");
    if (given.isPresent()) {
      return given;
    }
    return parentLattice(structure).stream().mapToInt(GROUP_OF_LATTICE::get).findFirst();
  }

  /** The space group that a label names: as a number, or by the name of a lattice. */
  public static OptionalInt groupOf(String label) {
    String text = label.strip();
    if (Numbers.isCount(text)) {
      int number = Integer.parseInt(text);
      return number >= 1 && number <= 230 ? OptionalInt.of(number) : OptionalInt.empty();
    }
    return Optional.ofNullable(LATTICES.get(FileNames.lower(text))).stream()
        .mapToInt(GROUP_OF_LATTICE::get)
        .findFirst();
  }

  private static OptionalInt number(ParsedStructure structure, String keys) {
    return structure.properties().entrySet().stream()
        .filter(property -> isKey(property.getKey(), keys) && !isListing(property))
        .map(property -> property.getValue().strip())
        .filter(Numbers::isCount)
        .flatMapToInt(text -> groupOf(text).stream())
        .findFirst();
  }

  /** A CIF in P 1 says that all its atoms are listed, not that the crystal has no symmetry. */
  private static boolean isListing(Map.Entry<String, String> property) {
    String key = FileNames.lower(property.getKey());
    boolean cif = key.startsWith("_space_group_it") || key.startsWith("_symmetry_int");
    return cif && property.getValue().strip().equals("1");
  }

  private static boolean isKey(String key, String pattern) {
    return FileNames.lower(key).matches("(?!_parent_)(_[a-z0-9]+_|_)?(" + pattern + ")");
  }
}
