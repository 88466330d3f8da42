package org.laue.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laue.UserException;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** Reads one POSCAR; what follows the positions (velocities, predictor) is not looked at. */
final class PoscarReader {
  private final LineSource lines;
  private final ReadLimits limits;

  PoscarReader(LineSource lines, ReadLimits limits) {
    this.lines = lines;
    this.limits = limits;
  }

  ParsedStructure read(String source) throws IOException {
    String comment = lines.require("a comment").strip();
    List<Double> scale = numbers(lines.require("the scale"), "Scale");
    double[] rows = rows();
    double[] factors = factors(scale, rows);
    for (int i = 0; i < 9; i++) {
      rows[i] *= factors[i % 3];
    }
    PoscarSpecies species = PoscarSpecies.read(lines, comment, limits);
    boolean cartesian = isCartesian();
    Crystal crystal = positions(species, cartesian ? factors : null, Lattice.ofRows(rows));
    return new ParsedStructure(
        source,
        1,
        comment.isEmpty() ? FileNames.stem(source) : comment,
        crystal,
        comment.isEmpty() ? Map.of() : Map.of("comment", comment));
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

  private Crystal positions(PoscarSpecies species, double[] factors, Lattice lattice)
      throws IOException {
    AtomList atoms = new AtomList(limits);
    for (int kind = 0; kind < species.counts().size(); kind++) {
      for (int i = 0; i < species.counts().get(kind); i++) {
        List<String> words = Fields.of(lines.require("atom " + (atoms.size() + 1)));
        double[] x = vector(words, "Position of atom " + (atoms.size() + 1));
        for (int axis = 0; factors != null && axis < 3; axis++) {
          x[axis] *= factors[axis];
        }
        atoms.add(species.symbol(kind, words, lines), x[0], x[1], x[2]);
      }
    }
    return factors == null ? atoms.crystalOfFractional(lattice) : atoms.crystalOfCartesian(lattice);
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
