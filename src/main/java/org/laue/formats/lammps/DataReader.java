package org.laue.formats.lammps;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.laue.UserException;
import org.laue.formats.io.Fields;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;

/** Reads a data file: title, header, sections in any order. */
final class DataReader {
  private static final Pattern SECTION = Pattern.compile("[A-Z][A-Za-z/ ]*");

  private final LineSource lines;
  private final ReadLimits limits;
  private final double[] low = new double[3];
  private final double[] high = new double[3];
  private final double[] tilts = new double[3];
  private final double[] edges = new double[9];
  private final double[] origin = new double[3];
  private final Map<String, Integer> elements = new HashMap<>();
  private final Map<String, Integer> weights = new HashMap<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private LammpsAtoms atoms;
  private int count = -1;
  private int types;
  private int bounds;
  private int vectors;

  DataReader(LineSource lines, ReadLimits limits) {
    this.lines = lines;
    this.limits = limits;
  }

  ParsedStructure read(String source) throws IOException {
    String title = lines.require("a title").strip();
    for (String line = lines.next(); line != null; line = lines.next()) {
      String[] parts = line.split("#", 2);
      String text = parts[0].strip();
      String comment = parts.length < 2 ? "" : parts[1].strip();
      if (SECTION.matcher(text).matches()) {
        section(text, comment);
      } else if (!text.isEmpty()) {
        header(text);
      }
    }
    if (count < 0) {
      throw new UserException("No line 'N atoms': is it a LAMMPS data file?");
    }
    if (atoms == null || atoms.size() != count) {
      int found = atoms == null ? 0 : atoms.size();
      throw new UserException("File announces " + count + " atoms, but " + found + " follow");
    }
    LammpsBox box = box();
    return atoms.warned(
        new ParsedStructure(
            source, 1, FileNames.stem(source), atoms.in(box), Map.of("comment", title)));
  }

  /** Edges along the axes, tilted or not, or three vectors of any direction. */
  private LammpsBox box() {
    boolean[] repeats = {true, true, true};
    if (vectors == 3) {
      return new LammpsBox(origin, edges, repeats);
    }
    if (bounds != 3) {
      throw new UserException(
          "The box is missing: three lines like '0 5.64 xlo xhi', or three like '5.64 0 0 avec'");
    }
    return LammpsBox.of(low, high, tilts, repeats);
  }

  private void header(String text) {
    List<String> words = Fields.of(text);
    if (text.matches("\\d+\\s+atoms")) {
      count = (int) DumpColumns.whole(words.get(0), "Number of atoms");
      if (count < 1 || count > limits.maxAtoms()) {
        throw lines.error(
            "A file must have 1 to " + limits.maxAtoms() + " atoms, announces " + count);
      }
    } else if (text.matches("\\d+\\s+atom\\s+types")) {
      types = (int) DumpColumns.whole(words.get(0), "Number of atom types");
    } else if (text.matches(".*\\s[abc]vec") && words.size() == 4) {
      System.arraycopy(numbers(words), 0, edges, 3 * (words.get(3).charAt(0) - 'a'), 3);
      vectors++;
    } else if (text.matches(".*\\sabc\\s+origin") && words.size() == 5) {
      System.arraycopy(numbers(words), 0, origin, 0, 3);
    } else if (text.endsWith("hi") && words.size() == 4) {
      int axis = "xyz".indexOf(text.charAt(text.length() - 3));
      if (axis >= 0) {
        bounds++;
        low[axis] = number(words.get(0));
        high[axis] = number(words.get(1));
      }
    } else if (text.matches(".*\\sxy\\s+xz\\s+yz")) {
      System.arraycopy(numbers(words), 0, tilts, 0, 3);
    }
  }

  /** The first three words. */
  private double[] numbers(List<String> words) {
    return words.subList(0, 3).stream().mapToDouble(this::number).toArray();
  }

  private double number(String word) {
    try {
      return Numbers.parse(word, "Bound of the box");
    } catch (UserException e) {
      throw lines.error(e.getMessage());
    }
  }

  /** Reads the rows of a section; those of sections that are not used are passed over. */
  private void section(String name, String hint) throws IOException {
    DataStyle style = null;
    for (String line = lines.peek(); line != null; line = lines.peek()) {
      String text = line.split("#", 2)[0].strip();
      if (SECTION.matcher(text).matches()) {
        return;
      }
      lines.next();
      if (text.isEmpty()) {
        continue;
      }
      try {
        style = row(name, hint, style, text, line);
      } catch (UserException e) {
        throw lines.error(e.getMessage());
      }
    }
  }

  private DataStyle row(String name, String hint, DataStyle known, String text, String line) {
    List<String> words = Fields.of(text);
    switch (name) {
      case "Atoms" -> {
        DataStyle style = known == null ? DataStyle.of(hint, words) : known;
        add(style, words, line);
        return style;
      }
      case "Masses" -> mass(words, line);
      case "Atom Type Labels" -> {
        labels.put(words.get(words.size() - 1), (int) DumpColumns.whole(words.get(0), "Atom type"));
        elements.put(words.get(0), DumpColumns.number(words.get(words.size() - 1)));
      }
      default -> {}
    }
    return known;
  }

  /** The comment behind a mass is the element, where it is one. */
  private void mass(List<String> words, String line) {
    if (words.size() != 2) {
      throw new UserException("A mass must be 'type mass', was " + LineSource.shown(line));
    }
    String type = Integer.toString(type(words.get(0)));
    String[] parts = line.split("#", 2);
    int named = parts.length < 2 ? 0 : DumpColumns.number(parts[1].strip());
    if (named > 0) {
      elements.put(type, named);
    }
    weights.put(type, AtomicWeights.element(Numbers.parse(words.get(1), "Mass")).orElse(0));
  }

  private int type(String word) {
    Integer label = labels.get(word);
    return label != null ? label : (int) DumpColumns.whole(word, "Atom type");
  }

  private void add(DataStyle style, List<String> words, String line) {
    if (words.size() < style.columns()) {
      throw new UserException(
          "An atom of style "
              + style.name().toLowerCase(java.util.Locale.ROOT)
              + " needs "
              + style.columns()
              + " columns, was "
              + LineSource.shown(line));
    }
    if (atoms == null) {
      atoms = new LammpsAtoms(limits);
    }
    int type = type(words.get(style.type()));
    if (types > 0 && type > types) {
      throw new UserException("Atom type " + type + ", but the file announces " + types);
    }
    String key = Integer.toString(type);
    atoms.add(
        DumpColumns.whole(words.get(0), "Atom id"),
        type,
        elements.getOrDefault(key, 0),
        weights.getOrDefault(key, 0),
        Fields.vector(words.subList(style.position(), style.position() + 3), 0, "Position"));
  }
}
