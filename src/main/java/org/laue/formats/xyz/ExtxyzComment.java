package org.laue.formats.xyz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laue.UserException;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.KeyValues;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;
import org.laue.structure.Lattice;

/** The key=value pairs in the second line of an extended XYZ frame. */
final class ExtxyzComment {
  private final Map<String, String> pairs;

  private ExtxyzComment(Map<String, String> pairs) {
    this.pairs = pairs;
  }

  /** A line that does not read as pairs and names neither lattice nor columns is only a comment. */
  static ExtxyzComment parse(String line) {
    Map<String, String> pairs = new LinkedHashMap<>();
    String lower = FileNames.lower(line);
    if (lower.contains("lattice=") || lower.contains("properties=") || lower.contains("pbc=")) {
      pairs.putAll(new KeyValues(line).parse());
    } else if (line.contains("=") && KeyValues.parseable(line)) {
      pairs.putAll(new KeyValues(line).parse());
    } else if (!line.isBlank()) {
      pairs.put("comment", line.strip());
    }
    return new ExtxyzComment(pairs);
  }

  /** The value of a key in any letter case, or null. */
  String get(String key) {
    String exact = pairs.get(key);
    return exact != null
        ? exact
        : pairs.entrySet().stream()
            .filter(e -> e.getKey().equalsIgnoreCase(key))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
  }

  /** Periodic in all three directions; a lattice without {@code pbc} is, as the format says. */
  boolean isCrystal() {
    boolean[] pbc = pbc();
    return pbc[0] && pbc[1] && pbc[2];
  }

  /** Periodic in one or two directions: a rod or a layer. */
  boolean isPartlyPeriodic() {
    boolean[] pbc = pbc();
    return !isCrystal() && (pbc[0] || pbc[1] || pbc[2]);
  }

  /** A comment that is no list of pairs; else empty. */
  String text() {
    return pairs.getOrDefault("comment", "");
  }

  private boolean[] pbc() {
    String text = get("pbc");
    boolean all = get("Lattice") != null;
    if (text == null) {
      return new boolean[] {all, all, all};
    }
    List<String> flags = ExtxyzFrame.words(text);
    if (flags.size() == 1) {
      boolean flag = flag(flags.get(0), text);
      return new boolean[] {flag, flag, flag};
    }
    if (flags.size() != 3) {
      throw pbcError(text);
    }
    return new boolean[] {
      flag(flags.get(0), text), flag(flags.get(1), text), flag(flags.get(2), text)
    };
  }

  private static boolean flag(String word, String text) {
    return switch (FileNames.lower(word)) {
      case "t", "true", "1" -> true;
      case "f", "false", "0" -> false;
      default -> throw pbcError(text);
    };
  }

  private static UserException pbcError(String text) {
    return new UserException(
        "pbc must be three of T and F, as in pbc=\"T T T\", was " + LineSource.shown(text));
  }

  Lattice requireLattice() {
    return lattice()
        .orElseThrow(
            () ->
                new UserException(
                    "Frame is periodic but has no Lattice; add Lattice=\"ax ay az bx by bz cx cy"
                        + " cz\" or pbc=\"F F F\""));
  }

  /** The lattice, or empty; the lattice of a finite frame may be all zeros. */
  Optional<Lattice> lattice() {
    String text = get("Lattice");
    if (text == null) {
      return Optional.empty();
    }
    List<String> words = ExtxyzFrame.words(text);
    if (words.size() != 3 && words.size() != 9) {
      throw new UserException(
          "Lattice must have 9 numbers, ax ay az bx by bz cx cy cz, was " + LineSource.shown(text));
    }
    double[] numbers =
        words.stream().mapToDouble(word -> Numbers.parse(word, "Lattice component")).toArray();
    double[] rows =
        numbers.length == 9
            ? numbers
            : new double[] {numbers[0], 0, 0, 0, numbers[1], 0, 0, 0, numbers[2]};
    try {
      return Optional.of(Lattice.ofRows(rows));
    } catch (UserException e) {
      if (isCrystal()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  String name(String source, int position) {
    for (String key : List.of("name", "id")) {
      if (pairs.containsKey(key)) {
        return pairs.get(key);
      }
    }
    return FileNames.stem(source) + "-" + position;
  }

  /**
   * Everything but the columns, and but a lattice that the crystal carries anyway. A frame that is
   * periodic in some directions only (a slab) keeps its {@code Lattice} and {@code pbc} here.
   */
  Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>(pairs);
    labels.keySet().removeIf(key -> key.equalsIgnoreCase("properties"));
    if (isCrystal()) {
      labels.keySet().removeIf(key -> key.equalsIgnoreCase("lattice"));
      labels.keySet().removeIf(key -> key.equalsIgnoreCase("pbc"));
    }
    return labels;
  }
}
