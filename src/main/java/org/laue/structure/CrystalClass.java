package org.laue.structure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The seven classes of Ziletti et al., Nat. Commun. 9, 2775 (2018), in the alphabetical order of
 * their labels, which is the order of every probability vector and confusion matrix here.
 */
public enum CrystalClass {
  BCC("bcc", 229),
  BCT_139("bct_139", 139),
  BCT_141("bct_141", 141),
  DIAM("diam", 227),
  FCC("fcc", 225),
  HEX_RH("hex/rh", 166, 194),
  SC("sc", 221);

  private final String label;
  private final List<Integer> spaceGroups;

  CrystalClass(String label, Integer... spaceGroups) {
    this.label = label;
    this.spaceGroups = List.of(spaceGroups);
  }

  /** The paper's label, for instance {@code hex/rh}. */
  public String label() {
    return label;
  }

  /** International space-group numbers that count as this class. */
  public List<Integer> spaceGroups() {
    return spaceGroups;
  }

  /** The class of an international space-group number, or empty for the other 222 groups. */
  public static Optional<CrystalClass> ofSpaceGroup(int number) {
    return Arrays.stream(values()).filter(c -> c.spaceGroups.contains(number)).findFirst();
  }

  public static Optional<CrystalClass> ofLabel(String label) {
    return Arrays.stream(values()).filter(c -> c.label.equals(label)).findFirst();
  }

  /** All labels in order. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(CrystalClass::label).toList();
  }
}
