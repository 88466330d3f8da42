package org.laue.formats.poscar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Writers;
import org.laue.structure.Crystal;
import org.laue.structure.Element;

/** Writes POSCAR as VASP 5 reads it; atoms keep their order, so an element may come twice. */
public final class PoscarWriter {
  private PoscarWriter() {}

  public static void write(ParsedStructure structure, Appendable out) throws IOException {
    Crystal crystal = Writers.requireCrystal(structure, "POSCAR");
    out.append(Writers.oneLine(structure.name())).append("\n1.0\n");
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        out.append("  ").append(Double.toString(crystal.lattice().component(row, column)));
      }
      out.append('\n');
    }
    List<String> symbols = new ArrayList<>();
    List<String> counts = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= crystal.atomCount(); i++) {
      if (i == crystal.atomCount() || crystal.atomicNumber(i) != crystal.atomicNumber(begin)) {
        symbols.add(Element.of(crystal.atomicNumber(begin)).symbol());
        counts.add(Integer.toString(i - begin));
        begin = i;
      }
    }
    out.append(String.join(" ", symbols)).append('\n');
    out.append(String.join(" ", counts)).append("\nDirect\n");
    for (int i = 0; i < crystal.atomCount(); i++) {
      for (int axis = 0; axis < 3; axis++) {
        out.append("  ").append(Double.toString(crystal.fractional(i, axis)));
      }
      out.append('\n');
    }
  }
}
