package org.laue.formats.poscar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.laue.UserException;
import org.laue.formats.io.AtomList;
import org.laue.formats.io.Fields;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/**
 * Reads the structures of one POSCAR, or the frames of one XDATCAR: the header once, or again
 * before each frame where the cell changes. What VASP itself puts behind positions (velocities,
 * predictor) is passed over; further positions are an error.
 */
final class PoscarReader {
  /** Between the frames of an XDATCAR. */
  private static final Pattern FRAME = Pattern.compile("(?i)\\s*(direct|cartesian)\\s+config.*");

  /** How many surplus rows are counted for the message. */
  private static final int COUNTED = 10_000;

  private final LineSource lines;
  private final ReadLimits limits;
  private Header header;
  private boolean trajectory;
  private boolean broken;
  private int contradicted;

  /** What stands above the positions. */
  private record Header(String comment, double[] factors, Lattice lattice, PoscarSpecies species) {}

  PoscarReader(LineSource lines, ReadLimits limits) {
    this.lines = lines;
    this.limits = limits;
  }

  /** Reads the structure that begins at the current line. */
  ParsedStructure read(String source, int position) throws IOException {
    if (header == null || !isFrame(lines.peek())) {
      header = header();
    }
    trajectory = isFrame(lines.peek());
    boolean cartesian = isCartesian();
    AtomList atoms = new AtomList(limits);
    boolean unnamed = positions(atoms, cartesian ? header.factors() : null);
    Crystal crystal =
        cartesian
            ? atoms.crystalOfCartesian(header.lattice())
            : atoms.crystalOfFractional(header.lattice());
    refuseMorePositions(atoms.size());
    return structure(source, position, crystal, unnamed);
  }

  private ParsedStructure structure(String source, int position, Crystal crystal, boolean unnamed) {
    String comment = header.comment();
    String name = comment.isEmpty() ? FileNames.stem(source) : comment;
    ParsedStructure structure =
        new ParsedStructure(
            source,
            position,
            position == 1 ? name : name + "-" + position,
            crystal,
            comment.isEmpty() ? Map.of() : Map.of("comment", comment));
    if (contradicted > 0) {
      structure =
          structure.withWarning(
              contradicted
                  + " atoms have another symbol behind their position than above the counts:"
                  + " that above taken");
    }
    if (header.species().fromComment()) {
      return structure.withWarning(
          "element symbols taken from the comment line, " + LineSource.shown(comment));
    }
    return unnamed
        ? structure
            .as(ParsedStructure.Kind.UNNAMED_SPECIES)
            .withWarning("no element symbols: kinds of atoms told apart by their position alone")
        : structure;
  }

  /** Goes on only where a frame begins, since what is left of a broken one may look like any. */
  void giveUpFrame() {
    broken = true;
  }

  /** Whether a further structure begins below, behind what VASP puts after positions. */
  boolean toNext() throws IOException {
    boolean afterFrame = trajectory && !broken;
    for (String line = lines.peek(); line != null; line = lines.peek()) {
      boolean frame = isFrame(line) && header != null;
      if (frame || afterFrame && !line.isBlank() || isTitle(lines.next())) {
        broken = false;
        return true;
      }
    }
    return false;
  }

  /** Whether a line with a number alone below it follows; then it is put back. */
  private boolean isTitle(String line) throws IOException {
    boolean title =
        !broken
            && !line.isBlank()
            && !Numbers.isNumber(Fields.of(line).get(0))
            && !line.strip().startsWith("Lattice velocities")
            && lines.peek() != null
            && Numbers.isNumber(lines.peek().strip());
    if (title) {
      lines.back(line);
    }
    return title;
  }

  private static boolean isFrame(String line) {
    return line != null && FRAME.matcher(line).matches();
  }

  private Header header() throws IOException {
    String comment = lines.require("a comment").strip();
    List<Double> scale = numbers(lines.require("the scale"), "Scale");
    double[] rows = rows();
    double[] factors = factors(scale, rows);
    for (int i = 0; i < 9; i++) {
      rows[i] *= factors[i % 3];
    }
    PoscarSpecies species = PoscarSpecies.read(lines, comment, limits);
    return new Header(comment, factors, Lattice.ofRows(rows), species);
  }

  private double[] rows() throws IOException {
    double[] rows = new double[9];
    for (int i = 0; i < 3; i++) {
      String line = lines.require("a lattice vector");
      System.arraycopy(vector(Fields.of(line), "Lattice vector"), 0, rows, 3 * i, 3);
    }
    return rows;
  }

  /** Factors of x, y, z. One negative number is the volume of the cell in cubic angstrom. */
  private double[] factors(List<Double> scale, double[] rows) {
    double first = scale.get(0);
    if (scale.size() >= 3) {
      double[] factors = {first, scale.get(1), scale.get(2)};
      for (double factor : factors) {
        if (!(factor > 0)) {
          throw new UserException("Three scale factors must be positive, were " + scale);
        }
      }
      return factors;
    }
    if (first == 0) {
      throw new UserException("Scale must not be 0; write 1.0, or minus the volume (line 2)");
    }
    double factor = first > 0 ? first : Math.cbrt(-first / Lattice.ofRows(rows).volume());
    return new double[] {factor, factor, factor};
  }

  private boolean isCartesian() throws IOException {
    String line = lines.require("Direct or Cartesian").strip();
    if (line.matches("(?i)s.*")) {
      line = lines.require("Direct or Cartesian").strip();
    }
    if (!line.matches("(?i)[dfck].*")) {
      throw lines.error("Expected Direct or Cartesian, was " + LineSource.shown(line));
    }
    return line.matches("(?i)[ck].*");
  }

  /** Reads the announced atoms; whether one of them has no name. */
  private boolean positions(AtomList atoms, double[] factors) throws IOException {
    PoscarSpecies species = header.species();
    boolean unnamed = false;
    contradicted = 0;
    for (int kind = 0; kind < species.counts().size(); kind++) {
      for (int i = 0; i < species.counts().get(kind); i++) {
        List<String> words = Fields.of(lines.require("atom " + (atoms.size() + 1)));
        double[] x = vector(words, "Position of atom " + (atoms.size() + 1));
        for (int axis = 0; factors != null && axis < 3; axis++) {
          x[axis] *= factors[axis];
        }
        if (atoms.size() > 0 && unnamed != species.isUnnamed(words)) {
          throw lines.error("Either all atoms or none must have their element behind the position");
        }
        unnamed = species.isUnnamed(words);
        contradicted += species.contradicts(kind, words) ? 1 : 0;
        atoms.add(species.number(kind, words), x[0], x[1], x[2]);
      }
    }
    return unnamed;
  }

  /** Rows right below the last atom are atoms; behind a blank line one velocity an atom is due. */
  private void refuseMorePositions(int atoms) throws IOException {
    int rows = rowsThatFollow();
    if (rows > 0) {
      throw surplus(atoms, rows, " positions follow");
    }
    while (lines.peek() != null && lines.peek().isBlank()) {
      lines.next();
    }
    if (isGrid()) {
      return;
    }
    rows = rowsThatFollow();
    if (rows > 0 && rows != atoms) {
      throw surplus(atoms, rows, " rows follow behind a blank line, neither atoms nor velocities");
    }
  }

  private UserException surplus(int atoms, int rows, String what) {
    return lines.error(
        "Atom counts give "
            + atoms
            + " atoms, but "
            + (rows == COUNTED ? "at least " : "")
            + rows
            + (what.startsWith(" positions") ? " more" : "")
            + what
            + "; mend the counts or the positions");
  }

  /** A CHGCAR goes on with the size of its grid above rows of more than three values. */
  private boolean isGrid() throws IOException {
    String size = lines.peek();
    if (size == null || !size.strip().matches("\\d+\\s+\\d+\\s+\\d+")) {
      return false;
    }
    lines.next();
    boolean grid = lines.peek() != null && Fields.of(lines.peek()).size() > 3;
    lines.back(size);
    return grid;
  }

  private int rowsThatFollow() throws IOException {
    int rows = 0;
    while (rows < COUNTED && lines.peek() != null && PoscarFormat.isVector(lines.peek())) {
      lines.next();
      rows++;
    }
    return rows;
  }

  private double[] vector(List<String> words, String what) {
    try {
      return Fields.vector(words, 0, what);
    } catch (UserException e) {
      throw lines.error(e.getMessage());
    }
  }

  private List<Double> numbers(String line, String what) {
    List<Double> numbers = new ArrayList<>();
    for (String word : Fields.of(line)) {
      if (!numbers.isEmpty() && !Numbers.isNumber(word)) {
        break;
      }
      try {
        numbers.add(Numbers.parse(word, what));
      } catch (UserException e) {
        throw lines.error(e.getMessage());
      }
    }
    if (numbers.isEmpty()) {
      throw lines.error(what + " is missing");
    }
    return numbers;
  }
}
