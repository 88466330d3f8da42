package org.laue.formats.io;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files of other programs that people try; they are named, with the way to one that is read. */
public final class ForeignFormats {
  private static final Map<String, Pattern> KINDS =
      Map.of(
          "a LAMMPS restart file", Pattern.compile("^LammpS RestartT"),
          "a CASTEP cell file", Pattern.compile("(?im)^\\s*%BLOCK\\s+(LATTICE|POSITIONS)"),
          "a Quantum ESPRESSO input", Pattern.compile("(?im)^\\s*(&CONTROL|ATOMIC_POSITIONS)"),
          "VASP's vasprun.xml", Pattern.compile("<modeling>"),
          "a SHELX file", Pattern.compile("(?m)^(TITL|CELL)\\s[\\s\\S]*^(LATT|SFAC)\\s"),
          "a PDB file", Pattern.compile("(?m)^(CRYST1|HEADER|ATOM  |HETATM)\\s*\\S"),
          "an XSF file", Pattern.compile("(?m)^\\s*(PRIMVEC|CRYSTAL|ANIMSTEPS)\\b"),
          "JSON of pymatgen", Pattern.compile("\"@module\"\\s*:\\s*\"pymatgen"),
          "a web page", Pattern.compile("(?i)^\\s*<(!DOCTYPE )?html"));

  private ForeignFormats() {}

  /** What the beginning of a file says that it is, with what to do. */
  public static Optional<String> name(String head) {
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getValue().matcher(head).find())
        .map(kind -> "This is " + kind.getKey() + ", which is not read; " + remedy(kind.getKey()))
        .sorted()
        .findFirst();
  }

  private static String remedy(String kind) {
    return kind.equals("a web page")
        ? "fetch the file itself"
        : "write CIF, POSCAR or extended XYZ with element symbols";
  }
}
