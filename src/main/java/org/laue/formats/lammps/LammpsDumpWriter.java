package org.laue.formats.lammps;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.laue.formats.io.AtomColumn;
import org.laue.formats.io.ParsedStructure;
import org.laue.structure.Atoms;
import org.laue.structure.Box;
import org.laue.structure.Crystal;
import org.laue.structure.Element;
import org.laue.structure.Lattice;

/**
 * Writes one frame of a LAMMPS dump, positions in angstrom. The box is written with its vectors
 * ({@code abc origin}), so that nothing needs to be turned, unless it is upright.
 */
public final class LammpsDumpWriter {
  private LammpsDumpWriter() {}

  public static void write(ParsedStructure structure, List<AtomColumn> columns, Appendable out)
      throws IOException {
    Atoms atoms = structure.atoms();
    double[] x = atoms.cartesian();
    out.append("ITEM: TIMESTEP\n" + structure.properties().getOrDefault("timestep", "0") + "\n");
    out.append("ITEM: NUMBER OF ATOMS\n" + atoms.atomCount() + "\n");
    out.append(box(atoms, x));
    StringBuilder line = new StringBuilder("ITEM: ATOMS id element x y z");
    columns.forEach(column -> column.parts().forEach(part -> line.append(' ').append(part)));
    out.append(line).append('\n');
    for (int atom = 0; atom < atoms.atomCount(); atom++) {
      line.setLength(0);
      line.append(atom + 1).append(' ').append(Element.of(atoms.atomicNumber(atom)).symbol());
      for (int axis = 0; axis < 3; axis++) {
        line.append(' ').append(x[3 * atom + axis]);
      }
      for (AtomColumn column : columns) {
        column.append(atom, line);
      }
      out.append(line).append('\n');
    }
  }

  private static String box(Atoms atoms, double[] x) {
    String flags = atoms instanceof Crystal ? "pp pp pp" : "ff ff ff";
    Optional<Lattice> lattice = atoms.periodicLattice();
    if (lattice.isEmpty()) {
      Box box = Box.around(x);
      return "ITEM: BOX BOUNDS ff ff ff\n" + bounds(box, 0) + bounds(box, 1) + bounds(box, 2);
    }
    double[] rows = lattice.get().rows();
    if (rows[1] == 0
        && rows[2] == 0
        && rows[3] == 0
        && rows[5] == 0
        && rows[6] == 0
        && rows[7] == 0) {
      return "ITEM: BOX BOUNDS "
          + flags
          + "\n0.0 "
          + rows[0]
          + "\n0.0 "
          + rows[4]
          + "\n0.0 "
          + rows[8]
          + "\n";
    }
    StringBuilder text = new StringBuilder("ITEM: BOX BOUNDS abc origin " + flags + "\n");
    for (int i = 0; i < 9; i += 3) {
      text.append(rows[i] + " " + rows[i + 1] + " " + rows[i + 2] + " 0.0\n");
    }
    return text.toString();
  }

  private static String bounds(Box box, int axis) {
    return box.low()[axis] + " " + box.high()[axis] + "\n";
  }
}
