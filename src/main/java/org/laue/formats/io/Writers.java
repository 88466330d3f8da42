package org.laue.formats.io;

import org.laue.UserException;
import org.laue.structure.Crystal;

/** What every writer needs: the crystal of a structure, and text that fits on a line. */
public final class Writers {
  private Writers() {}

  /**
   * The crystal that is to be written.
   *
   * @throws UserException if the structure has no cell
   */
  public static Crystal requireCrystal(ParsedStructure structure, String format) {
    if (structure.atoms() instanceof Crystal crystal) {
      return crystal;
    }
    throw new UserException(
        structure.name() + " is a cluster without a cell; " + format + " needs one, write extxyz");
  }

  /** Text without line ends, for comments. */
  public static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
