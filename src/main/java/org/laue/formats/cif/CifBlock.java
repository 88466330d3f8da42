package org.laue.formats.cif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laue.UserException;

/**
 * The values of one data block that a structure is made of, by tag (lower case, dots as
 * underscores). Unknown ({@code ?}) and inapplicable ({@code .}) values are null.
 */
final class CifBlock {
  /** Characters that the values of one block may take, each with what it costs to keep. */
  private static final int MAX_CHARACTERS = 1 << 26;

  private static final int COST_OF_VALUE = 40;

  private final String name;
  private final Map<String, List<String>> columns = new LinkedHashMap<>();
  private final Map<String, Integer> lineOfFirst = new LinkedHashMap<>();
  private int characters;

  CifBlock(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  Set<String> tags() {
    return columns.keySet();
  }

  /** Whether the tag is one that {@link CifStructure} looks at. */
  static boolean wanted(String tag) {
    return tag.startsWith("_cell_")
        || tag.startsWith("_symmetry_")
        || tag.startsWith("_space_group_")
        || tag.startsWith("_chemical_")
        || tag.startsWith("_cod_database")
        || tag.startsWith("_database_code")
        || tag.startsWith("_diffrn_ambient")
        || tag.startsWith("_atom_sites_cartn")
        || (tag.startsWith("_atom_site_") && !tag.startsWith("_atom_site_aniso"));
  }

  void add(String tag, String value, int line) {
    characters += COST_OF_VALUE + (value == null ? 0 : value.length());
    if (characters > MAX_CHARACTERS) {
      throw new UserException("Data block holds too many values for one structure; split it");
    }
    columns.computeIfAbsent(tag, key -> new ArrayList<>(1)).add(value);
    lineOfFirst.putIfAbsent(tag, line);
  }

  boolean has(String tag) {
    return columns.containsKey(tag);
  }

  boolean hasAny(String prefix) {
    return columns.keySet().stream().anyMatch(tag -> tag.startsWith(prefix));
  }

  /** The values of the first of these tags that is there; empty if none is. */
  List<String> column(String... tags) {
    for (String tag : tags) {
      if (has(tag)) {
        return columns.get(tag);
      }
    }
    return List.of();
  }

  /** The first known value under these tags, or null. */
  String value(String... tags) {
    for (String tag : tags) {
      for (String value : columns.getOrDefault(tag, List.of())) {
        if (value != null) {
          return value;
        }
      }
    }
    return null;
  }

  /** " (line n)" of the first value of a tag. */
  String place(String tag) {
    Integer line = lineOfFirst.get(tag);
    return line == null ? "" : " (line " + line + ")";
  }

  /** Single values, for the properties of a structure. */
  Map<String, String> singles() {
    Map<String, String> singles = new LinkedHashMap<>();
    columns.forEach(
        (tag, list) -> {
          if (list.size() == 1 && list.get(0) != null) {
            singles.put(tag, list.get(0));
          }
        });
    return singles;
  }
}
