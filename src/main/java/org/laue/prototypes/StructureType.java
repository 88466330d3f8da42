package org.laue.prototypes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A structure type by its prototype, as a line of {@code structure-types.txt} has it.
 *
 * @param label Strukturbericht symbol, where there is one, and compound: {@code B1 NaCl}
 * @param prototype its sites, in the standard setting of the symmetry finder
 * @param aflow label of the AFLOW library, {@code AB_cF8_225_a_b}; isopointal types share it
 * @param lattice what is left when all species are one, {@code fcc}; empty where nothing simpler is
 * @param alias another name, {@code rock salt, halite}
 */
public record StructureType(
    String label, Prototype prototype, String aflow, String lattice, String alias) {
  private static final Pattern PEARSON = Pattern.compile("_[a-z]([A-Z])(\\d+)_");

  /** Atoms of the conventional cell; of rhombohedral ones the Pearson symbol counts a third. */
  int atoms() {
    Matcher pearson = PEARSON.matcher(aflow);
    if (!pearson.find()) {
      throw new IllegalStateException("no Pearson symbol in " + aflow);
    }
    return Integer.parseInt(pearson.group(2)) * (pearson.group(1).equals("R") ? 3 : 1);
  }

  @Override
  public String toString() {
    return label;
  }
}
