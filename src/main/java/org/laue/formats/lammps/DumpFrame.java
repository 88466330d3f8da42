package org.laue.formats.lammps;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laue.UserException;
import org.laue.formats.io.Fields;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;

/** Reads one frame: sections that begin with {@code ITEM:}, the atoms last. */
final class DumpFrame {
  static final String ITEM = "ITEM:";
  static final String ATOMS = "ITEM: ATOMS";

  private final LineSource lines;
  private final ReadLimits limits;
  private final Map<String, String> labels = new LinkedHashMap<>();
  private double factor;
  private int count = -1;
  private LammpsBox box;

  /**
   * @param factor length unit in angstrom that an earlier frame named
   */
  DumpFrame(LineSource lines, ReadLimits limits, double factor) {
    this.lines = lines;
    this.limits = limits;
    this.factor = factor;
  }

  /** Length unit in angstrom: LAMMPS names it in the first frame only. */
  double factor() {
    return factor;
  }

  ParsedStructure read(String source, int position) throws IOException {
    List<String> columns = header();
    if (count < 0 || box == null) {
      throw lines.error("A frame needs NUMBER OF ATOMS and BOX BOUNDS before its ATOMS");
    }
    LammpsAtoms atoms = atoms(at(() -> DumpColumns.of(columns)));
    String name = FileNames.stem(source) + "-" + position;
    return box.marked(
        atoms.warned(new ParsedStructure(source, position, name, atoms.in(box), labels)));
  }

  /** Reads to the line of the columns and gives their names. */
  private List<String> header() throws IOException {
    while (true) {
      String line = lines.require(ATOMS).strip();
      if (line.startsWith(ATOMS)) {
        List<String> words = Fields.of(line);
        return words.subList(2, words.size());
      }
      section(line);
    }
  }

  private void section(String line) throws IOException {
    if (line.startsWith("ITEM: TIMESTEP")) {
      labels.put("timestep", lines.require("the time step").strip());
    } else if (line.startsWith("ITEM: TIME")) {
      labels.put("time", lines.require("the time").strip());
    } else if (line.startsWith("ITEM: UNITS")) {
      String style = lines.require("the units").strip();
      factor = at(() -> LengthUnits.angstrom(style));
      labels.put("units", style);
    } else if (line.startsWith("ITEM: NUMBER OF ATOMS")) {
      count = count(lines.require("a number of atoms").strip());
    } else if (line.startsWith("ITEM: BOX BOUNDS")) {
      box = box(Fields.of(line)).scaled(factor);
    } else if (!line.startsWith(ITEM)) {
      throw lines.error("Expected a line that begins with ITEM:, was " + LineSource.shown(line));
    } else {
      lines.require("what " + LineSource.shown(line) + " announces");
    }
  }

  private int count(String text) {
    int number = Numbers.isCount(text) ? Integer.parseInt(text) : -1;
    if (number < 1 || number > limits.maxAtoms()) {
      throw lines.error(
          "A frame must have 1 to "
              + limits.maxAtoms()
              + " atoms, announces "
              + LineSource.shown(text));
    }
    return number;
  }

  /**
   * Three lines of bounds; of a general triclinic box (abc origin), three vectors and an origin.
   */
  private LammpsBox box(List<String> header) throws IOException {
    List<String> flags = header.subList(Math.max(3, header.size() - 3), header.size());
    boolean[] repeats = {true, true, true};
    for (int axis = 0; axis < 3 && flags.size() == 3; axis++) {
      repeats[axis] = !flags.get(axis).matches("[fsm]{1,2}");
    }
    double[][] rows = new double[3][];
    for (int axis = 0; axis < 3; axis++) {
      String line = lines.require("the bounds of the box");
      rows[axis] =
          at(
              () ->
                  Fields.of(line).stream()
                      .mapToDouble(word -> Numbers.parse(word, "Bound of the box"))
                      .toArray());
    }
    if (header.contains("abc")) {
      return general(rows, repeats);
    }
    boolean tilted = header.contains("xy");
    if (Arrays.stream(rows).anyMatch(row -> row.length < (tilted ? 3 : 2))) {
      throw lines.error("Bounds of the box must be lo hi, with xy xz yz behind where it is tilted");
    }
    return LammpsBox.ofBounds(
        new double[] {rows[0][0], rows[1][0], rows[2][0]},
        new double[] {rows[0][1], rows[1][1], rows[2][1]},
        tilted ? new double[] {rows[0][2], rows[1][2], rows[2][2]} : new double[3],
        repeats);
  }

  private LammpsBox general(double[][] rows, boolean[] repeats) {
    if (Arrays.stream(rows).anyMatch(row -> row.length < 4)) {
      throw lines.error("A general box must have three vectors with one number of the origin each");
    }
    double[] edges = new double[9];
    double[] origin = new double[3];
    for (int i = 0; i < 9; i++) {
      edges[i] = rows[i / 3][i % 3];
      origin[i / 3] = rows[i / 3][3];
    }
    return new LammpsBox(origin, edges, repeats);
  }

  private LammpsAtoms atoms(DumpColumns columns) throws IOException {
    LammpsAtoms atoms = new LammpsAtoms(limits);
    for (int i = 0; i < count; i++) {
      if (lines.peek() == null || lines.peek().startsWith(ITEM)) {
        throw lines.error("Frame announces " + count + " atoms, but " + i + " follow");
      }
      String line = lines.next();
      at(
          () -> {
            columns.read(line, box, factor, atoms);
            return null;
          });
    }
    String after = lines.peek();
    if (after != null && !after.isBlank() && !after.startsWith(ITEM)) {
      throw lines.error("Frame announces " + count + " atoms, but more follow");
    }
    return atoms;
  }

  private <T> T at(java.util.function.Supplier<T> step) {
    try {
      return step.get();
    } catch (UserException e) {
      throw lines.error(e.getMessage());
    }
  }
}
