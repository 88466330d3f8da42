package org.laue.formats.lammps;

import java.util.List;
import java.util.Map;
import org.laue.UserException;
import org.laue.formats.io.Fields;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;
import org.laue.formats.io.SiteNames;
import org.laue.structure.Element;

/** Which columns of a dump hold what this reader uses; -1 where a column is missing. */
record DumpColumns(
    int total, int id, int type, int element, int mass, int position, boolean scaled) {
  /** Names of the first of three position columns, the best first; whether they are fractions. */
  private static final Map<String, Boolean> POSITIONS =
      Map.of("x", false, "xu", false, "xs", true, "xsu", true);

  /**
   * @param header the words behind {@code ITEM: ATOMS}
   */
  static DumpColumns of(List<String> header) {
    for (String x : List.of("x", "xu", "xs", "xsu")) {
      int at = header.indexOf(x);
      if (at >= 0
          && at + 2 < header.size()
          && header.get(at + 1).equals(x.replace('x', 'y'))
          && header.get(at + 2).equals(x.replace('x', 'z'))) {
        return new DumpColumns(
            header.size(),
            header.indexOf("id"),
            header.indexOf("type"),
            header.indexOf("element"),
            header.indexOf("mass"),
            at,
            POSITIONS.get(x));
      }
    }
    throw new UserException(
        "A dump must have the columns x y z, xu yu zu, xs ys zs or xsu ysu zsu, has "
            + LineSource.shown(String.join(" ", header)));
  }

  /**
   * Adds the atom of a line.
   *
   * @param factor length unit of the file in angstrom
   */
  void read(String line, LammpsBox box, double factor, LammpsAtoms atoms) {
    List<String> words = Fields.ofAtom(line, total);
    int symbol = element < 0 ? 0 : number(words.get(element));
    if (type < 0 && symbol == 0 && element >= 0) {
      throw new UserException(
          "Unknown element "
              + LineSource.shown(words.get(element))
              + "; write a symbol of the periodic table, or dump the column type too");
    }
    double[] x = Fields.vector(words.subList(position, position + 3), 0, "Position");
    atoms.add(
        id < 0 ? atoms.size() : whole(words.get(id), "Atom id"),
        type < 0 ? 1 : (int) whole(words.get(type), "Atom type"),
        symbol,
        mass < 0 ? 0 : AtomicWeights.element(Numbers.parse(words.get(mass), "Mass")).orElse(0),
        scaled ? box.cartesian(x) : times(x, factor));
  }

  static double[] times(double[] x, double factor) {
    return new double[] {x[0] * factor, x[1] * factor, x[2] * factor};
  }

  static long whole(String word, String what) {
    if (!Numbers.isCount(word)) {
      throw new UserException(what + " must be an integer, was " + LineSource.shown(word));
    }
    return Integer.parseInt(word);
  }

  /** Atomic number of a symbol, 0 where it is none. */
  static int number(String symbol) {
    return SiteNames.element(symbol).flatMap(Element::find).map(Element::atomicNumber).orElse(0);
  }
}
