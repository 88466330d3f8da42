package org.laue.structure;

import java.util.ArrayList;
import java.util.List;
import org.laue.UserException;

/** Reads the file of a {@link ClassScheme}, which describes its columns. */
record ClassSchemeText(String place) {
  private static final int LAST_SPACE_GROUP = 230;

  ClassScheme parse(String text) {
    String name = null;
    List<CrystalClass> classes = new ArrayList<>();
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.replaceFirst("#.*", "").strip();
      if (line.startsWith("name ")) {
        name = line.substring("name ".length()).strip();
      } else if (!line.isEmpty()) {
        classes.add(crystalClass(line, number));
      }
    }
    if (name == null) {
      throw new UserException(place + ": a class scheme needs a line 'name NAME'");
    }
    return new ClassScheme(name, classes);
  }

  private CrystalClass crystalClass(String line, int number) {
    String[] columns = line.split("\\|", -1);
    if (columns.length == 2) {
      return new CrystalClass(
          columns[0].strip(), List.of(), List.of(), 0, rule(columns[1].strip(), line, number));
    }
    if (columns.length < 3 || columns.length > 4) {
      throw unreadable(line, number);
    }
    String prototypes = columns[2].strip();
    try {
      return new CrystalClass(
          columns[0].strip(),
          numbers(columns[1].strip()),
          prototypes.equals(ClassScheme.ALL_PROTOTYPES)
              ? List.of()
              : List.of(prototypes.split("\\s+")),
          columns.length < 4 ? 0 : Integer.parseInt(columns[3].strip()));
    } catch (NumberFormatException e) {
      throw unreadable(line, number);
    }
  }

  private NumberRule rule(String text, String line, int number) {
    String[] words = text.split("\\s+");
    if (words.length != 3) {
      throw unreadable(line, number);
    }
    try {
      return new NumberRule(words[0], words[1], Double.parseDouble(words[2]));
    } catch (NumberFormatException e) {
      throw unreadable(line, number);
    }
  }

  private static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    for (String word : text.split("\\s+")) {
      String[] ends = word.split("-", 2);
      int last = Math.min(LAST_SPACE_GROUP + 1, Integer.parseInt(ends[ends.length - 1]));
      for (int i = Integer.parseInt(ends[0]); i <= last; i++) {
        numbers.add(i);
      }
    }
    return numbers;
  }

  private UserException unreadable(String line, int number) {
    return new UserException(
        "%s:%d: expected 'label | space groups | structure types or * | crystals' or 'label | number > limit', was '%s'"
            .formatted(place, number, line));
  }
}
