package org.laue.formats.lammps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.laue.UserException;
import org.laue.formats.io.AtomList;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.structure.Atoms;
import org.laue.structure.Element;

/**
 * Atoms of a frame in the order of their ids, which dumps of several processors do not keep, and
 * what is known of their elements.
 */
final class LammpsAtoms {
  private final ReadLimits limits;
  private final List<Row> rows = new ArrayList<>();
  private boolean named = true;
  private boolean weighed = true;

  /**
   * One atom.
   *
   * @param type as in the file, from 1
   * @param named atomic number of its element's symbol, 0 where there is none
   * @param weighed atomic number of its mass, 0 where there is none
   */
  private record Row(long id, int type, int named, int weighed, double x, double y, double z) {}

  LammpsAtoms(ReadLimits limits) {
    this.limits = limits;
  }

  int size() {
    return rows.size();
  }

  /** Adds an atom; numbers as in {@link Row}, position in angstrom. */
  void add(long id, int type, int symbolNumber, int massNumber, double[] position) {
    if (rows.size() == limits.maxAtoms()) {
      throw new UserException(
          "Frame has more than " + limits.maxAtoms() + " atoms; cut it into parts");
    }
    named &= symbolNumber > 0;
    weighed &= massNumber > 0;
    rows.add(new Row(id, type, symbolNumber, massNumber, position[0], position[1], position[2]));
  }

  /** The atoms in their box. */
  Atoms in(LammpsBox box) {
    rows.sort(Comparator.comparingLong(Row::id));
    AtomList atoms = new AtomList(limits);
    for (Row row : rows) {
      atoms.add(number(row), row.x, row.y, row.z);
    }
    return box.periodic()
        ? atoms.crystalOfCartesian(box.lattice())
        : atoms.cluster(box.clusterLattice());
  }

  private int number(Row row) {
    int number = named ? row.named : weighed ? row.weighed : row.type;
    if (number < 1 || number > Element.MAX_ATOMIC_NUMBER) {
      throw new UserException(
          "Atom type must be 1 to " + Element.MAX_ATOMIC_NUMBER + ", was " + row.type);
    }
    return number;
  }

  /** The structure with what had to be assumed of its elements. */
  ParsedStructure warned(ParsedStructure structure) {
    if (named) {
      return structure;
    }
    return weighed
        ? structure.withWarning("elements taken from the masses of the atoms")
        : structure
            .as(ParsedStructure.Kind.UNNAMED_SPECIES)
            .withWarning("no element symbols: types of atoms told apart by their number alone");
  }
}
