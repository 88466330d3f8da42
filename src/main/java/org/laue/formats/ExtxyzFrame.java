package org.laue.formats;

import java.io.IOException;
import java.util.List;
import org.laue.UserException;
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
    for (int i = 0; i < count; i++) {
      if (lines.peek() == null || Numbers.isCount(lines.peek().strip())) {
        throw lines.error("Frame announces " + count + " atoms, but " + i + " follow");
      }
      readAtom(lines.next(), columns, atoms);
    }
    checkEnd(count, columns);
    return new ParsedStructure(
        source, position, comment.name(source, position), atoms(comment, atoms), comment.labels());
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

  private void readAtom(String line, ExtxyzColumns columns, AtomList atoms) {
    try {
      columns.read(line, atoms);
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
