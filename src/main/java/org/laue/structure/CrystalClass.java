package org.laue.structure;

import java.io.Serializable;
import java.util.List;
import org.laue.UserException;

/**
 * One class of a {@link ClassScheme}.
 *
 * @param label as in every table, for instance {@code hex/rh}
 * @param spaceGroups international numbers that its crystals may have
 * @param prototypes structure types that belong to it; empty where every crystal with one of its
 *     space groups does
 * @param publishedCount crystals of the set in which the scheme was published, 0 where none is
 *     known
 * @param rule on a number that decides in place of space groups, or null
 */
public record CrystalClass(
    String label,
    List<Integer> spaceGroups,
    List<String> prototypes,
    int publishedCount,
    NumberRule rule)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A class that space groups and structure types tell. */
  public CrystalClass(
      String label, List<Integer> spaceGroups, List<String> prototypes, int publishedCount) {
    this(label, spaceGroups, prototypes, publishedCount, null);
  }

  public CrystalClass {
    spaceGroups = List.copyOf(spaceGroups);
    prototypes = List.copyOf(prototypes);
    if (label.isBlank()) {
      throw new UserException("A class needs a label");
    }
    for (int number : spaceGroups) {
      if (number < 1 || number > 230) {
        throw new UserException(
            "Space groups are numbered from 1 to 230, class " + label + " names " + number);
      }
    }
  }

  /** Whether the space group alone tells that a crystal is of this class. */
  public boolean knownBySpaceGroup() {
    return prototypes.isEmpty();
  }

  /** Whether no crystal of this class has the space group. */
  public boolean excludes(int spaceGroup) {
    return !spaceGroups.isEmpty() && !spaceGroups.contains(spaceGroup);
  }

  /** Whether a generated crystal is of this class. */
  public boolean holds(int spaceGroup, String prototype) {
    return spaceGroups.contains(spaceGroup)
        && (prototypes.isEmpty() || prototypes.contains(prototype));
  }
}
