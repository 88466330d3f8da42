package org.laue.formats.aims;

import java.io.IOException;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Writers;
import org.laue.structure.Atoms;
import org.laue.structure.Crystal;
import org.laue.structure.Element;

/** Writes FHI-aims geometry: fractional atoms of a crystal, Cartesian ones of a cluster. */
public final class AimsWriter {
  private AimsWriter() {}

  public static void write(ParsedStructure structure, Appendable out) throws IOException {
    out.append("# ").append(Writers.oneLine(structure.name())).append('\n');
    Atoms atoms = structure.atoms();
    if (atoms instanceof Crystal crystal) {
      double[] rows = crystal.lattice().rows();
      for (int row = 0; row < 3; row++) {
        out.append("lattice_vector");
        vector(rows, row, out);
        out.append('\n');
      }
      atoms("atom_frac", crystal.fractional(), atoms, out);
    } else {
      atoms("atom", atoms.cartesian(), atoms, out);
    }
  }

  private static void atoms(String keyword, double[] positions, Atoms atoms, Appendable out)
      throws IOException {
    for (int i = 0; i < atoms.atomCount(); i++) {
      out.append(keyword);
      vector(positions, i, out);
      out.append(' ').append(Element.of(atoms.atomicNumber(i)).symbol()).append('\n');
    }
  }

  private static void vector(double[] numbers, int row, Appendable out) throws IOException {
    for (int axis = 0; axis < 3; axis++) {
      out.append(' ').append(Double.toString(numbers[3 * row + axis]));
    }
  }
}
