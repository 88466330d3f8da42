package org.laue.formats.xyz;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.laue.UserException;
import org.laue.formats.io.AtomList;
import org.laue.formats.io.Fields;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.structure.Atoms;

/** Reads one frame: a count, a comment line, and that many lines of atoms. */
final class ExtxyzFrame {
  private final LineSource lines;
  private final ReadLimits limits;

  ExtxyzFrame(LineSource lines, ReadLimits limits) {
    this.lines = lines;
    this.limits = limits;
  }

  ParsedStructure read(String source, int position) throws IOException {
    int count = count(lines.require("a number of atoms"));
    ExtxyzComment comment = comment();
    ExtxyzColumns columns = ExtxyzColumns.of(comment.get("Properties"));
    AtomList atoms = new AtomList(limits);
    int numbered = 0;
    for (int i = 0; i < count; i++) {
      if (lines.peek() == null || Numbers.isCount(lines.peek().strip())) {
        throw lines.error("Frame announces " + count + " atoms, but " + i + " follow");
      }
      numbered += readAtom(lines.next(), columns, atoms) ? 1 : 0;
    }
    checkEnd(count, columns);
    boolean guessed = numbered == count;
    if (guessed) {
      refuseTypes(atoms, comment);
    }
    ParsedStructure structure =
        new ParsedStructure(
            source,
            position,
            comment.name(source, position),
            atoms(comment, atoms),
            comment.labels());
    structure =
        comment.isPartlyPeriodic() ? structure.as(ParsedStructure.Kind.PARTLY_PERIODIC) : structure;
    return guessed ? structure.withWarning("numbers in place of symbols taken as Z") : structure;
  }

  /** Types of atoms count from 1, with one left out at most; atomic numbers hardly ever do. */
  private void refuseTypes(AtomList atoms, ExtxyzComment comment) {
    int[] numbers = Arrays.stream(atoms.numbers()).distinct().sorted().toArray();
    boolean fromOne = numbers[numbers.length - 1] <= numbers.length + 1;
    if (fromOne || FileNames.lower(comment.text()).startsWith("atoms. timestep")) {
      throw lines.error(
          "Species are the numbers "
              + Arrays.toString(numbers)
              + ": types of atoms (LAMMPS?), not elements; write element symbols, or name the"
              + " column Z:I:1 in Properties if they are atomic numbers");
    }
  }

  private int count(String line) {
    String text = line.strip();
    if (!Numbers.isCount(text)) {
      throw lines.error("Expected a number of atoms, was " + LineSource.shown(text));
    }
    int count = Integer.parseInt(text);
    if (count < 1 || count > limits.maxAtoms()) {
      throw lines.error(
          "A frame must have 1 to " + limits.maxAtoms() + " atoms, announces " + count);
    }
    return count;
  }

  private ExtxyzComment comment() throws IOException {
    String line = lines.require("the comment line of a frame");
    try {
      return ExtxyzComment.parse(line);
    } catch (UserException e) {
      throw lines.error(e.getMessage());
    }
  }

  private boolean readAtom(String line, ExtxyzColumns columns, AtomList atoms) {
    try {
      return columns.read(line, atoms);
    } catch (UserException e) {
      throw lines.error(e.getMessage());
    }
  }

  /** A further atom means that the count is wrong, and then perhaps the atoms are too. */
  private void checkEnd(int count, ExtxyzColumns columns) throws IOException {
    String after;
    try {
      after = lines.peek();
    } catch (UserException tooLong) {
      return;
    }
    if (after != null && columns.fits(Fields.of(after))) {
      throw lines.error("Frame announces " + count + " atoms, but more follow");
    }
  }

  private static Atoms atoms(ExtxyzComment comment, AtomList atoms) {
    return comment.isCrystal()
        ? atoms.crystalOfCartesian(comment.requireLattice())
        : atoms.cluster(comment.lattice());
  }

  /** Words of the vectors and flags that extended XYZ writes with or without brackets. */
  static List<String> words(String value) {
    return Fields.of(value.replace('[', ' ').replace(']', ' ').replace(',', ' '));
  }
}
