package org.laue.formats.xyz;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.laue.formats.io.AtomColumn;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Writers;
import org.laue.structure.Atoms;
import org.laue.structure.Crystal;
import org.laue.structure.Element;
import org.laue.structure.Lattice;

/** Writes one frame of extended XYZ, Cartesian positions in angstrom. */
public final class ExtxyzWriter {
  private ExtxyzWriter() {}

  public static void write(ParsedStructure structure, Appendable out) throws IOException {
    write(structure, List.of(), out);
  }

  /** The same with columns behind the positions. */
  public static void write(ParsedStructure structure, List<AtomColumn> columns, Appendable out)
      throws IOException {
    Atoms atoms = structure.atoms();
    double[] x = atoms.cartesian();
    out.append(Integer.toString(atoms.atomCount())).append('\n');
    out.append(comment(structure, columns)).append('\n');
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < atoms.atomCount(); i++) {
      line.setLength(0);
      line.append(Element.of(atoms.atomicNumber(i)).symbol());
      for (int axis = 0; axis < 3; axis++) {
        line.append(' ').append(x[3 * i + axis]);
      }
      for (AtomColumn column : columns) {
        column.append(i, line);
      }
      out.append(line).append('\n');
    }
  }

  private static String comment(ParsedStructure structure, List<AtomColumn> columns) {
    Map<String, String> pairs = new LinkedHashMap<>();
    boolean crystal = structure.atoms() instanceof Crystal;
    structure.atoms().periodicLattice().ifPresent(cell -> pairs.put("Lattice", rows(cell)));
    pairs.put(
        "Properties",
        "species:S:1:pos:R:3"
            + columns.stream()
                .map(c -> ":" + c.name() + ":" + c.type() + ":" + c.parts().size())
                .collect(Collectors.joining()));
    pairs.put("pbc", crystal ? "T T T" : "F F F");
    pairs.put("name", structure.name());
    structure
        .properties()
        .forEach(
            (key, value) -> {
              boolean taken = pairs.containsKey(key) && !(key.equals("pbc") && !crystal);
              if (!taken) {
                pairs.put(key, value);
              }
            });
    return pairs.entrySet().stream()
        .map(pair -> quoted(pair.getKey()) + "=" + quoted(pair.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String rows(Lattice lattice) {
    return Arrays.stream(lattice.rows())
        .mapToObj(Double::toString)
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String text) {
    String line = Writers.oneLine(text);
    boolean plain = line.matches("[^\\s\"'=\\[\\]{}\\\\]+");
    return plain ? line : '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
