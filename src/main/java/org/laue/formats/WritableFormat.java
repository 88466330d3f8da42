package org.laue.formats;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.laue.UserException;
import org.laue.structure.Crystal;

/** Formats that structures can be written in; numbers keep every digit. */
public enum WritableFormat {
  /** Crystals and clusters, with properties; several may be appended to one file. */
  EXTXYZ("extxyz", ".extxyz", ExtxyzWriter::write),
  /** Crystals. */
  POSCAR("poscar", ".vasp", PoscarWriter::write),
  /** Crystals, all atoms listed (space group P 1); several may be appended to one file. */
  CIF("cif", ".cif", CifWriter::write),
  /** Crystals and clusters. */
  AIMS("aims", ".geometry.in", AimsWriter::write);

  @FunctionalInterface
  private interface Writer {
    void write(ParsedStructure structure, Appendable out) throws IOException;
  }

  private final String label;
  private final String ending;
  private final Writer writer;

  WritableFormat(String label, String ending, Writer writer) {
    this.label = label;
    this.ending = ending;
    this.writer = writer;
  }

  /**
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
   * @throws UserException if the format cannot hold the structure
   */
  public void write(ParsedStructure structure, Appendable out) throws IOException {
    writer.write(structure, out);
  }

  static Crystal requireCrystal(ParsedStructure structure, String format) {
    if (structure.atoms() instanceof Crystal crystal) {
      return crystal;
    }
    throw new UserException(
        structure.name() + " is a cluster without a cell; " + format + " needs one, write extxyz");
  }

  /** Text without line ends, for comments. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
