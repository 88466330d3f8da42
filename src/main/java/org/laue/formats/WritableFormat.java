package org.laue.formats;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.laue.UserException;
import org.laue.formats.aims.AimsWriter;
import org.laue.formats.cif.CifWriter;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.poscar.PoscarWriter;
import org.laue.formats.xyz.ExtxyzWriter;

/** Formats that structures can be written in; numbers keep every digit. */
public enum WritableFormat {
  /** Crystals and clusters, with properties; several may be appended to one file. */
  EXTXYZ("extxyz", ".extxyz"),
  /** Crystals. */
  POSCAR("poscar", ".vasp"),
  /** Crystals, all atoms listed (space group P 1); several may be appended to one file. */
  CIF("cif", ".cif"),
  /** Crystals and clusters. */
  AIMS("aims", ".geometry.in");

  private final String label;
  private final String ending;

  WritableFormat(String label, String ending) {
    this.label = label;
    this.ending = ending;
  }

  /**
   * The format of a name.
   *
   * @param label the name of the format in {@link FormatRegistry}
   * @throws UserException if nothing is written in that format
   */
  public static WritableFormat named(String label) {
    return Arrays.stream(values())
        .filter(format -> format.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new UserException("Cannot write '" + label + "'; can write " + all()));
  }

  private static String all() {
    return Arrays.stream(values()).map(f -> f.label).collect(Collectors.joining(", "));
  }

  public String label() {
    return label;
  }

  /** Ending of file names, with the dot. */
  public String ending() {
    return ending;
  }

  /**
   * Appends one structure.
   *
   * @throws UserException if the format cannot hold the structure
   */
  public void write(ParsedStructure structure, Appendable out) throws IOException {
    switch (this) {
      case EXTXYZ -> ExtxyzWriter.write(structure, out);
      case POSCAR -> PoscarWriter.write(structure, out);
      case CIF -> CifWriter.write(structure, out);
      case AIMS -> AimsWriter.write(structure, out);
    }
  }
}
